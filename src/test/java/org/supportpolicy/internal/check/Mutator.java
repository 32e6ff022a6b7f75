package org.supportpolicy.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Spoils texts, alike for the same seed. Not thread-safe. */
final class Mutator {

    /** Characters that mean something, and those that a person does not see, or sees as others. */
    private static final List<String> ODD = List.of("\"", "'", "\\", "(", ")", "{", "}", "[", "]", ",", ";", ".", ":", "@", "$", "#", "!", "&", "|", "=", "<", ">",
            "-", "+", "*", "/", "%", "~", "^", "`", "?", "_", " ", "\n", "\r", "\r\n", "\t", "\f", "\u000b", "\0", "\u0007", "\u001b[31m", "\u007f", "\u0085", "\u00a0",
            "\u00ad", "\u200b", "\u200e", "\u2028", "\u2029", "\u202e", "\u2066", "\u2069", "\ufeff", "\uffff", "\ud83d", "\udc00", "\ud83d\ude00", "\ud835\udc00", "\u201c",
            "\u201d", "\u2019", "\u00b4", "\u00b7", "\u2260", "\u2264", "\u00e9", "e\u0301", "\u0131", "\u0130", "\u00df", "\ufb01", "\u0663", "\u2163", "\u0405", "\u6f22",
            "/*", "*/", "//", "&&", "||", "==", "!=", "\\u0022", "\\u000a", "\\\"", "{0}", "{9}", "%s", "${x}", "<!--", "```", "---");
    private static final List<String> NUMBERS = List.of("0", "-0", "-1", "1", "4", "5", "007", "00", "2147483647", "2147483648", "-2147483648", "999999999", "1000000000",
            "99999999999999999999999999", "9".repeat(5_000), "1.5", "1e9", "0x10", "1_000", "10L", "\u0661\u0662", "1-1", ".5", "36501");
    private static final int LONGEST = 2_000_000;

    private final SplittableRandom random;
    private final List<String> others;
    private final List<String> words;

    /**
     * Begins.
     *
     * @param others the texts from which pieces are taken
     * @param words the words that are put in
     */
    Mutator(SplittableRandom random, List<String> others, List<String> words) {
        this.random = random;
        this.others = others;
        this.words = words;
    }

    /** The text, spoilt at some places. */
    String spoil(String text, int places) {
        String spoilt = text;
        for (int i = 0; i < places && spoilt.length() < LONGEST; i++) {
            spoilt = switch (random.nextInt(10)) {
                case 0, 1, 2 -> character(spoilt);
                case 3, 4, 5, 6 -> token(spoilt);
                case 7 -> line(spoilt);
                case 8 -> block(spoilt);
                default -> number(spoilt);
            };
        }
        return spoilt;
    }

    /** The text with a piece between two of its tokens. */
    String with(String text, String piece) {
        int[] token = tokenNear(text, random.nextInt(text.length() + 1));
        return put(text, token[0], token[0], piece);
    }

    private String character(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> put(text, at, at, pick(ODD));
            case 1 -> put(text, at, Math.min(text.length(), at + 1 + (random.nextInt(8) == 0 ? random.nextInt(300) : 0)), "");
            case 2 -> end == text.length() ? text : put(text, at, end + 1, text.charAt(end) + text.substring(at, end));
            default -> put(text, at, end, pick(ODD));
        };
    }

    private String token(String text) {
        int[] one = tokenNear(text, random.nextInt(text.length() + 1));
        String said = text.substring(one[0], one[1]);
        switch (random.nextInt(7)) {
            case 0:
                return put(text, one[0], one[1], "");
            case 1:
                return put(text, one[1], one[1], ' ' + said);
            case 2:
                int[] other = tokenNear(text, random.nextInt(text.length() + 1));
                int[] first = one[0] <= other[0] ? one : other;
                int[] second = first == one ? other : one;
                return first[1] > second[0] ? text
                        : put(put(text, second[0], second[1], text.substring(first[0], first[1])), first[0], first[1], text.substring(second[0], second[1]));
            case 3:
                return put(text, one[0], one[1], pick(words));
            case 4:
                return put(text, one[0], one[0], pick(words) + ' ');
            case 5:
                return put(text, one[0], one[1], like(said, text));
            default:
                return put(text, one[0], one[1], like(said, pick(others)));
        }
    }

    /** A token of a text that is of the kind of another where one is found soon, so that what comes of it is nearly sound. */
    private String like(String said, String text) {
        String found = "";
        for (int i = 0; i < 20; i++) {
            int[] token = tokenNear(text, random.nextInt(text.length() + 1));
            found = text.substring(token[0], token[1]);
            if (!found.isEmpty() && !said.isEmpty() && kind(found) == kind(said) && !found.equals(said)) {
                break;
            }
        }
        return found;
    }

    private static int kind(String token) {
        char c = token.charAt(0);
        return Character.isUpperCase(c) ? token.length() > 1 && Character.isUpperCase(token.charAt(1)) ? 0 : 1 : Character.isDigit(c) ? 2 : c == '$' ? 3 : c == '"' ? 4
                : Character.isLetter(c) ? 5 : 6;
    }

    private String line(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        return String.join("\n", moved(lines, pick(others).split("\n", -1)));
    }

    private String block(String text) {
        List<String> blocks = new ArrayList<>(Arrays.asList(text.split("\n\n", -1)));
        return String.join("\n\n", moved(blocks, pick(others).split("\n\n", -1)));
    }

    private List<String> moved(List<String> parts, String[] foreign) {
        int at = random.nextInt(parts.size());
        switch (random.nextInt(5)) {
            case 0 -> parts.remove(at);
            case 1 -> parts.add(random.nextInt(parts.size()), parts.get(at));
            case 2 -> parts.add(random.nextInt(parts.size()), parts.remove(at));
            case 3 -> parts.add(at, foreign[random.nextInt(foreign.length)]);
            default -> parts.subList(at, Math.min(parts.size(), at + 1 + random.nextInt(4))).clear();
        }
        return parts;
    }

    private String number(String text) {
        int start = random.nextInt(text.length() + 1);
        while (start < text.length() && !Character.isDigit(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return put(text, start, end, pick(NUMBERS));
    }

    private static String put(String text, int start, int end, String piece) {
        return text.substring(0, start) + piece + text.substring(end);
    }

    /** Where a word, a text in quotes or a sign begins and ends. */
    private static int[] tokenNear(String text, int near) {
        int at = near;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new int[] {at, at};
        }
        int start = at;
        int end = at + 1;
        if (text.charAt(at) == '"') {
            int close = text.indexOf('"', end);
            int line = text.indexOf('\n', end);
            end = close < 0 || line >= 0 && line < close ? end : close + 1;
        } else if (isWord(text.charAt(at))) {
            while (start > 0 && isWord(text.charAt(start - 1))) {
                start--;
            }
            while (end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
        }
        return new int[] {start, end};
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
