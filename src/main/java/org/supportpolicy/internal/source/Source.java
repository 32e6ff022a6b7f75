package org.supportpolicy.internal.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.words.Quoted;

/** The text of a file, in which problems are placed. Offsets count from its start. Not thread-safe. */
public final class Source {

    private static final int SHOWN = 200;
    private static final Pattern LONE_RETURN = Pattern.compile("\\r(?!\\n)");

    private final RuleFile file;
    private final String text;
    private final int[] starts;
    private final Set<Problem> mistakes = new LinkedHashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    /** Takes a file. */
    public Source(RuleFile file) {
        this.file = file;
        this.text = LONE_RETURN.matcher(file.text()).replaceAll("\n");
        this.starts = java.util.stream.IntStream.concat(java.util.stream.IntStream.of(0),
                java.util.stream.IntStream.range(0, text.length()).filter(at -> text.charAt(at) == '\n').map(at -> at + 1)).toArray();
    }

    /** The file. */
    public RuleFile file() {
        return file;
    }

    /** Its text, in which a line ends with a newline whatever ends it in the file. */
    String text() {
        return text;
    }

    /** A piece of it. */
    public String text(int start, int end) {
        return text.substring(start, end);
    }

    /** A piece of it on one line. */
    public String condensed(int start, int end) {
        return text(start, end).replaceAll("\\s+", " ").strip();
    }

    /** The line an offset lies on, from 1. */
    public int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** A line without its end, from 1, each character as wide as any other; null when it is too long to be shown. */
    public @Nullable String line(int number) {
        int end = endOf(number);
        return end - starts[number - 1] > SHOWN ? null : Quoted.line(text.substring(starts[number - 1], end).replace('\t', ' '));
    }

    /** Where a line ends, before what ends it. */
    private int endOf(int number) {
        int end = number < starts.length ? starts[number] - 1 : text.length();
        return end > starts[number - 1] && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Where an offset lies, such as {@code closure.drl:12}. */
    public String place(int offset) {
        return file.name() + ":" + lineOf(offset);
    }

    /**
     * Adds a problem at an offset; the same problem at the same place counts once, and what comes after far too many of its kind is
     * dropped.
     */
    public void add(int offset, Problem problem) {
        Set<Problem> problems = problem.isWarning() ? warnings : mistakes;
        if (problems.size() < Limits.PROBLEMS) {
            int line = lineOf(offset);
            int column = Math.min(offset, endOf(line)) - starts[line - 1] + 1;
            problems.add(problem.in(file.name()).at(line, column, line(line)));
        }
    }

    /** Whether nothing was found that keeps the file from being used. */
    public boolean isSound() {
        return mistakes.isEmpty();
    }

    /** Whether so much keeps the file from being used that no more is said. */
    public boolean isFull() {
        return mistakes.size() >= Limits.PROBLEMS;
    }

    /** What was found, by line and column; no mistake is left out for a warning. */
    public List<Problem> problems() {
        List<Problem> sorted = new ArrayList<>(mistakes);
        warnings.stream().limit(Limits.PROBLEMS - mistakes.size()).forEach(sorted::add);
        sorted.sort(java.util.Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return sorted;
    }
}
