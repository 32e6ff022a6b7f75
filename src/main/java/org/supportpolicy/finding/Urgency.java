package org.supportpolicy.finding;

/**
 * The urgency of the ticket.
 *
 * @param level 1 (most urgent) to 4
 */
public record Urgency(int level) implements Finding {}
