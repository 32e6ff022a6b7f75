package org.supportpolicy.json;

import com.fasterxml.jackson.core.JsonLocation;
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
    private final String text;
    private final int lineOffset;
    private final List<Problem> problems = new ArrayList<>();
    /** What only problems need; null until there is one. */
    private @Nullable List<String> lines;
    private @Nullable List<JsonLocation> places;

    /**
     * Starts a list.
     *
     * @param source the name of the document
     * @param text its text
     * @param lineOffset how many lines stand before it in its file
     */
    ProblemList(String source, String text, int lineOffset) {
        this.source = source;
        this.text = text;
        this.lineOffset = lineOffset;
    }

    /** Adds a problem of what begins with a token and stands at a pointer. */
    void add(int token, Pointer pointer, Problem problem) {
        if (places == null) {
            places = JsonTree.places(text);
        }
        JsonLocation at = places.get(token);
        add(at.getLineNr(), at.getColumnNr(), problem.at(pointer.toString()));
    }

    /** Adds a problem at a line and column of the text. */
    void add(int line, int column, Problem problem) {
        if (lines == null) {
            lines = text.lines().toList();
        }
        String shown = line >= 1 && line <= lines.size() && lines.get(line - 1).length() <= LONGEST_LINE ? Masked.line(lines.get(line - 1), column) : null;
        problems.add(problem.in(source).at(line < 1 ? 0 : line + lineOffset, column, shown));
    }

    /** Whether a problem stands at a pointer. */
    boolean at(Pointer pointer) {
        String there = pointer.toString();
        return problems.stream().map(Problem::pointer).anyMatch(there::equals);
    }

    /** Whether a problem stands at a pointer or below it. */
    boolean within(Pointer pointer) {
        String below = pointer + "/";
        return at(pointer) || problems.stream().map(Problem::pointer).anyMatch(at -> at != null && at.startsWith(below));
    }

    /** Throws what was collected, in the order in which it stands. */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new PolicyException("The fact set", problems);
        }
    }
}
