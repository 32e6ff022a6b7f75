package org.supportpolicy.fact;

/** What the person or organisation asking for help is to the vendor. */
public enum CustomerKind {
    CUSTOMER, PARTNER, NEITHER
}
