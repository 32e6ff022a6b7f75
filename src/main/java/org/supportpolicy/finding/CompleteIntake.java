package org.supportpolicy.finding;

/** The intake form is complete. */
public record CompleteIntake() implements Finding {}
