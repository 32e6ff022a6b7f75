package org.supportpolicy.fact;

/** The consequence for production, from least to most. */
public enum ProductionImpact {
    NONE, SOME, MAJOR, CRITICAL
}
