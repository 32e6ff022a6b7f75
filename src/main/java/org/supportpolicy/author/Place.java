package org.supportpolicy.author;

import java.util.Objects;

/**
 * A piece of a file of a working copy. Columns count UTF-16 characters, as Java does.
 *
 * @param file its path in the working copy, such as {@code closure.drl} or {@code scenarios/closure.yaml}
 * @param line the line on which it begins, from 1
 * @param column the column at which it begins, from 1
 * @param endLine the line on which it ends
 * @param endColumn the column behind its last character
 */
public record Place(String file, int line, int column, int endLine, int endColumn) {

    /** Checks that it is one. */
    public Place {
        Objects.requireNonNull(file, "The file must be given.");
        if (line < 1 || column < 1 || endLine < line || endLine == line && endColumn < column) {
            throw new IllegalArgumentException("The place (" + line + ":" + column + " to " + endLine + ":" + endColumn
                    + ") must begin at 1:1 or behind it, and must not end before it begins.");
        }
    }

    /** Whether a line and column lie in it or right behind it. */
    boolean holds(int atLine, int atColumn) {
        return (atLine > line || atLine == line && atColumn >= column)
                && (atLine < endLine || atLine == endLine && atColumn <= endColumn);
    }
}
