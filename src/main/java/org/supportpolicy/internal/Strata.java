package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.RulePlan.Selection;
import org.supportpolicy.internal.RulePlan.Way;

/**
 * The order in which rules can be decided in one pass: a rule comes after all that conclude what it looks at. Findings that rest on
 * each other share a stratum, whose rules are tried again until nothing new comes of them.
 */
final class Strata {

    /** The classes of findings that rules conclude; the sets below hold their places in this list. */
    private final List<Class<?>> findings;
    private final Map<Class<?>, BitSet> meant = new HashMap<>();
    /** What each finding rests on, however far around. */
    private final BitSet[] restsOn;

    private Strata(List<RulePlan> rules) {
        this.findings = rules.stream().<Class<?>>map(RulePlan::concludes).distinct().toList();
        this.restsOn = new BitSet[findings.size()];
        for (RulePlan rule : rules) {
            int concluded = findings.indexOf(rule.concludes());
            restsOn[concluded] = restsOn[concluded] == null ? new BitSet() : restsOn[concluded];
            restsOn[concluded].or(among(rule.reads()));
        }
        for (int between = 0; between < restsOn.length; between++) {
            for (BitSet one : restsOn) {
                if (one.get(between)) {
                    one.or(restsOn[between]);
                }
            }
        }
    }

    /**
     * Rules that are tried together.
     *
     * @param once those that look at nothing that rests on what they conclude
     * @param again those that do
     */
    record Stratum(Group[] once, Group[] again) {}

    /**
     * Ways of rules that look first at the same objects, so that none of them is tried when there is no such object.
     *
     * @param first what they look at first; null when they begin with asking
     * @param tries the ways, each with its rule
     */
    record Group(@Nullable Selection first, Try[] tries) {}

    /** A way of a rule. */
    record Try(String rule, Way way) {}

    /**
     * Orders rules.
     *
     * @throws PolicyException if a finding rests on its own absence
     */
    static Stratum[] of(List<RulePlan> rules) {
        Strata strata = new Strata(rules);
        strata.refuseCycles(rules);
        int[] levels = strata.levels();
        Map<Integer, List<RulePlan>> byLevel = new TreeMap<>();
        rules.forEach(rule -> byLevel.computeIfAbsent(levels[strata.findings.indexOf(rule.concludes())], level -> new ArrayList<>()).add(rule));
        return byLevel.values().stream().map(together -> new Stratum(
                groups(together.stream().filter(rule -> strata.around(rule, rule.reads()).isEmpty()).toList()),
                groups(together.stream().filter(rule -> !strata.around(rule, rule.reads()).isEmpty()).toList()))).toArray(Stratum[]::new);
    }

    private static Group[] groups(List<RulePlan> rules) {
        Map<@Nullable Selection, List<Try>> groups = new LinkedHashMap<>();
        rules.forEach(rule -> rule.ways().forEach(way -> groups.computeIfAbsent(way.first(), first -> new ArrayList<>()).add(new Try(rule.name(), way))));
        return groups.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue().toArray(Try[]::new))).toArray(Group[]::new);
    }

    /** A finding must not be concluded from the absence of what rests on it. */
    private void refuseCycles(List<RulePlan> rules) {
        List<Problem> problems = new ArrayList<>();
        for (RulePlan rule : rules) {
            around(rule, rule.settled()).stream().mapToObj(findings::get).forEach(absent -> problems.add(Problem.untranslated("SP-R060", null, 0, 0, null,
                    "The rule (" + rule.name() + ") concludes (" + rule.concludes().getSimpleName() + ") from the absence of (" + absent.getSimpleName()
                            + "), which itself rests on (" + rule.concludes().getSimpleName() + ").", null, null)));
        }
        if (!problems.isEmpty()) {
            throw new PolicyException("The policy", problems);
        }
    }

    /** Those of the findings a rule looks at that rest on what it concludes. */
    private BitSet around(RulePlan rule, Collection<Class<?>> looked) {
        int concluded = findings.indexOf(rule.concludes());
        BitSet around = among(looked);
        around.and(restsOn[concluded]);
        around.stream().filter(read -> !restsOn[read].get(concluded)).forEach(around::clear);
        return around;
    }

    /** The findings among some classes; a rule may look at several by the name of what they have in common. */
    private BitSet among(Collection<Class<?>> classes) {
        BitSet among = new BitSet();
        classes.forEach(looked -> among.or(meant.computeIfAbsent(looked, this::meant)));
        return among;
    }

    private BitSet meant(Class<?> looked) {
        return IntStream.range(0, findings.size())
                .filter(i -> looked.isAssignableFrom(findings.get(i)) || findings.get(i).isAssignableFrom(looked))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** How far each finding is from those that rest on facts alone. */
    private int[] levels() {
        int[] levels = new int[restsOn.length];
        for (boolean changed = true; changed;) {
            changed = false;
            for (int i = 0; i < levels.length; i++) {
                for (int below = restsOn[i].nextSetBit(0); below >= 0; below = restsOn[i].nextSetBit(below + 1)) {
                    int least = levels[below] + (restsOn[below].get(i) ? 0 : 1);
                    changed |= least > levels[i];
                    levels[i] = Math.max(levels[i], least);
                }
            }
        }
        return levels;
    }
}
