package org.supportpolicy.fact;

/** Why support wants to enter the customer's server. */
public enum AccessPurpose {
    VERIFY, RECONSTRUCT, GATHER_INFORMATION, OTHER
}
