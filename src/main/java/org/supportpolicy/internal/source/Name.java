package org.supportpolicy.internal.source;

/**
 * A word that names something.
 *
 * @param text the word
 * @param start where it stands
 */
public record Name(String text, int start) {

    /** Where it ends, the character after it. */
    public int end() {
        return start + text.length();
    }
}
