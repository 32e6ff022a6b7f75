package org.supportpolicy.json;

import java.io.Serial;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A JSON text that is walked through once, from the front, by who knows what stands where. It checks all that makes it JSON, and is in
 * doubt where something else stands than was expected. Not thread-safe.
 */
final class PlainText {

    /** That a text is not written so plainly that it can be walked through; who reads it closely says what is wrong, if anything is. */
    static final class Doubt extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;
        private static final Doubt ONLY = new Doubt();

        private Doubt() {
            super("not plain", null, false, false);
        }
    }

    /** What stands behind the end; it is part of no JSON. */
    private static final char END = '\0';
    private static final int MOST_DIGITS = 9;
    private static final int CODE = 4;
    private static final int HEXADECIMAL = 16;

    private final String text;
    private int at;

    PlainText(String text) {
        this.text = text;
    }

    /** Says that it is in doubt. */
    static Doubt doubt() {
        return Doubt.ONLY;
    }

    private char here() {
        return at < text.length() ? text.charAt(at) : END;
    }

    /** Passes over white space; what comes then. */
    private char next() {
        char here = here();
        while (here == ' ' || here == '\t' || here == '\n' || here == '\r') {
            at++;
            here = here();
        }
        return here;
    }

    private void pass(char expected) {
        if (next() != expected) {
            throw Doubt.ONLY;
        }
        at++;
    }

    /** Passes over a bracket; whether something stands in it. */
    boolean opens(char bracket, char closing) {
        pass(bracket);
        boolean isEmpty = next() == closing;
        at += isEmpty ? 1 : 0;
        return !isEmpty;
    }

    /** Passes over a comma, or over a closing bracket; whether it was a comma. */
    boolean goesOn(char closing) {
        char here = next();
        if (here != ',' && here != closing) {
            throw Doubt.ONLY;
        }
        at++;
        return here == ',';
    }

    /** Passes over the key of a member; which of some words it is. */
    int key(Terms keys) {
        int key = word(keys);
        colon();
        return key;
    }

    /** Passes over a colon, up to the value of the member. */
    void colon() {
        pass(':');
        next();
    }

    /** Passes over a text; which of some words it is. */
    int word(Terms words) {
        pass('"');
        int from = at;
        int hash = 0;
        for (char here = here(); here != '"'; here = here()) {
            hash = 31 * hash + here;
            step();
        }
        int word = words.find(text, from, at++, hash);
        if (word < 0) {
            throw Doubt.ONLY;
        }
        return word;
    }

    private void step() {
        if (at++ >= text.length()) {
            throw Doubt.ONLY;
        }
    }

    /** Passes over a text. */
    String text() {
        pass('"');
        int from = at;
        char here = here();
        while (here >= ' ' && here != '"' && here != '\\') {
            at++;
            here = here();
        }
        return here == '"' ? text.substring(from, at++) : escaped(new StringBuilder().append(text, from, at));
    }

    /** The rest of a text in which a character is escaped. */
    private String escaped(StringBuilder said) {
        for (char here = here(); here != '"'; here = here()) {
            if (here < ' ') {
                throw Doubt.ONLY;
            }
            at++;
            said.append(here == '\\' ? unescaped() : here);
        }
        at++;
        return said.toString();
    }

    private char unescaped() {
        char escape = here();
        at++;
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> code();
            default -> throw Doubt.ONLY;
        };
    }

    private char code() {
        int code = 0;
        for (int end = at + CODE; at < end; at++) {
            char here = here();
            int digit = here < '\u0080' ? Character.digit(here, HEXADECIMAL) : -1;
            if (digit < 0) {
                throw Doubt.ONLY;
            }
            code = HEXADECIMAL * code + digit;
        }
        return (char) code;
    }

    /** Passes over a whole number that is not negative. */
    int number() {
        next();
        return digits();
    }

    /** Passes over a whole number that begins here. */
    private int digits() {
        int from = at;
        int number = 0;
        for (char here = here(); here >= '0' && here <= '9'; here = here()) {
            number = 10 * number + here - '0';
            at++;
        }
        if (at == from || at - from > MOST_DIGITS || text.charAt(from) == '0' && at - from > 1) {
            throw Doubt.ONLY;
        }
        return number;
    }

    /** Passes over a whole number in quotes, as keys have it. */
    int quotedNumber() {
        pass('"');
        int number = digits();
        if (here() != '"') {
            throw Doubt.ONLY;
        }
        at++;
        return number;
    }

    /** Passes over a truth. */
    boolean truth() {
        boolean truth = next() == 't';
        if (!passes(truth ? "true" : "false")) {
            throw Doubt.ONLY;
        }
        return truth;
    }

    /** Passes over an instant. */
    Instant instant() {
        int from = quoted();
        return PlainTimes.instant(text, from, at - 1);
    }

    /** Passes over a date. */
    LocalDate date() {
        int from = quoted();
        return PlainTimes.date(text, from, at - 1);
    }

    /** Passes over a text with nothing escaped in it; where it begins. */
    private int quoted() {
        pass('"');
        int from = at;
        for (char here = here(); here != '"'; here = here()) {
            if (here < ' ' || here == '\\') {
                throw Doubt.ONLY;
            }
            at++;
        }
        at++;
        return from;
    }

    /** Passes over a null, if one stands here. */
    boolean isNothing() {
        return next() == 'n' && passes("null");
    }

    /** Passes over exactly these characters, if they stand here. */
    boolean passes(String characters) {
        boolean same = text.startsWith(characters, at);
        at += same ? characters.length() : 0;
        return same;
    }

    /** How far it was walked through. */
    int at() {
        return at;
    }

    /** What was walked through since a place. */
    String since(int from) {
        return text.substring(from, at);
    }

    /** Passes over the end. */
    void ends() {
        next();
        if (at < text.length()) {
            throw Doubt.ONLY;
        }
    }
}
