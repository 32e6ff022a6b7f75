package org.supportpolicy.author;

import java.util.Objects;

/**
 * A change of a file.
 *
 * @param place what is replaced; of no length where something is put in
 * @param text what comes instead; empty where something is taken away
 */
public record TextEdit(Place place, String text) {

    /** Checks that all is given. */
    public TextEdit {
        Objects.requireNonNull(place, "The place must be given.");
        Objects.requireNonNull(text, "The text must be given.");
    }
}
