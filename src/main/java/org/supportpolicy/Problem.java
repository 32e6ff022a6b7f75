package org.supportpolicy;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.words.ProblemTexts;
import org.supportpolicy.internal.words.Quoted;

/**
 * One thing that is wrong with input or with a rule file, or that is likely to be.
 *
 * @param code a stable code such as {@code SP-R043}; {@link ProblemPages} has a page for each
 * @param source the file, or what stands for it; null when there is none
 * @param line the line, from 1; 0 when unknown
 * @param column the column, from 1; 0 when unknown
 * @param pointer the JSON pointer of the value; null where there is none
 * @param said what is wrong, with the value in parentheses, and what must hold
 * @param maybe what may help, beginning with <em>Maybe</em>; null when nothing is known
 * @param text the source line the problem stands on; null when unknown
 * @param meant the word that was probably meant by what stands at the line and column; null when none is known
 */
public record Problem(
        String code,
        @Nullable String source,
        int line,
        int column,
        @Nullable String pointer,
        Said said,
        @Nullable Said maybe,
        @Nullable String text,
        @Nullable String meant) implements Serializable {

    /** How a file is named whose name is empty. */
    private static final String NO_NAME = "\"\"";

    /** Checks that all is given. */
    public Problem {
        Objects.requireNonNull(code, "The code must be given.");
        Objects.requireNonNull(said, "The said must be given.");
    }

    /** The same where no word is known that was meant. */
    public Problem(String code, @Nullable String source, int line, int column, @Nullable String pointer, Said said, @Nullable Said maybe,
            @Nullable String text) {
        this(code, source, line, column, pointer, said, maybe, text, null);
    }

    /**
     * The same in both languages.
     *
     * @param english in English
     * @param dutch in Dutch
     */
    public record Said(String english, String dutch) implements Serializable {

        /** Checks that all is given. */
        public Said {
            Objects.requireNonNull(english, "The english must be given.");
            Objects.requireNonNull(dutch, "The dutch must be given.");
        }

        /** In Dutch for a Dutch locale, in English for any other. */
        public String in(Locale locale) {
            Objects.requireNonNull(locale, "The locale must be given.");
            return locale.getLanguage().equals("nl") ? dutch : english;
        }
    }

    /**
     * A problem in the words of the catalogue, with its usual advice, without a place.
     *
     * @param key its key there: the code, or the code and a variant such as {@code SP-R043.function}
     * @param values what is filled in
     * @throws IllegalArgumentException if the catalogue has no such key
     */
    public static Problem of(String key, Object... values) {
        Objects.requireNonNull(key, "The key must be given.");
        Objects.requireNonNull(values, "The values must be given.");
        return new Problem(key.substring(0, key.contains(".") ? key.indexOf('.') : key.length()), null, 0, 0, null,
                ProblemTexts.said(key, values), ProblemTexts.advice(key, values), null);
    }

    /** The same problem in a file, or in what stands for one. */
    public Problem in(@Nullable String file) {
        return new Problem(code, file, line, column, pointer, said, maybe, text, meant);
    }

    /** The same problem at a line and column, from 1, with the text of that line. */
    public Problem at(int line, int column, @Nullable String text) {
        return new Problem(code, source, line, column, pointer, said, maybe, text, meant);
    }

    /** The same problem at a JSON pointer. */
    public Problem at(@Nullable String pointer) {
        return new Problem(code, source, line, column, pointer, said, maybe, text, meant);
    }

    /** The same problem with the advice that a word may have been meant; as it is when there is none. */
    public Problem maybe(@Nullable String word) {
        return word == null ? this
                : new Problem(code, source, line, column, pointer, said, ProblemTexts.said("maybe", word), text, word);
    }

    /** What is wrong, in English. */
    public String message() {
        return said.english;
    }

    /** What may help, in English; null when nothing is known. */
    public @Nullable String advice() {
        return maybe == null ? null : maybe.english;
    }

    /** Whether this is no mistake for certain: it is said, and nothing is refused for it. */
    public boolean isWarning() {
        return ProblemTexts.isWarning(code);
    }

    /** Where the problem stands: file, line and column, then the pointer, as far as they are known. */
    public String where() {
        return where(Locale.ENGLISH);
    }

    private String where(Locale locale) {
        StringBuilder where = new StringBuilder();
        if (source != null) {
            where.append(source.isEmpty() ? NO_NAME : Quoted.piece(source));
        }
        if (line > 0) {
            where.append(where.isEmpty() ? "" : ":").append(line).append(':').append(column);
        }
        if (pointer != null) {
            where.append(where.isEmpty() ? "" : "  ").append(
                    pointer.isEmpty() ? ProblemTexts.said("whole-document").in(locale) : Quoted.piece(pointer));
        }
        return where.toString();
    }

    /** The problem as a person reads it: where, code, what, advice, and the source line with a caret. */
    public String toString(Locale locale) {
        Objects.requireNonNull(locale, "The locale must be given.");
        String where = where(locale);
        StringBuilder all = new StringBuilder(where).append(where.isEmpty() ? "" : "  ").append(code);
        if (isWarning()) {
            all.append("  (").append(ProblemTexts.said("warning").in(locale)).append(')');
        }
        all.append("\n    ").append(said.in(locale));
        if (maybe != null) {
            all.append("\n    ").append(maybe.in(locale));
        }
        if (text != null && line > 0) {
            String number = String.valueOf(line);
            all.append("\n ").append(number).append(" | ").append(Quoted.line(text));
            all.append("\n ").append(" ".repeat(number.length())).append(" | ").append(" ".repeat(Math.max(0, column - 1))).append('^');
        }
        return all.toString();
    }

    /** The same in English. */
    @Override
    public String toString() {
        return toString(Locale.ENGLISH);
    }
}
