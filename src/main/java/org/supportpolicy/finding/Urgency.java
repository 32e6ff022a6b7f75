package org.supportpolicy.finding;

/**
 * The urgency of the ticket.
 *
 * @param level 1 (most urgent) to 4
 */
@AtMostOne
public record Urgency(int level) implements Finding {}
