package org.supportpolicy.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a fact set as it can be shown to anyone: its keys, and what is no text. What texts say is masked but for the one that a
 * problem is about; where quotes are out of order, all that is no key.
 */
final class Masked {

    private static final Pattern PIECE = Pattern.compile("(?<key>\"[\\w.-]{1,40}\"(?=\\s*:))"
            + "|(?<text>\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\")"
            + "|(?<open>\".*)|(?<bare>[^\\s\"\\[\\]{},:]++)");
    private static final Pattern PLAIN = Pattern.compile("true|false|null|-?\\d[\\d.eE+-]*");
    private static final Pattern SAID = Pattern.compile("[^\"]");

    private Masked() {}

    /**
     * The line, as long as it is.
     *
     * @param column where the problem stands, from 1
     */
    static String line(String line, int column) {
        boolean sound = PIECE.matcher(line).results()
                .allMatch(piece -> line.charAt(piece.start()) == '"' ? piece.group(3) == null : PLAIN.matcher(piece.group()).matches());
        return PIECE.matcher(line).replaceAll(piece -> {
            boolean shown = piece.group(1) != null || sound && (piece.group(4) != null || piece.start() == column - 1);
            return Matcher.quoteReplacement(shown ? piece.group() : SAID.matcher(piece.group()).replaceAll("*"));
        });
    }
}
