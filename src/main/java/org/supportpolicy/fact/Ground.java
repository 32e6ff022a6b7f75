package org.supportpolicy.fact;

/** The ground on which a ticket was, or may be, marked resolved. */
public enum Ground {
    NO_CUSTOMER_REPLY,
    NO_LONGER_NEEDED,
    FIXED_BY_CURRENT_RELEASE,
    WORKS_AS_DESIGNED,
    ENHANCEMENT,
    OUT_OF_SCOPE,
    NO_MATERIAL_IMPACT,
    SOLVED,
    STEPS_NOT_IMPLEMENTED
}
