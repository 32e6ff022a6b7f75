package org.supportpolicy.author;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.words.ReportWords;

/**
 * What becomes of a fact set under a policy.
 *
 * @param policy the policy
 * @param decision the decision; null when it cannot decide
 * @param failure why it cannot; null when it can
 */
record Outcome(SupportPolicy policy, @Nullable Decision decision, @Nullable PolicyException failure) {

    /** Decides. */
    static Outcome of(SupportPolicy policy, FactSet facts) {
        try {
            return new Outcome(policy, policy.decide(facts), null);
        } catch (PolicyException e) {
            return new Outcome(policy, null, e);
        }
    }

    /** The rules that a failure names, by their places or by their names; none for a decision. */
    List<Rule> failed() {
        return failure == null ? List.of()
                : policy.rules().stream().filter(rule -> failure.problems().stream().anyMatch(problem -> isNamed(rule, problem))).toList();
    }

    private static boolean isNamed(Rule rule, Problem problem) {
        return rule.file().equals(problem.source()) && rule.line() == problem.line() || problem.message().contains(rule.name());
    }

    /** The first problem of a failure, with its code. */
    Problem.Said said() {
        if (failure == null) {
            return ReportWords.said("diff.decided");
        }
        Problem first = failure.problems().get(0);
        return new Problem.Said(first.code() + " " + first.said().english(), first.code() + " " + first.said().dutch());
    }
}
