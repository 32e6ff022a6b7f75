package org.supportpolicy.author;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.supportpolicy.Decision;
import org.supportpolicy.InParallel;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.internal.record.Given;
import org.supportpolicy.verify.Scenario;

/**
 * How scenarios come out by a policy.
 *
 * @param results how each does, in the order in which they stand
 */
public record ScenarioReport(List<Result> results) {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Problem.Said NOTHING = new Problem.Said("", "");

    /** Copies. */
    public ScenarioReport {
        results = Given.list(results, "results", "result");
    }

    /**
     * How a scenario comes out.
     *
     * @param scenario the scenario
     * @param clauses the ids of the clauses that it is about: those that it names, and those whose rules conclude what
     *     it expects to be there
     * @param decided whether the policy can decide the ticket
     * @param failure what is not as expected, or why the ticket cannot be decided; empty when all is as expected
     */
    public record Result(Scenario scenario, Set<String> clauses, boolean decided, Problem.Said failure) {

        /** Copies. */
        public Result {
            Objects.requireNonNull(scenario, "The scenario must be given.");
            Objects.requireNonNull(clauses, "The clauses must be given.").forEach(clause ->
                    Objects.requireNonNull(clause, "The clause must be given."));
            clauses = Set.copyOf(clauses);
            Objects.requireNonNull(failure, "The failure must be given.");
        }

        /** Runs a scenario. */
        public static Result of(SupportPolicy policy, Scenario scenario) {
            Objects.requireNonNull(scenario, "The scenario must be given.");
            try {
                Decision decision = Objects.requireNonNull(policy, "The policy must be given.").decide(scenario.facts());
                Set<String> clauses = scenario.subjects(decision);
                List<String> differences = scenario.differences(decision, policy, Locale.ENGLISH);
                return new Result(scenario, clauses, true, differences.isEmpty() ? NOTHING
                        : new Problem.Said(String.join("\n", differences),
                                String.join("\n", scenario.differences(decision, policy, DUTCH))));
            } catch (PolicyException e) {
                return new Result(scenario, scenario.named(), false, new Problem.Said(e.message(Locale.ENGLISH), e.message(DUTCH)));
            }
        }

        /** Whether the decision is as expected. */
        public boolean isAsExpected() {
            return failure.english().isEmpty();
        }
    }

    /** Runs scenarios. */
    public static ScenarioReport of(SupportPolicy policy, List<Scenario> scenarios) {
        Objects.requireNonNull(policy, "The policy must be given.");
        List<Scenario> all = Given.list(scenarios, "scenarios", "scenario");
        try (Stream<Result> results = InParallel.map(all.stream(), each -> Result.of(policy, each))) {
            return new ScenarioReport(results.toList());
        }
    }

    /** How many are as expected. */
    public int asExpected() {
        return (int) results.stream().filter(Result::isAsExpected).count();
    }
}
