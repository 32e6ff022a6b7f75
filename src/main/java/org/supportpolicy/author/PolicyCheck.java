package org.supportpolicy.author;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.supportpolicy.Clause;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.check.PolicyChecker;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.verify.ScenarioSuite;

/** Checks the files of a working copy: rules, clause texts, readings and scenarios. Nothing of them is run. */
public final class PolicyCheck {

    private PolicyCheck() {}

    /**
     * Every problem of every file, by file, line and column; none, or warnings alone, when the policy can be loaded.
     *
     * @param directory the working copy
     */
    public static List<Problem> check(Path directory) {
        Objects.requireNonNull(directory, "The directory must be given.");
        List<Problem> problems = new ArrayList<>();
        try {
            List<Problem> unread = new ArrayList<>();
            Draft draft = Draft.read(PolicyFiles.in(directory, unread));
            PolicyChecker.check(draft, unread.isEmpty());
            problems.addAll(draft.problems(unread));
            Path scenarios = directory.resolve("scenarios");
            if (Files.isDirectory(scenarios)) {
                problems.addAll(ScenarioSuite.problems(draft.clauses().clauses().stream().map(Clause::id).toList(), OwnFacts.in(directory),
                        scenarios));
            }
        } catch (PolicyException e) {
            problems.addAll(e.problems());
        }
        return problems;
    }
}
