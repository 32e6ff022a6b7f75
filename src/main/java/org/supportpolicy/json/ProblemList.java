package org.supportpolicy.json;

import com.fasterxml.jackson.core.JsonLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Limits;

/**
 * Collects the problems of one document, as many as anyone would read; their places are looked up at the end, in one go. Not thread-safe.
 */
final class ProblemList {

    private static final int LONGEST_LINE = 200;
    /** In the place of the number of a token: what has its place, or comes from no text. */
    static final int PLACED = -1;

    /** What some editors write before the first character of a file. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A problem of what begins with a token; or one that has its place. */
    private record Found(int token, Problem problem) {}

    private final String source;
    private final String text;
    private final int lineOffset;
    private final List<Found> found = new ArrayList<>();
    /** Where what stands there may be a free text, and is not shown. */
    private final Set<String> hidden = new HashSet<>();

    /**
     * Starts a list.
     *
     * @param source the name of the document
     * @param text its text, before which a byte order mark may stand, which is passed over
     * @param lineOffset how many lines stand before it in its file
     */
    ProblemList(String source, String text, int lineOffset) {
        this.source = source;
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        this.lineOffset = lineOffset;
    }

    /** The text of the document, without a byte order mark. */
    String text() {
        return text;
    }

    /**
     * Adds a problem of what begins with a token and stands at a pointer.
     *
     * @throws PolicyException if there are enough, so that nothing of the document need be looked at any more
     */
    void add(int token, Pointer pointer, Problem problem) {
        if (found.size() == Limits.PROBLEMS) {
            List<Problem> problems = sorted();
            Problem last = problems.get(problems.size() - 1);
            problems.add(Problem.of("SP-I009", Limits.PROBLEMS).in(source).at(last.line(), last.column(), null));
            throw new PolicyException("The fact set", problems);
        }
        found.add(new Found(token, problem.at(pointer.toString())));
    }

    /** The same of what may be a free text: the line is shown without what stands there. */
    void addHidden(int token, Pointer pointer, Problem problem) {
        hidden.add(pointer.toString());
        add(token, pointer, problem);
    }

    /** Adds a problem at a line and column of the text. */
    void add(int line, int column, Problem problem) {
        found.add(new Found(PLACED, problem.at(Math.max(0, line), column, null)));
    }

    /** Whether a problem stands at a pointer. */
    boolean at(Pointer pointer) {
        String there = pointer.toString();
        return found.stream().anyMatch(each -> there.equals(each.problem.pointer()));
    }

    /** Whether a problem stands at a pointer or below it. */
    boolean within(Pointer pointer) {
        String below = pointer + "/";
        return at(pointer) || found.stream().map(each -> each.problem.pointer()).anyMatch(at -> at != null && at.startsWith(below));
    }

    /** Throws what was collected, in the order in which it stands. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new PolicyException("The fact set", sorted());
        }
    }

    private List<Problem> sorted() {
        Set<Integer> tokens = found.stream().map(Found::token).filter(token -> token != PLACED)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Integer, JsonLocation> places = JsonTree.places(text, tokens);
        List<Problem> problems = new ArrayList<>();
        for (Found each : found) {
            JsonLocation at = places.get(each.token);
            problems.add(at == null ? each.problem : each.problem.at(at.getLineNr(), at.getColumnNr(), null));
        }
        problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        int number = 1;
        int begin = 0;
        for (int i = 0; i < problems.size(); i++) {
            Problem problem = problems.get(i);
            for (; number < problem.line() && begin < text.length(); number++) {
                begin = nextLine(begin);
            }
            problems.set(i, problem.in(source).at(problem.line() == 0 ? 0 : problem.line() + lineOffset, problem.column(),
                    shown(problem, begin)));
        }
        return problems;
    }

    private int nextLine(int begin) {
        int end = lineEnd(begin, text.length());
        return Math.min(text.length(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
    }

    /** Where the line ends that begins at an index, looked for up to another. */
    private int lineEnd(int begin, int most) {
        int end = begin;
        while (end < most && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** The line that begins at an index as it is shown: not a long one, and without the texts that stand in it. */
    private @Nullable String shown(Problem problem, int begin) {
        int end = lineEnd(begin, Math.min(text.length(), begin + LONGEST_LINE + 1));
        return problem.line() == 0 || begin == text.length() || end - begin > LONGEST_LINE ? null
                : Masked.line(text.substring(begin, end), hidden.contains(problem.pointer()) ? Masked.NOWHERE : problem.column());
    }
}
