package org.supportpolicy.author;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.Mutant;
import org.supportpolicy.internal.MutantRules;
import org.supportpolicy.internal.PolicyFiles;
import org.supportpolicy.verify.Scenario;

/**
 * Which small mistakes in the rules no scenario notices: an operator flipped, a number changed, a condition or a rule left out.
 *
 * @param mutants how many mistakes were made
 * @param survivors those that no scenario notices
 */
public record MutantReport(int mutants, List<Survivor> survivors) {

    /**
     * A mistake that no scenario notices.
     *
     * @param rule the name of the rule
     * @param file the file
     * @param line the line, from 1
     * @param what the mistake
     * @param witness a fact set that is decided differently, when one was looked for and found; the mistake cannot matter when none is
     */
    public record Survivor(String rule, String file, int line, String what, Optional<FactSet> witness) {}

    /**
     * Makes mistakes in the rules of a directory and runs scenarios over each.
     *
     * @param search whether to look among all combinations of facts for one that a mistake matters to when no scenario notices it
     */
    public static MutantReport of(Path directory, List<Scenario> scenarios, boolean search) {
        return of(SupportPolicy.load(directory), PolicyFiles.in(directory), scenarios, search);
    }

    /** The same for the standard rules. */
    public static MutantReport ofStandard(List<Scenario> scenarios, boolean search) {
        return of(SupportPolicy.standard(), PolicyFiles.standard(), scenarios, search);
    }

    private static MutantReport of(SupportPolicy policy, PolicyFiles files, List<Scenario> scenarios, boolean search) {
        List<Decided<Scenario>> tests = scenarios.stream().map(scenario -> Decided.of(scenario, scenario.facts(), policy)).toList();
        List<Decided<FactSet>> combinations = !search ? List.of() : FactSpace.of(policy).parallelStream().flatMap(section -> section.combinations().stream())
                .map(facts -> Decided.of(facts, facts, policy)).toList();
        List<Mutant> mutants = Mutant.of(files.rules());
        List<Survivor> survivors = new ArrayList<>();
        new MutantRules(files).run(mutants, (mutant, running) -> {
            if (running == null) {
                return;
            }
            SupportPolicy mutated = SupportPolicy.of(files, running.engine());
            boolean noticed = tests.parallelStream().anyMatch(test -> running.matters(test.memory) && fails(test.of, mutated));
            if (!noticed) {
                Optional<FactSet> witness = combinations.parallelStream().filter(one -> running.matters(one.memory) && differs(one.of, one.answers, mutated))
                        .map(one -> one.of).findAny();
                survivors.add(new Survivor(mutant.rule(), mutant.file(), mutant.line(), mutant.what(), witness));
            }
        });
        return new MutantReport(mutants.size(), survivors);
    }

    private static boolean fails(Scenario scenario, SupportPolicy mutated) {
        try {
            return !scenario.differences(mutated.decide(scenario.facts())).isEmpty();
        } catch (PolicyException e) {
            return true;
        }
    }

    private static boolean differs(FactSet facts, Decision decision, SupportPolicy mutated) {
        try {
            return !PolicyDiff.differences(decision, mutated.decide(facts)).isEmpty();
        } catch (PolicyException e) {
            return true;
        }
    }

    /** What was decided without a mistake. */
    private record Decided<T>(T of, Decision answers, List<Object> memory) {
        static <T> Decided<T> of(T of, FactSet facts, SupportPolicy policy) {
            Decision decision = policy.decide(facts);
            return new Decided<>(of, decision, MutantRules.memory(facts, decision));
        }
    }

    /** The share of the mistakes that the scenarios notice, from 0 to 1. */
    public double noticed() {
        return mutants == 0 ? 1 : 1 - (double) survivors.size() / mutants;
    }
}
