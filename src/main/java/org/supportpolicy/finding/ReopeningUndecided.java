package org.supportpolicy.finding;

/** A reopening was asked for in its window, and nobody knows whether with an explanation; so the state cannot be told. */
public record ReopeningUndecided() implements Finding {}
