package org.supportpolicy.verify;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.source.Limits;
import org.supportpolicy.internal.words.Quoted;

/** Collects the problems of one file, each once, as many as anyone would read. Not thread-safe. */
final class FileProblems {

    private static final int LONGEST_LINE = 200;

    private final Path file;
    private final List<String> lines;
    private final Set<Problem> problems = new LinkedHashSet<>();

    FileProblems(Path file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    /** Adds a problem of what stands at a line and column. */
    void add(int line, int column, Problem problem) {
        String shown = line <= lines.size() && lines.get(line - 1).length() <= LONGEST_LINE ? Quoted.line(lines.get(line - 1)) : null;
        if (!isFull()) {
            problems.add(problem.in(file.toString()).at(line, column, shown));
        }
    }

    /** Whether there are so many that no more is said. */
    boolean isFull() {
        return problems.size() >= Limits.PROBLEMS;
    }

    /** Adds a problem of an item. */
    void add(Item item, Problem problem) {
        add(item.line(), item.column(), problem);
    }

    /** Adds a problem of the key of an item. */
    void addToKey(Item item, Problem problem) {
        add(item.keyLine(), item.keyColumn(), problem);
    }

    /** How many there are. */
    int size() {
        return problems.size();
    }

    /** The problems by line and column. */
    List<Problem> sorted() {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column)).toList();
    }
}
