package org.supportpolicy.finding;

/** The customer updated the ticket within the reopening window. */
public record UpdatedInWindow() implements Finding {}
