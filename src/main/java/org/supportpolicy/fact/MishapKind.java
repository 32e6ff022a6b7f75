package org.supportpolicy.fact;

/** What befell the product. */
public enum MishapKind {
    ACCIDENT, TRANSPORT, NEGLECT, MISUSE, MODIFICATION, ALTERATION, EXTENSION
}
