package org.supportpolicy.finding;

/** The customer validly reopened the ticket within the window. */
public record ReopenedInWindow() implements Finding {}
