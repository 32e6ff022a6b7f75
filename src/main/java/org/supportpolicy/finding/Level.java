package org.supportpolicy.finding;

/** The levels of urgency. */
final class Level {

    private static final int MOST_URGENT = 1;
    private static final int LEAST_URGENT = 4;

    private Level() {}

    static void check(int level) {
        if (level < MOST_URGENT || level > LEAST_URGENT) {
            throw new IllegalArgumentException("The urgency (" + level + ") must be between " + MOST_URGENT + " and " + LEAST_URGENT + ".");
        }
    }
}
