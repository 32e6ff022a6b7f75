package org.supportpolicy.verify;

import java.util.List;
import java.util.Objects;
import org.supportpolicy.Clause;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.words.Spelling;
import org.supportpolicy.SupportPolicy;

/** Where a test of the policy begins. Immutable and thread-safe. */
public final class PolicyVerifier {

    private final SupportPolicy policy;

    private PolicyVerifier(SupportPolicy policy) {
        this.policy = policy;
    }

    /** Verifies a policy. */
    public static PolicyVerifier of(SupportPolicy policy) {
        Objects.requireNonNull(policy, "The policy must be given.");
        return new PolicyVerifier(policy);
    }

    /**
     * Verifies the rules of one clause alone; no other rule fires.
     *
     * @param clause the id of the clause
     * @throws PolicyException if there is no such clause, or no rule carries it out
     */
    public ClauseVerifier verify(String clause) {
        Objects.requireNonNull(clause, "The clause must be given.");
        List<String> ids = policy.clauses().stream().map(Clause::id).toList();
        if (!ids.contains(clause)) {
            throw new PolicyException("The test", List.of(Problem.of("SP-S006", clause).maybe(Spelling.nearest(clause, ids))));
        }
        if (policy.rules().stream().noneMatch(rule -> rule.clause().equals(clause))) {
            throw new PolicyException("The test", List.of(Problem.of("SP-S007", clause)));
        }
        return new ClauseVerifier(policy, clause);
    }

    /** Verifies what the whole policy decides. */
    public DecisionVerifier verifyPolicy() {
        return new DecisionVerifier(policy);
    }
}
