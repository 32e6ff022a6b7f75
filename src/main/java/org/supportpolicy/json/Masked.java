package org.supportpolicy.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a fact set as it can be shown to anyone: its keys, truths and nulls. What texts and numbers say is masked but for the one that
 * a problem is about; where quotes are out of order, all that is no key.
 */
final class Masked {

    private static final Pattern PIECE = Pattern.compile("(?<key>\"[\\w.-]{1,40}\"(?=\\s*:))"
            + "|(?<text>\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\")"
            + "|(?<open>\".*)|(?<bare>[^\\s\"\\[\\]{},:]++)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.eE+-]*");
    private static final Pattern PLAIN = Pattern.compile("true|false|null");
    private static final Pattern SAID = Pattern.compile("[^\"]");

    /** The column of a problem that is about what is masked too. */
    static final int NOWHERE = 0;

    private Masked() {}

    /**
     * The line, as long as it is.
     *
     * @param column where the problem stands, from 1; {@link #NOWHERE} to mask what it is about too
     */
    static String line(String line, int column) {
        boolean sound = PIECE.matcher(line).results()
                .allMatch(piece -> line.charAt(piece.start()) == '"' ? piece.group(3) == null
                        : PLAIN.matcher(piece.group()).matches() || NUMBER.matcher(piece.group()).matches());
        return PIECE.matcher(line).replaceAll(piece -> {
            boolean shown = piece.group(1) != null || sound && (PLAIN.matcher(piece.group()).matches() || piece.start() == column - 1);
            return Matcher.quoteReplacement(shown ? piece.group() : SAID.matcher(piece.group()).replaceAll("*"));
        });
    }
}
