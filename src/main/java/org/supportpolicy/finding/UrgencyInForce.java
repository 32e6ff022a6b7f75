package org.supportpolicy.finding;

import org.supportpolicy.fact.Range;

/**
 * The level that the desk works by: the one it has set where it may, else the one that the definitions give.
 *
 * @param level 1 (most urgent) to 4
 */
@AtMostOne
public record UrgencyInForce(@Range(from = 1, to = 4) int level) implements Finding {

    /**
     * Checks the level.
     *
     * @throws IllegalArgumentException if it is none
     */
    public UrgencyInForce {
        Level.check(level);
    }
}
