package org.supportpolicy;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with input or with a rule file.
 *
 * @param code a stable code such as {@code SP-R003}
 * @param source the file, or what stands for it; null when there is none
 * @param line the line, from 1; 0 when unknown
 * @param column the column, from 1; 0 when unknown
 * @param pointer the JSON pointer of the value; null where there is none
 * @param message what is wrong, with the value in parentheses, and what must hold
 * @param advice what may help, beginning with <em>Maybe</em>; null when nothing is known
 * @param text the source line the problem stands on; null when unknown
 */
public record Problem(
        String code,
        @Nullable String source,
        int line,
        int column,
        @Nullable String pointer,
        String message,
        @Nullable String advice,
        @Nullable String text) {

    /** Where the problem stands: file, line and column, then the pointer, as far as they are known. */
    public String where() {
        StringBuilder where = new StringBuilder();
        if (source != null) {
            where.append(source);
        }
        if (line > 0) {
            where.append(where.isEmpty() ? "" : ":").append(line).append(':').append(column);
        }
        if (pointer != null) {
            where.append(where.isEmpty() ? "" : "  ").append(pointer.isEmpty() ? "(whole document)" : pointer);
        }
        return where.toString();
    }

    /** The problem as a person reads it: where, code, what, advice, and the source line with a caret. */
    @Override
    public String toString() {
        StringBuilder all = new StringBuilder(where()).append(where().isEmpty() ? "" : "  ").append(code).append("\n    ").append(message);
        if (advice != null) {
            all.append("\n    ").append(advice);
        }
        if (text != null && line > 0) {
            String number = String.valueOf(line);
            all.append("\n ").append(number).append(" | ").append(text);
            all.append("\n ").append(" ".repeat(number.length())).append(" | ").append(" ".repeat(Math.max(0, column - 1))).append('^');
        }
        return all.toString();
    }
}
