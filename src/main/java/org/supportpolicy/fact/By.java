package org.supportpolicy.fact;

/** Who did it. */
public enum By {
    VENDOR, CUSTOMER, THIRD_PARTY, NOBODY
}
