package org.supportpolicy.author;

import java.util.Objects;

/**
 * What a word means.
 *
 * @param place the word
 * @param markdown its meaning
 */
public record Meaning(Place place, String markdown) {

    /** Checks that all is given. */
    public Meaning {
        Objects.requireNonNull(place, "The place must be given.");
        Objects.requireNonNull(markdown, "The markdown must be given.");
    }
}
