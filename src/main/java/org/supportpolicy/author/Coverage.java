package org.supportpolicy.author;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.internal.trial.ConditionCounter;
import org.supportpolicy.internal.trial.PolicyParts;
import org.supportpolicy.verify.Scenario;

/**
 * Which rules and which single conditions scenarios try both ways.
 *
 * @param scenarios how many scenarios there are
 * @param rules every rule, in the order in which they are written
 */
public record Coverage(int scenarios, List<RuleCoverage> rules) {

    /** Checks that all is given. */
    public Coverage {
        Objects.requireNonNull(rules, "The rules must be given.");
    }

    /**
     * A rule.
     *
     * @param rule the rule
     * @param fired in how many scenarios it fires
     * @param silent in how many it is silent
     * @param conditions its single conditions
     */
    public record RuleCoverage(Rule rule, int fired, int silent, List<Condition> conditions) {

        /** Checks that all is given. */
        public RuleCoverage {
            Objects.requireNonNull(rule, "The rule must be given.");
            Objects.requireNonNull(conditions, "The conditions must be given.");
        }

        /** Whether it fires in one scenario and is silent in another. */
        public boolean isTriedBothWays() {
            return fired > 0 && silent > 0;
        }
    }

    /**
     * A single condition.
     *
     * @param text the condition as it is written
     * @param line the line on which it begins, from 1
     * @param held whether it held in a scenario
     * @param failed whether it failed in one, the conditions before it holding
     */
    public record Condition(String text, int line, boolean held, boolean failed) {

        /** Checks that all is given. */
        public Condition {
            Objects.requireNonNull(text, "The text must be given.");
        }

        /** Whether it held in one scenario and failed in another. */
        public boolean isTriedBothWays() {
            return held && failed;
        }
    }

    /** Runs scenarios by a policy and counts; those that cannot be decided are passed over. */
    public static Coverage of(SupportPolicy policy, List<Scenario> scenarios) {
        return of(policy, scenarios, ProgressListener.NOBODY);
    }

    /**
     * The same with somebody who is told how many scenarios were run.
     *
     * @throws CancellationException if the thread is interrupted, which it stays
     */
    public static Coverage of(SupportPolicy policy, List<Scenario> scenarios, ProgressListener progress) {
        Objects.requireNonNull(policy, "The policy must be given.");
        Objects.requireNonNull(scenarios, "The scenarios must be given.");
        scenarios.forEach(scenario -> Objects.requireNonNull(scenario, "The scenario must be given."));
        Objects.requireNonNull(progress, "The progress must be given.");
        ConditionCounter counter = new ConditionCounter(PolicyParts.of(policy).rules());
        int decided = 0;
        int run = 0;
        for (Scenario scenario : scenarios) {
            LongWork.endIfInterrupted();
            progress.at(++run, scenarios.size());
            try {
                counter.add(scenario.facts(), policy.decide(scenario.facts()));
                decided++;
            } catch (PolicyException e) {
                continue; // the tests say it
            }
        }
        return new Coverage(decided, policy.rules().stream()
                .map(rule -> new RuleCoverage(rule, counter.fired(rule.name()), counter.silent(rule.name()),
                counter.parts(rule.name()).stream().map(part -> new Condition(part.text(), part.line(), part.held(), part.failed()))
                        .toList())).toList());
    }

    /**
     * What is not tried both ways, and how much is, as people read it.
     *
     * @param locale Dutch for a Dutch locale, English for any other
     */
    public String explain(Locale locale) {
        return CoverageText.of(this, Objects.requireNonNull(locale, "The locale must be given."));
    }

    /** How many rules are tried both ways. */
    public int rulesTried() {
        return (int) rules.stream().filter(RuleCoverage::isTriedBothWays).count();
    }

    /** How many conditions there are. */
    public int conditions() {
        return rules.stream().mapToInt(rule -> rule.conditions().size()).sum();
    }

    /** How many conditions are tried both ways. */
    public int conditionsTried() {
        return (int) rules.stream().flatMap(rule -> rule.conditions().stream()).filter(Condition::isTriedBothWays).count();
    }
}
