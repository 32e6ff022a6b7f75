package org.supportpolicy.verify;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;

/** Verifies what the whole policy decides. Immutable and thread-safe. */
public final class DecisionVerifier {

    private static final String SUBJECT = "The decision";

    private final SupportPolicy policy;

    DecisionVerifier(SupportPolicy policy) {
        this.policy = policy;
    }

    /** Decides from facts. */
    public Decided given(FactSet facts) {
        return new Decided(policy.decide(facts));
    }

    /** Decides from the facts known at an instant. */
    public Decided given(Instant asOf, Fact... facts) {
        return given(FactSet.builder(asOf).with(facts).build());
    }

    /** A decision to look at. Immutable and thread-safe. */
    public static final class Decided {

        private final Decision decision;

        private Decided(Decision decision) {
            this.decision = decision;
        }

        /** The decision itself, for assertions of another library. */
        public Decision decision() {
            return decision;
        }

        /**
         * Asserts that these findings were concluded, whatever else was.
         *
         * @throws AssertionError if one of them is missing
         */
        public Because decides(Finding... expected) {
            List<Finding> all = Arguments.given(expected, "finding");
            Set<Finding> found = decision.findings(Finding.class);
            List<Finding> sameKind = found.stream()
                    .filter(finding -> all.stream().anyMatch(wanted -> wanted.getClass() == finding.getClass())).toList();
            Failure.unless(found.containsAll(all), SUBJECT, decision,
                    "decides " + Failure.say(all, decision), "decides " + Failure.say(sameKind, decision));
            return new Because(decision, all);
        }

        /**
         * Asserts what a view of the decision shows, as in {@code decides(Decision::urgency, 2)}.
         *
         * @param view the view; an {@code Optional} is opened first
         * @param expected what it must show; null for an empty one
         * @throws AssertionError if it shows something else
         */
        public Because decides(Function<Decision, ?> view, @Nullable Object expected) {
            Objects.requireNonNull(view, "The view must be given.");
            Object shown = view.apply(decision);
            Object actual = shown instanceof Optional<?> optional ? optional.orElse(null) : shown;
            Failure.unless(Objects.equals(actual, expected), SUBJECT, decision, String.valueOf(expected), String.valueOf(actual));
            return new Because(decision, decision.findings(Finding.class));
        }
    }

    /** What was decided, whose clauses are asked for next. Immutable and thread-safe. */
    public static final class Because {

        private final Decision decision;
        private final Collection<? extends Finding> decided;

        private Because(Decision decision, Collection<? extends Finding> decided) {
            this.decision = decision;
            this.decided = decided;
        }

        /**
         * Asserts that what was decided rests on these clauses, at whatever depth.
         *
         * @throws AssertionError if a clause is not cited
         */
        public void because(String... clauses) {
            List<String> all = Arguments.given(clauses, "clause");
            Set<String> cited = Grounds.clauses(decision, decided);
            Failure.unless(cited.containsAll(all), SUBJECT, decision,
                    "because " + String.join(", ", clauses), "because " + String.join(", ", cited));
        }
    }
}
