package org.supportpolicy.finding;

import org.supportpolicy.fact.Range;

/**
 * A more urgent level than the mildest that is met, or that unknown facts may still bring.
 *
 * @param level 1 (most urgent) to 3
 */
public record PossibleUrgency(@Range(from = 1, to = 4) int level) implements Finding {

    /**
     * Checks the level.
     *
     * @throws IllegalArgumentException if it is none
     */
    public PossibleUrgency {
        Level.check(level);
    }
}
