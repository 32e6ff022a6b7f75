package org.supportpolicy.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/** Collects the problems of one document. Not thread-safe. */
final class ProblemList {

    private static final int LONGEST_LINE = 200;

    private final String source;
    private final List<String> lines;
    private final int lineOffset;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Starts a list.
     *
     * @param source the name of the document
     * @param text its text
     * @param lineOffset how many lines stand before it in its file
     */
    ProblemList(String source, String text, int lineOffset) {
        this.source = source;
        this.lines = text.lines().toList();
        this.lineOffset = lineOffset;
    }

    void add(String code, int line, int column, @Nullable String pointer, String message, @Nullable String advice) {
        String text = line >= 1 && line <= lines.size() ? lines.get(line - 1) : null;
        problems.add(new Problem(code, source, line < 1 ? 0 : line + lineOffset, column, pointer, message, advice,
                text == null || text.length() > LONGEST_LINE ? null : text));
    }

    /** Whether a problem stands at a pointer. */
    boolean at(String pointer) {
        return problems.stream().map(Problem::pointer).anyMatch(pointer::equals);
    }

    /** Whether a problem stands at a pointer or below it. */
    boolean within(String pointer) {
        return at(pointer) || problems.stream().map(Problem::pointer).anyMatch(at -> at != null && at.startsWith(pointer + "/"));
    }

    /** Throws what was collected, in the order in which it stands. */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new PolicyException("The fact set", problems);
        }
    }
}
