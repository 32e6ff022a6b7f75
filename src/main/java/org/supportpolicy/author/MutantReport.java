package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.trial.Mutant;
import org.supportpolicy.internal.trial.MutantRules;
import org.supportpolicy.internal.trial.PolicyParts;
import org.supportpolicy.verify.Scenario;

/**
 * Which small mistakes in the rules no scenario notices: an operator flipped, a number changed, a condition or a rule left out.
 *
 * @param mutants how many mistakes were made that a policy can be loaded with
 * @param refused how many more a check of the rules refuses
 * @param survivors those that no scenario notices
 */
public record MutantReport(int mutants, int refused, List<Survivor> survivors) {

    /** Checks that all is given. */
    public MutantReport {
        Objects.requireNonNull(survivors, "The survivors must be given.");
    }

    /**
     * A mistake that no scenario notices.
     *
     * @param rule the name of the rule
     * @param file the file
     * @param line the line, from 1
     * @param said the mistake, in both languages
     * @param witness a fact set that is decided differently, when one was looked for and found; the mistake cannot matter when none is
     */
    public record Survivor(String rule, String file, int line, Problem.Said said, Optional<FactSet> witness) {

        /** Checks that all is given. */
        public Survivor {
            Objects.requireNonNull(rule, "The rule must be given.");
            Objects.requireNonNull(file, "The file must be given.");
            Objects.requireNonNull(said, "The said must be given.");
            Objects.requireNonNull(witness, "The witness must be given.");
        }

        /** The same with a mistake that is said alike in both languages. */
        public Survivor(String rule, String file, int line, String what, Optional<FactSet> witness) {
            this(rule, file, line, new Problem.Said(Objects.requireNonNull(what, "The what must be given."), what), witness);
        }

        /** The mistake, in English. */
        public String what() {
            return said.english();
        }
    }

    /**
     * Makes mistakes in the rules of a policy and runs scenarios over each.
     *
     * @param search whether to look among all combinations of facts for one that a mistake matters to when no scenario notices it
     */
    public static MutantReport of(SupportPolicy policy, List<Scenario> scenarios, boolean search) {
        return of(policy, scenarios, search, ProgressListener.NOBODY);
    }

    /**
     * The same with somebody who is told how many mistakes were tried.
     *
     * @throws CancellationException if the thread is interrupted, which it stays
     */
    public static MutantReport of(SupportPolicy policy, List<Scenario> scenarios, boolean search, ProgressListener progress) {
        return of(policy, scenarios, search, progress, 1);
    }

    /** The same of the first of so many mistakes, and of each that follows after as many. */
    static MutantReport of(SupportPolicy policy, List<Scenario> scenarios, boolean search, ProgressListener progress, int every) {
        Objects.requireNonNull(policy, "The policy must be given.");
        Objects.requireNonNull(scenarios, "The scenarios must be given.");
        scenarios.forEach(scenario -> Objects.requireNonNull(scenario, "The scenario must be given."));
        Objects.requireNonNull(progress, "The progress must be given.");
        List<Decided<Scenario>> tests = scenarios.stream().flatMap(scenario -> Decided.of(scenario, scenario.facts(), policy)).toList();
        List<Decided<FactSet>> combinations = !search ? List.of()
                : FactSpace.of(policy).parallelStream().flatMap(section -> section.combinations().stream())
                .flatMap(facts -> Decided.of(facts, facts, policy)).toList();
        PolicyParts parts = PolicyParts.of(policy);
        MutantRules rules = new MutantRules(parts.draft(), parts.rules());
        List<Survivor> survivors = new ArrayList<>();
        int refused = 0;
        List<Mutant> all = Mutant.of(parts.rules());
        List<Mutant> mutants = IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
        int tried = 0;
        for (Mutant mutant : mutants) {
            LongWork.endIfInterrupted();
            progress.at(++tried, mutants.size());
            Optional<RuleEngine> engine = rules.with(mutant);
            if (engine.isEmpty()) {
                refused++;
                continue;
            }
            SupportPolicy mutated = parts.with().apply(engine.get());
            if (!isNoticed(mutant.rule().name(), mutated, tests)) {
                Optional<FactSet> witness = combinations.parallelStream().filter(one -> shows(one.of, one.decision, mutated,
                        decision -> !PolicyDiff.differences(one.decision, decision).isEmpty())).map(one -> one.of).findAny();
                survivors.add(new Survivor(mutant.rule().name(), mutant.rule().book().source().file().name(), mutant.line(), mutant.what(),
                        witness));
            }
        }
        return new MutantReport(mutants.size() - refused, refused, survivors);
    }

    /** Whether a scenario notices a mistake in a rule; most likely one in which the rule fires does, so these come first. */
    private static boolean isNoticed(String rule, SupportPolicy mutated, List<Decided<Scenario>> tests) {
        Predicate<Decided<Scenario>> notices = test -> shows(test.of.facts(), test.decision, mutated,
                decision -> !test.of.differences(decision).isEmpty());
        return tests.parallelStream().filter(test -> test.fires(rule)).anyMatch(notices)
                || tests.parallelStream().filter(test -> !test.fires(rule)).anyMatch(notices);
    }

    /** Whether a mistake shows: the ticket is decided otherwise, for other reasons, and that is noticed; or not at all. */
    private static boolean shows(FactSet facts, Decision before, SupportPolicy mutated, Predicate<Decision> noticed) {
        try {
            Decision after = mutated.decide(facts);
            return !after.reasons().equals(before.reasons()) && noticed.test(after);
        } catch (PolicyException e) {
            return true;
        }
    }

    /** What was decided without a mistake. */
    private record Decided<T>(T of, Decision decision) {

        /** Decides a fact set; what cannot be decided shows no mistake. */
        static <T> Stream<Decided<T>> of(T of, FactSet facts, SupportPolicy policy) {
            return Stream.ofNullable(Outcome.of(policy, facts).decision()).map(decision -> new Decided<>(of, decision));
        }

        private boolean fires(String rule) {
            return decision.reasons().stream().anyMatch(reason -> reason.rule().name().equals(rule));
        }
    }

    /**
     * The report as people read it.
     *
     * @param locale Dutch for a Dutch locale, English for any other
     */
    public String explain(Locale locale) {
        return MutantText.of(this, Objects.requireNonNull(locale, "The locale must be given."));
    }

    /** The share of the mistakes that the scenarios notice, from 0 to 1. */
    public double noticed() {
        return mutants == 0 ? 1 : 1 - (double) survivors.size() / mutants;
    }
}
