package org.supportpolicy.finding;

/**
 * Whether a first response is promised.
 *
 * @param owed true for a correctly created ticket
 */
@AtMostOne
public record ResponseOwed(boolean owed) implements Finding {}
