package org.supportpolicy.finding;

/** The clock of the first response stands still now. */
public record Paused() implements Finding {}
