package org.supportpolicy.internal.source;

import java.util.List;

/**
 * A word, text, number or sign of a rule file, or what is none of these.
 *
 * @param kind what it is
 * @param text what it says; of a text, what stands between its quotes
 * @param start where it begins
 * @param end where it ends, the character after it
 */
public record Token(Kind kind, String text, int start, int end) {

    /** What a token can be; of what is broken it has been said what is wrong. */
    public enum Kind { WORD, TEXT, NUMBER, SIGN, BROKEN, END }

    /** The tokens of a file, the last of them its end, whatever is wrong with them. */
    public static List<Token> of(RuleFile file) {
        return Lexer.read(new Source(file));
    }

    /** Whether it is a certain word or sign. */
    public boolean is(String other) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(other);
    }

    /** Whether it is a variable, such as {@code $marked}. */
    public boolean isVariable() {
        return kind == Kind.WORD && text.startsWith("$");
    }

    /** How a problem quotes it. */
    String quoted() {
        return kind == Kind.TEXT ? '"' + text + '"' : text;
    }
}
