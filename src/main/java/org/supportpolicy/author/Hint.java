package org.supportpolicy.author;

import java.util.Objects;

/**
 * How a scenario turns out, to be shown at the end of its first line.
 *
 * @param place the line on which it, or its row, begins
 * @param holds whether the decision is as expected
 * @param text that it is, or what was decided instead, on one line
 * @param detail what was expected, what was decided, and why; empty when it holds
 */
public record Hint(Place place, boolean holds, String text, String detail) {

    /** Checks that all is given. */
    public Hint {
        Objects.requireNonNull(place, "The place must be given.");
        Objects.requireNonNull(text, "The text must be given.");
        Objects.requireNonNull(detail, "The detail must be given.");
    }
}
