package org.supportpolicy.finding;

/**
 * Whether a first response is promised.
 *
 * @param owed true for a correctly created ticket
 */
public record ResponseOwed(boolean owed) implements Finding {}
