package org.supportpolicy.author;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpolicy.Clause;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;

/** Checks the rule files and clause texts of a directory. */
public final class PolicyCheck {

    private PolicyCheck() {}

    /**
     * Every problem of every file, by file, line and column; none when the policy can be loaded and every clause has a rule or the
     * mark that it is not automated.
     */
    public static List<Problem> check(Path directory) {
        try {
            return uncarried(SupportPolicy.load(directory), directory);
        } catch (PolicyException e) {
            return e.problems();
        }
    }

    private static List<Problem> uncarried(SupportPolicy policy, Path directory) {
        Set<String> cited = policy.rules().stream().map(Rule::clause).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        String source = directory.resolve("policy.en.md").toString();
        for (Clause clause : policy.clauses()) {
            if (clause.notAutomated() == null && !cited.contains(clause.id())) {
                problems.add(Problem.untranslated("SP-R015", source, 0, 0, null, "The clause (" + clause.id() + ") must have a rule, or the mark that it is not automated.",
                        "Maybe a paragraph Not automated: and the reason (Niet geautomatiseerd: in the Dutch text).", null));
            } else if (clause.notAutomated() != null && cited.contains(clause.id())) {
                problems.add(Problem.untranslated("SP-R016", source, 0, 0, null, "The clause (" + clause.id() + ") is marked as not automated and must have no rule.", null, null));
            }
        }
        return problems;
    }
}
