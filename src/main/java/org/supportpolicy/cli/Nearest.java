package org.supportpolicy.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the words that were probably meant. */
final class Nearest {

    private static final int FARTHEST = 3;
    private static final int LONGEST = 100;
    private static final int MOST = 5;

    private Nearest() {}

    /** The word that is nearest, or that another begins. */
    static Optional<String> one(String word, Collection<String> known) {
        Optional<String> begun = known.stream().filter(each -> word.length() > FARTHEST && each.startsWith(word)).findFirst();
        int most = Math.min(FARTHEST, word.length() / 2);
        return begun.isPresent() ? begun : known.stream().filter(each -> distance(word, each) <= most)
                .min(Comparator.comparingInt(each -> distance(word, each)));
    }

    /** A few words that hold what was written or are near to it, the nearest first; capitals do not matter. */
    static List<String> few(String word, Collection<String> known) {
        String written = word.toLowerCase(Locale.ROOT);
        int most = Math.min(FARTHEST, word.length() / FARTHEST);
        return known.stream().filter(each -> holds(each, written) || distance(written, each.toLowerCase(Locale.ROOT)) <= most)
                .sorted(Comparator.comparingInt(each -> distance(written, each.toLowerCase(Locale.ROOT)))).limit(MOST).toList();
    }

    private static boolean holds(String known, String written) {
        return written.length() > FARTHEST && known.toLowerCase(Locale.ROOT).contains(written);
    }

    /** How many letters must be put in, left out or changed to make the one of the other. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= Math.min(one.length(), LONGEST); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()] + Math.max(0, one.length() - LONGEST);
    }
}
