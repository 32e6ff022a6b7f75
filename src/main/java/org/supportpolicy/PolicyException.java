package org.supportpolicy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one error of this library: input or rules that cannot be used, with every problem at once. */
public final class PolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Unmodifiable, and of a class that can be written as this error can. */
    @SuppressWarnings("serial")
    private final List<Problem> problems;

    /**
     * Makes an error.
     *
     * @param subject what has the problems, such as {@code The policy}
     * @param problems at least one problem, in the order in which they are to be read
     */
    public PolicyException(String subject, List<Problem> problems) {
        this(subject, problems, null);
    }

    /**
     * Makes an error that keeps its cause.
     *
     * @param subject what has the problems
     * @param problems at least one problem
     * @param cause what brought it about, for a developer
     */
    public PolicyException(String subject, List<Problem> problems, @Nullable Throwable cause) {
        super(said(subject, problems), cause);
        this.problems = List.copyOf(problems);
    }

    private static String said(String subject, List<Problem> problems) {
        Objects.requireNonNull(subject, "The subject must be given.");
        Objects.requireNonNull(problems, "The problems must be given.");
        problems.forEach(problem -> Objects.requireNonNull(problem, "The problem must be given."));
        return subject + (problems.size() == 1 ? " has 1 problem." : " has " + problems.size() + " problems.") + "\n\n"
                + problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    /** What is wrong as a person reads it, in Dutch for a Dutch locale, in English for any other. */
    public String message(Locale locale) {
        Objects.requireNonNull(locale, "The locale must be given.");
        return problems.stream().map(problem -> problem.toString(locale)).collect(Collectors.joining("\n"));
    }

    /** What is wrong, in the order in which it is to be read. */
    public List<Problem> problems() {
        return problems;
    }
}
