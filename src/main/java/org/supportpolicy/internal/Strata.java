package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private final List<RulePlan> rules;
    private final Map<Class<?>, Set<Class<?>>> restsOn = new HashMap<>();

    private Strata(List<RulePlan> rules) {
        this.rules = rules;
        for (RulePlan rule : rules) {
            restsOn.computeIfAbsent(rule.concludes(), key -> new HashSet<>());
        }
        for (RulePlan rule : rules) {
            restsOn.get(rule.concludes()).addAll(findings(rule.reads()));
        }
        while (restsOn.values().stream().map(this::further).toList().contains(true)) {
            // until each class has everything it rests on, however far around
        }
    }

    private boolean further(Set<Class<?>> some) {
        return some.addAll(some.stream().flatMap(finding -> restsOn.get(finding).stream()).toList());
    }

    /**
     * Rules that are tried together.
     *
     * @param once those that look at nothing the stratum concludes
     * @param again those that do
     */
    record Stratum(List<Group> once, List<Group> again) {}

    /**
     * Ways of rules that look first at the same objects, so that none of them is tried when there is no such object.
     *
     * @param first what they look at first; null when they begin with asking
     * @param tries the ways, each with its rule
     */
    record Group(@Nullable Selection first, List<Try> tries) {}

    /** A way of a rule. */
    record Try(String rule, Way way) {}

    /**
     * Orders rules.
     *
     * @throws PolicyException if a finding rests on its own absence
     */
    static List<Stratum> of(List<RulePlan> rules) {
        Strata strata = new Strata(rules);
        strata.refuseCycles();
        Map<Class<?>, Integer> levels = strata.levels();
        Map<Integer, List<RulePlan>> byLevel = new TreeMap<>();
        rules.forEach(rule -> byLevel.computeIfAbsent(levels.get(rule.concludes()), level -> new ArrayList<>()).add(rule));
        return byLevel.values().stream().map(together -> new Stratum(
                groups(together.stream().filter(rule -> !strata.feedsItself(rule)).toList()),
                groups(together.stream().filter(strata::feedsItself).toList()))).toList();
    }

    private static List<Group> groups(List<RulePlan> rules) {
        Map<@Nullable Selection, List<Try>> groups = new LinkedHashMap<>();
        rules.forEach(rule -> rule.ways().forEach(way -> groups.computeIfAbsent(way.first(), first -> new ArrayList<>()).add(new Try(rule.name(), way))));
        return groups.entrySet().stream().map(group -> new Group(group.getKey(), List.copyOf(group.getValue()))).toList();
    }

    /** Whether a rule looks at something that rests on what it concludes. */
    private boolean feedsItself(RulePlan rule) {
        return findings(rule.reads()).stream().anyMatch(read -> restEachOther(rule.concludes(), read));
    }

    private boolean restEachOther(Class<?> one, Class<?> other) {
        return restsOn.get(one).contains(other) && restsOn.get(other).contains(one);
    }

    /** The findings among the classes that a rule looks at; a rule may look at many by the name of what they have in common. */
    private List<Class<?>> findings(Set<Class<?>> reads) {
        return restsOn.keySet().stream().<Class<?>>map(finding -> finding)
                .filter(finding -> reads.stream().anyMatch(read -> read.isAssignableFrom(finding) || finding.isAssignableFrom(read))).toList();
    }

    /** How many others must be known before each finding. */
    private Map<Class<?>, Integer> levels() {
        Map<Class<?>, Integer> levels = new HashMap<>();
        restsOn.keySet().forEach(finding -> level(finding, levels));
        return levels;
    }

    private int level(Class<?> finding, Map<Class<?>, Integer> levels) {
        Integer known = levels.get(finding);
        if (known != null) {
            return known;
        }
        int level = 0;
        for (Class<?> other : restsOn.get(finding)) {
            if (!restEachOther(finding, other)) {
                level = Math.max(level, level(other, levels) + 1);
            }
        }
        levels.put(finding, level);
        return level;
    }

    /** A finding must not be concluded from the absence of what rests on it. */
    private void refuseCycles() {
        List<Problem> problems = new ArrayList<>();
        for (RulePlan rule : rules) {
            for (Class<?> absent : findings(rule.settled())) {
                if (restEachOther(rule.concludes(), absent)) {
                    problems.add(new Problem("SP-R060", null, 0, 0, null, "The rule (" + rule.name() + ") concludes (" + rule.concludes().getSimpleName()
                            + ") from the absence of (" + absent.getSimpleName() + "), which itself rests on (" + rule.concludes().getSimpleName() + ").",
                            null, null));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new PolicyException("The policy", problems);
        }
    }
}
