package org.supportpolicy.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;

/** Verifies the rules of one clause alone. Immutable and thread-safe. */
public final class ClauseVerifier {

    private final SupportPolicy policy;
    private final String clause;

    ClauseVerifier(SupportPolicy policy, String clause) {
        this.policy = policy;
        this.clause = clause;
    }

    /** Gives the facts. */
    public Given given(FactSet facts) {
        Objects.requireNonNull(facts, "The facts must be given.");
        return new Given(facts, List.of());
    }

    /** Gives an instant and the facts known at it. */
    public Given given(Instant asOf, Fact... facts) {
        return given(FactSet.builder(asOf).with(facts).build());
    }

    /** What is given to a clause. Immutable and thread-safe. */
    public final class Given {

        private final FactSet facts;
        private final List<Finding> findings;

        private Given(FactSet facts, List<Finding> findings) {
            this.facts = facts;
            this.findings = findings;
        }

        /** Gives findings of other clauses too, as if their rules had concluded them. */
        public Given and(Finding... more) {
            List<Finding> all = new ArrayList<>(findings);
            all.addAll(Arguments.given(more, "finding"));
            return new Given(facts, List.copyOf(all));
        }

        /**
         * Asserts that the clause concludes these findings, whatever else it concludes.
         *
         * @throws AssertionError if one of them is missing
         */
        public void concludes(Finding... expected) {
            List<Finding> all = Arguments.given(expected, "finding");
            Decision decision = decide();
            Failure.unless(concluded(decision).containsAll(all), clause, decision,
                    "concludes " + Failure.say(all, decision), "concludes " + Failure.say(concluded(decision), decision));
        }

        /**
         * Asserts that the clause concludes nothing from what is given.
         *
         * @throws AssertionError if it concludes something
         */
        public void isSilent() {
            Decision decision = decide();
            Failure.unless(concluded(decision).isEmpty(), clause, decision, "is silent",
                    "concludes " + Failure.say(concluded(decision), decision));
        }

        private Decision decide() {
            return policy.decide(facts, findings, clause);
        }

        private static Collection<Finding> concluded(Decision decision) {
            return decision.findings(Finding.class);
        }
    }
}
