package org.supportpolicy.fact;

/** How much of the application is lost, from least to most. */
public enum FunctionalityLoss {
    NONE, MINIMAL, MODERATE, SIGNIFICANT, TOTAL
}
