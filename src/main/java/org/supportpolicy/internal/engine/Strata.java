package org.supportpolicy.internal.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.RuleGraph;
import org.supportpolicy.internal.engine.RulePlan.Selection;
import org.supportpolicy.internal.engine.RulePlan.Way;

/**
 * The order in which rules can be decided in one pass: a rule comes after all that conclude what it looks at. Findings that rest on
 * each other share a stratum, whose rules are tried again until nothing new comes of them.
 */
final class Strata {

    private Strata() {}

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

    /**
     * A way of a rule.
     *
     * @param number the number of the rule among all that the engine was given, from 0
     */
    record Try(CheckedRule rule, int number, Way way) {}

    /** Orders rules, none of which concludes a finding from the absence of what rests on it. */
    static Stratum[] of(List<CheckedRule> given, RulePlanner planner) {
        Map<CheckedRule, Integer> numbers = new HashMap<>();
        given.forEach(rule -> numbers.put(rule, numbers.size()));
        // whatever their order in the files
        List<CheckedRule> rules = given.stream().sorted(Comparator.comparing(CheckedRule::name)).toList();
        RuleGraph graph = new RuleGraph(rules);
        Map<Integer, List<CheckedRule>> byLevel = new TreeMap<>();
        rules.forEach(rule -> byLevel.computeIfAbsent(graph.level(rule), level -> new ArrayList<>()).add(rule));
        return byLevel.values().stream().map(together -> new Stratum(
                groups(together.stream().filter(rule -> !graph.restsOnItself(rule)).toList(), numbers, planner),
                groups(together.stream().filter(graph::restsOnItself).toList(), numbers, planner))).toArray(Stratum[]::new);
    }

    private static Group[] groups(List<CheckedRule> rules, Map<CheckedRule, Integer> numbers, RulePlanner planner) {
        Map<@Nullable Selection, List<Try>> groups = new LinkedHashMap<>();
        rules.forEach(rule -> planner.plan(rule).ways().forEach(way ->
                groups.computeIfAbsent(way.first(), first -> new ArrayList<>()).add(new Try(rule, numbers.get(rule), way))));
        return groups.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue().toArray(Try[]::new)))
                .toArray(Group[]::new);
    }
}
