package org.supportpolicy.internal.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Finds the word that was meant. */
public final class Spelling {

    /** A text that is longer is no misspelt word. */
    private static final int LONGEST = 100;

    private Spelling() {}

    /**
     * The legal word nearest to a wrong one.
     *
     * @param wrong what was written
     * @param legal what may be written
     * @return the word, or null when none is near
     */
    public static @Nullable String nearest(String wrong, Collection<String> legal) {
        if (wrong.length() > LONGEST) {
            return null;
        }
        int most = Math.max(2, wrong.length() / 3);
        String lower = wrong.toLowerCase(Locale.ROOT);
        ToIntFunction<String> distance = word -> distance(lower, word.toLowerCase(Locale.ROOT));
        return legal.stream().filter(word -> Math.abs(word.length() - wrong.length()) <= most)
                .filter(word -> distance.applyAsInt(word) <= most)
                .min(Comparator.comparingInt(distance).thenComparingInt(word -> Math.abs(word.length() - wrong.length()))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /**
     * The legal word that is nearest to a wrong one and has more in common with it than not.
     *
     * @return the word, or null when none is near
     */
    public static @Nullable String near(String wrong, Collection<String> legal) {
        String nearest = nearest(wrong, legal);
        return nearest == null || 2 * distance(wrong.toLowerCase(Locale.ROOT), nearest.toLowerCase(Locale.ROOT)) >= wrong.length() ? null
                : nearest;
    }

    /** How many characters must be put in, left out or replaced to make one word of another (Levenshtein). */
    private static int distance(String one, String other) {
        int[] former = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            former[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = former[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(former[j], row[j - 1]) + 1);
            }
            former = row;
        }
        return former[other.length()];
    }
}
