package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What changes from one text to another, word by word, by the longest run of words that both have. */
final class WordChanges {

    private static final String BETWEEN_WORDS = "(?<=\\s)|(?=\\s)";

    private WordChanges() {}

    /**
     * A piece of both texts.
     *
     * @param then what stood there
     * @param now what stands there
     */
    record Piece(String then, String now) {

        boolean isSame() {
            return then.equals(now);
        }
    }

    /** The pieces of two texts, those that both have and those that differ by turns. */
    static List<Piece> between(String then, String now) {
        String[] former = then.split(BETWEEN_WORDS);
        String[] latter = now.split(BETWEEN_WORDS);
        int[][] common = common(former, latter);
        List<Piece> pieces = new ArrayList<>();
        StringBuilder gone = new StringBuilder();
        StringBuilder come = new StringBuilder();
        int i = 0;
        int j = 0;
        while (i < former.length || j < latter.length) {
            if (i < former.length && j < latter.length && former[i].equals(latter[j])) {
                changed(gone, come, pieces);
                pieces.add(new Piece(former[i], latter[j]));
                i++;
                j++;
            } else if (j == latter.length || i < former.length && common[i + 1][j] >= common[i][j + 1]) {
                gone.append(former[i++]);
            } else {
                come.append(latter[j++]);
            }
        }
        changed(gone, come, pieces);
        return Collections.unmodifiableList(pieces);
    }

    private static void changed(StringBuilder gone, StringBuilder come, List<Piece> pieces) {
        if (!gone.isEmpty() || !come.isEmpty()) {
            pieces.add(new Piece(gone.toString(), come.toString()));
            gone.setLength(0);
            come.setLength(0);
        }
    }

    /** How many words in a row, gaps left out, both have from each place on. */
    private static int[][] common(String[] former, String[] latter) {
        int[][] common = new int[former.length + 1][latter.length + 1];
        for (int i = former.length - 1; i >= 0; i--) {
            for (int j = latter.length - 1; j >= 0; j--) {
                common[i][j] = former[i].equals(latter[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
