package org.supportpolicy.internal.possible;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.Reason;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Fact;
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
    /** After a diagram of so many nodes at most, twice as many components are looked at, and not just one more. */
    private static final int SIMPLE = 200_000;
    /** The most changes that are given. */
    private static final int MOST_GIVEN = 3;
    /** The most changes that are tried when some turn out to be none. */
    private static final int MOST_TRIED = 200;

    /**
     * What was found.
     *
     * @param changed a few of the smallest changed fact sets; none when no change does it
     * @param looked the most components that were changed together, in all ways
     * @param isStopped whether more may do together what was not looked at, being too much
     * @param untried the components that the rules look at and of which no other value is known
     */
    public record Found(List<FactSet> changed, int looked, boolean isStopped, List<String> untried) {}

    /**
     * Fact sets that differ from others in one component each.
     *
     * @param others the likelier values of each component first
     * @param alike for the first of several causes that are the same, and which alone is changed, how many they are
     * @param leftOut how many more there are
     */
    public record Singles(List<FactSet> others, Map<String, Integer> alike, int leftOut) {}

    private static final BitSet NONE = new BitSet();

    private final RuleMap map;
    private final RuleConstants constants;

    /**
     * Looks at the rules of a policy.
     *
     * @param own what it declares
     */
    public SmallestChanges(RuleEngine engine, List<CheckedRule> rules, OwnFacts own) {
        Set<Class<?>> all = new HashSet<>();
        rules.forEach(rule -> all.add(rule.concludes()));
        this.map = new RuleMap(engine, own.kinds().values(), all);
        this.constants = RuleConstants.of(rules, own);
    }

    /**
     * Finds them, unless the thread is interrupted.
     *
     * @param reasons what is concluded from the facts
     * @param which the rules that are to conclude it
     * @param wanted what they are to conclude
     * @param holds whether it is concluded from changed facts, by deciding
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Found of(FactSet facts, List<Reason> reasons, Predicate<CheckedRule> which, Predicate<Finding> wanted,
            Predicate<FactSet> holds) {
        Domains domains = new Domains(constants, map);
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
        boolean isSimple = false;
        boolean isStopped = rules.isEmpty();
        while (found.isEmpty() && looked < MOST && !isStopped) {
            Interruption.check();
            int reach = isSimple ? Math.min(MOST, 2 * looked) : looked + 1;
            Memory memory = new Memory(domains, map, alternatives.diagram());
            Diagram diagram = memory.diagram();
            try {
                Completions all = new Completions(map, memory, alternatives.all(), reasons, NONE, under, NONE, diagram.atMost(reach));
                int choices = Diagram.NEVER;
                for (Map.Entry<Finding, Integer> each : all.concluded(rules).entrySet()) {
                    choices = wanted.test(each.getKey()) ? diagram.or(choices, each.getValue()) : choices;
                }
                while (looked < reach && found.isEmpty() && !isStopped) {
                    isStopped = !tried(alternatives, diagram, diagram.and(choices, diagram.atMost(looked + 1)), facts, holds, found);
                    looked += isStopped ? 0 : 1;
                }
                isSimple = diagram.nodes() < SIMPLE;
            } catch (Diagram.TooMany e) {
                isStopped = !isSimple;
                isSimple = false;
            }
        }
        return new Found(found, looked, found.isEmpty() && !rules.isEmpty(), alternatives.untried());
    }

    /**
     * The fact sets that differ from these in one component.
     *
     * @param most how many are made at most; those that change one of several causes come last
     */
    public Singles each(FactSet facts, int most) {
        Alternatives alternatives = new Alternatives(facts, map, map.all(), new Domains(constants, map));
        List<FactSet> others = new ArrayList<>();
        Map<Fact, String> first = new HashMap<>();
        Map<String, Integer> alike = new LinkedHashMap<>();
        int causes = 0;
        int leftOut = 0;
        for (OpenFact fact : alternatives.all().facts().stream().sorted(Comparator.comparing(OpenFact::isCause)).toList()) {
            String before = fact.isCause() && fact.there() ? first.putIfAbsent(fact.known(), "causes[" + causes++ + "]") : null;
            if (before != null) {
                alike.merge(before, 2, (count, two) -> count + 1);
                continue;
            }
            for (OpenFact.Variable variable : fact.variables()) {
                Interruption.check();
                for (int value = 1; value < variable.values().length; value++) {
                    FactSet other = others.size() == most ? null : completed(alternatives, Map.of(variable.number(), value), facts);
                    leftOut += others.size() == most ? 1 : 0;
                    if (other != null) {
                        others.add(other);
                    }
                }
            }
        }
        return new Singles(others, alike, leftOut);
    }

    /** Decides changed facts until a few are found; whether none is left out. */
    private static boolean tried(Alternatives alternatives, Diagram diagram, int choices, FactSet facts, Predicate<FactSet> holds,
            List<FactSet> found) {
        int[] tried = {0};
        diagram.each(choices, changed -> {
            Interruption.check();
            FactSet other = completed(alternatives, changed, facts);
            if (other != null && holds.test(other)) {
                found.add(other);
            }
            return found.size() < MOST_GIVEN && ++tried[0] < MOST_TRIED;
        });
        return !found.isEmpty() || tried[0] < MOST_TRIED;
    }

    private static @Nullable FactSet completed(Alternatives alternatives, Map<Integer, Integer> changed, FactSet facts) {
        try {
            return alternatives.all().completed(changed, facts);
        } catch (BadFactException e) {
            return null; // no fact can have all these values
        }
    }
}
