package org.supportpolicy.internal.possible;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Reason;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.engine.RuleEngine.Planned;

/**
 * The smallest changes of facts by which rules would conclude something: all changes of one component are looked at together, then all of
 * two, and so on, so that the first ones found are the smallest. Immutable and thread-safe.
 */
public final class SmallestChanges {

    /** The most components that are changed together. */
    private static final int MOST = 8;
    /** The most changes that are given. */
    private static final int MOST_GIVEN = 3;
    /** The most changes that are tried when some turn out to be none. */
    private static final int MOST_TRIED = 200;

    /**
     * What was found.
     *
     * @param changed a few of the smallest changed fact sets; none when no change does it
     * @param looked the most components that were changed together, in all ways
     */
    public record Found(List<FactSet> changed, int looked) {}

    private static final BitSet NONE = new BitSet();

    private final RuleMap map;
    private final Set<Integer> numbers;

    /** Looks at the rules of a policy. */
    public SmallestChanges(RuleEngine engine, List<CheckedRule> rules) {
        Set<Class<?>> all = new HashSet<>();
        rules.forEach(rule -> all.add(rule.concludes()));
        this.map = new RuleMap(engine, Unknowns.ALL, all);
        this.numbers = Domains.numbers(rules);
    }

    /**
     * Finds them.
     *
     * @param reasons what is concluded from the facts
     * @param which the rules that are to conclude it
     * @param wanted what they are to conclude
     * @param holds whether it is concluded from changed facts, by deciding
     */
    public Found of(FactSet facts, List<Reason> reasons, Predicate<CheckedRule> which, Predicate<Finding> wanted,
            Predicate<FactSet> holds) {
        Domains domains = new Domains(numbers);
        BitSet able = new BitSet(map.rules());
        List<Planned> rules = new ArrayList<>();
        for (int rule = 0; rule < map.rules(); rule++) {
            if (which.test(map.planned(rule).rule())) {
                able.set(rule);
                rules.add(map.planned(rule));
            }
        }
        BitSet under = map.under(able);
        able.or(under);
        Alternatives alternatives = new Alternatives(facts, map, able, domains);
        List<FactSet> found = new ArrayList<>();
        int looked = 0;
        try {
            while (found.isEmpty() && !rules.isEmpty() && looked < MOST) {
                Memory memory = new Memory(domains, map.views(), alternatives.diagram());
                Diagram diagram = memory.diagram();
                Completions all = new Completions(map, memory, alternatives.all(), reasons, NONE, under, NONE, diagram.atMost(looked + 1));
                int choices = Diagram.NEVER;
                for (Map.Entry<Finding, Integer> each : all.concluded(rules).entrySet()) {
                    choices = wanted.test(each.getKey()) ? diagram.or(choices, each.getValue()) : choices;
                }
                int[] tried = {0};
                diagram.each(choices, changed -> {
                    FactSet other = completed(alternatives, changed, facts);
                    if (other != null && holds.test(other)) {
                        found.add(other);
                    }
                    return found.size() < MOST_GIVEN && ++tried[0] < MOST_TRIED;
                });
                looked++;
            }
        } catch (Diagram.TooMany e) {
            return new Found(List.of(), looked); // what more components may do together is too entangled to be looked at
        }
        return new Found(found, looked);
    }

    /** The fact sets that differ from these in one component, the likelier values of each first. */
    public List<FactSet> each(FactSet facts) {
        Alternatives alternatives = new Alternatives(facts, map, map.all(), new Domains(numbers));
        List<FactSet> others = new ArrayList<>();
        for (OpenFact fact : alternatives.all().facts()) {
            for (OpenFact.Variable variable : fact.variables()) {
                for (int value = 1; value < variable.values().length; value++) {
                    FactSet other = completed(alternatives, Map.of(variable.number(), value), facts);
                    if (other != null) {
                        others.add(other);
                    }
                }
            }
        }
        return others;
    }

    private static @Nullable FactSet completed(Alternatives alternatives, Map<Integer, Integer> changed, FactSet facts) {
        try {
            return alternatives.all().completed(changed, facts);
        } catch (BadFactException e) {
            return null; // no fact can have all these values
        }
    }
}
