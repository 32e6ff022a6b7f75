package org.supportpolicy;

import org.supportpolicy.fact.Limits;

/** A text of lines that stand under each other by steps; nothing in it is obeyed by a terminal. Not thread-safe. */
final class TextLines {

    private static final String STEP = "    ";

    private final StringBuilder text = new StringBuilder();

    /** Adds a line, so many steps in. */
    void line(int depth, String content) {
        text.append(STEP.repeat(depth)).append(Limits.escaped(content)).append('\n');
    }

    /** Adds an empty line. */
    void gap() {
        text.append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
