package org.supportpolicy.finding;

/** Nothing is known of the impact of a request that is graded by it. */
public record UnknownImpact() implements Finding {}
