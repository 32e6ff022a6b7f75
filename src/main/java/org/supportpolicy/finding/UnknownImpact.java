package org.supportpolicy.finding;

/** Nothing is known of the impact of a request that is graded by it. */
@AtMostOne
public record UnknownImpact() implements Finding {}
