package org.supportpolicy.finding;

import org.supportpolicy.fact.Range;

/**
 * The urgency of the ticket.
 *
 * @param level 1 (most urgent) to 4
 */
@AtMostOne
public record Urgency(@Range(from = 1, to = 4) int level) implements Finding {

    /**
     * Checks the level.
     *
     * @throws IllegalArgumentException if it is none
     */
    public Urgency {
        Level.check(level);
    }
}
