package org.supportpolicy.json;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.words.ProblemTexts;

/** What was probably meant where a text ceases to be JSON, told from the characters there. */
final class Malformed {

    private static final String NOT_JSON = "SP-I001";
    private static final String QUOTES = "'`´‘’‚“”„«»";
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\w$.-]*");
    /** Words of other languages for what JSON says in three. */
    private static final Map<String, String> WORDS = Map.of("true", "true", "yes", "true", "false", "false", "no", "false", "null", "null",
            "none", "null", "undefined", "null", "nan", "null");

    private Malformed() {}

    /**
     * The problem of a text that is no JSON.
     *
     * @param at where the first character stands that cannot be, from 0
     */
    static Problem at(String text, int at) {
        Problem problem = Problem.of(NOT_JSON);
        Matcher word = WORD.matcher(text).region(Math.min(at, text.length()), text.length());
        if (word.lookingAt() && before(text, at) != '\\') {
            String meant = WORDS.get(word.group().toLowerCase(Locale.ROOT));
            boolean key = word.end() < text.length() && text.substring(word.end()).stripLeading().startsWith(":");
            return meant != null ? problem.maybe(meant) : advised(problem, key ? "json.bare-key" : "json.bare-text");
        }
        return advised(problem, at < text.length() ? hint(text, at) : null);
    }

    private static Problem advised(Problem problem, @Nullable String hint) {
        return hint == null ? problem
                : new Problem(problem.code(), null, 0, 0, null, problem.said(), ProblemTexts.said(hint), null);
    }

    private static @Nullable String hint(String text, int at) {
        char here = text.charAt(at);
        char before = before(text, at);
        if (at > 0 && text.charAt(at - 1) == '\\') {
            return "json.backslash";
        } else if (here < ' ') {
            return "json.line-break";
        } else if (QUOTES.indexOf(here) >= 0) {
            return "json.quotes";
        } else if (here == '/' || here == '#') {
            return "json.comment";
        } else if (here == '<') {
            return "json.markup";
        } else if (before == ',' && "}],".indexOf(here) >= 0) {
            return "json.comma-too-many";
        } else if (here == '.' || here == '+' || here >= '0' && here <= '9' && (at == 0 || "+0".indexOf(text.charAt(at - 1)) >= 0)) {
            return "json.number";
        }
        return here == '=' || here == ';' || endsValue(before) && "}]".indexOf(here) < 0 ? "json.comma-missing" : null;
    }

    private static boolean endsValue(char character) {
        return character == '"' || character == '}' || character == ']' || Character.isLetterOrDigit(character);
    }

    /** The last character before a place that is no white space; a space when there is none. */
    private static char before(String text, int at) {
        int last = Math.min(at, text.length()) - 1;
        while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return last < 0 ? ' ' : text.charAt(last);
    }
}
