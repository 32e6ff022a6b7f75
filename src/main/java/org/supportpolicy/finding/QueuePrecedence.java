package org.supportpolicy.finding;

import org.supportpolicy.fact.Range;

/**
 * Before which other tickets of the same urgency a ticket comes, whoever created it. A policy of a host's own may conclude it; the
 * library's concludes none.
 *
 * @param rank 1 for what comes first, to 9; a ticket without comes behind
 */
@AtMostOne
public record QueuePrecedence(@Range(from = 1, to = 9) int rank) implements Finding {

    /** The last rank. */
    public static final int LAST = 9;

    /**
     * Checks the rank.
     *
     * @throws IllegalArgumentException if it is none
     */
    public QueuePrecedence {
        if (rank < 1 || rank > LAST) {
            throw new IllegalArgumentException("The rank must be between 1 and " + LAST + ".");
        }
    }
}
