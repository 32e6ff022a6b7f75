package org.supportpolicy.author;

import java.util.List;
import java.util.Objects;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.record.Given;

/**
 * What may put a problem right: the word that was probably meant.
 *
 * @param title what is done, in both languages
 * @param problem the problem
 * @param edits the changes
 */
public record Fix(Problem.Said title, Problem problem, List<TextEdit> edits) {

    /** Checks that all is given, and copies. */
    public Fix {
        Objects.requireNonNull(title, "The title must be given.");
        Objects.requireNonNull(problem, "The problem must be given.");
        edits = Given.list(edits, "edits", "edit");
    }
}
