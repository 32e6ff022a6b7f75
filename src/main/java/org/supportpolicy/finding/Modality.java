package org.supportpolicy.finding;

/** How binding an action is. */
public enum Modality {
    WILL, MUST, MAY, SHOULD, MUST_NOT
}
