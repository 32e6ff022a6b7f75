package org.supportpolicy.finding;

/** A clause permits or orders a lower urgency than the definitions give. */
public record LoweringPermitted() implements Finding {}
