package org.supportpolicy.finding;

/** The product is withdrawn, today. */
public record Withdrawn() implements Finding {}
