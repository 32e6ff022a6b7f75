package org.supportpolicy.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Words that a text may have at a place: found by the hash of their characters, without being cut out. Immutable and thread-safe. */
final class Terms {

    private static final int NONE = -1;

    private final String[] words;
    /** The places of the words, where their hashes point to or behind; the rest is free. */
    private final int[] places;

    private Terms(Collection<String> words) {
        this.words = words.toArray(String[]::new);
        this.places = new int[Integer.highestOneBit(4 * this.words.length + 1)];
        Arrays.fill(places, NONE);
        for (int i = 0; i < this.words.length; i++) {
            int slot = slot(this.words[i].hashCode());
            while (places[slot] != NONE) {
                slot = slot(slot + 1);
            }
            places[slot] = i;
        }
    }

    /** These words, each once. */
    static Terms of(Collection<String> words) {
        return new Terms(List.copyOf(words));
    }

    private int slot(int hash) {
        return hash & places.length - 1;
    }

    /**
     * Which of the words stands in a text; a negative number for none of them.
     *
     * @param from where it begins
     * @param to where it ends
     * @param hash the hash of these characters, as Java has it of texts
     */
    int find(String text, int from, int to, int hash) {
        int slot = slot(hash);
        for (int place = places[slot]; place != NONE; place = places[slot]) {
            if (words[place].length() == to - from && text.startsWith(words[place], from)) {
                return place;
            }
            slot = slot(slot + 1);
        }
        return NONE;
    }
}
