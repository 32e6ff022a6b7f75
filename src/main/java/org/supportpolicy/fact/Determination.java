package org.supportpolicy.fact;

/** A determination that support has recorded about the ticket. */
public enum Determination {
    NO_LONGER_NEEDED,
    FIXED_BY_CURRENT_RELEASE,
    WORKS_AS_DESIGNED,
    CONFORMS_TO_DOCUMENTATION,
    ENHANCEMENT_OR_SUGGESTION,
    OUT_OF_SCOPE,
    NO_MATERIAL_IMPACT,
    NOT_FIXED_NOW,
    INVESTIGATED,
    SOLUTION_FOUND,
    SOLUTION_COMMUNICATED
}
