package org.supportpolicy.fact;

/** Where the diagnosis places the cause. */
public enum Origin {
    UNKNOWN, VENDOR_SOFTWARE, HARDWARE, OPERATING_SYSTEM, THIRD_PARTY_SOFTWARE, CONFIGURATION, OTHER
}
