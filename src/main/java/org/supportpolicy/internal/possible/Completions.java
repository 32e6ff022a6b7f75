package org.supportpolicy.internal.possible;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Reason;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.engine.RuleEngine.Planned;
import org.supportpolicy.internal.engine.RulePlan.Ask;
import org.supportpolicy.internal.engine.RulePlan.Condition;
import org.supportpolicy.internal.engine.RulePlan.Question;
import org.supportpolicy.internal.engine.RulePlan.Step;
import org.supportpolicy.internal.engine.RulePlan.Take;
import org.supportpolicy.internal.engine.RulePlan.Way;

/**
 * One fact set with all that it could be, decided at once: each rule is tried as in a decision, but goes on with the choices of values
 * for which its conditions hold, and what it concludes holds for those. Only rules that look at something open are tried; of
 * the others it is taken what the decision concluded. Not thread-safe.
 */
final class Completions {

    private static final int MOST_LOOKS = 5_000_000;

    /** A fact or finding, and the choices in which it is there. */
    record Possible(Object object, int choices) {}

    private final RuleMap map;
    private final Diagram diagram;
    private final List<Fact> closed;
    private final List<OpenFact> open;
    private final BitSet within;
    private final BitSet tried;
    /** What the decision concluded, by kind of finding, each with the rule that did. */
    private final List<Reason>[] decided;
    private final Map<Finding, Integer>[] derived;
    private final @Nullable List<Possible>[] findings;
    private final @Nullable List<Possible>[] views;
    private final @Nullable Object[] matched;
    private int looks;

    /**
     * Begins.
     *
     * @param closed the facts that are as they are
     * @param open those that could be otherwise
     * @param reasons what the decision concluded
     * @param within the rules that matter
     * @param fixed the kinds of findings that stay as they are
     */
    @SuppressWarnings("unchecked")
    Completions(RuleMap map, Diagram diagram, List<Fact> closed, List<OpenFact> open, List<Reason> reasons, BitSet within, BitSet fixed) {
        this.map = map;
        this.diagram = diagram;
        this.closed = closed;
        this.open = open;
        this.within = (BitSet) within.clone();
        fixed.stream().forEach(finding -> this.within.andNot(map.concluders(finding)));
        this.tried = new BitSet(map.size());
        this.decided = new List[map.findings()];
        for (Reason reason : reasons) {
            int finding = map.concludes(map.place(reason.rule().name()));
            if (decided[finding] == null) {
                decided[finding] = new ArrayList<>(2);
            }
            decided[finding].add(reason);
        }
        this.derived = new Map[map.findings()];
        this.findings = new List[map.findings()];
        this.views = new List[map.views()];
        this.matched = new Object[map.slots()];
        conclude();
    }

    private void conclude() {
        for (OpenFact fact : open) {
            if (fact.known() == null) {
                tried.or(map.readers(fact.type()));
            }
            for (OpenFact.Variable variable : fact.variables()) {
                tried.or(variable.place() < 0 ? map.readers(fact.type()) : map.readers(fact.type(), variable.place()));
            }
        }
        tried.and(within);
        for (int rule = tried.nextSetBit(0); rule >= 0; rule = tried.nextSetBit(rule + 1)) {
            if (map.rule(rule).again()) {
                rule = settle(rule);
            } else {
                attempt(rule);
                spread(map.concludes(rule));
            }
        }
    }

    /** Tries rules that feed each other until nothing new comes of them; gives the last of them. */
    private int settle(int first) {
        int end = first;
        int level = map.rule(first).level();
        while (end < map.size() && map.rule(end).level() == level) {
            end++;
        }
        int begin = first;
        while (begin > 0 && map.rule(begin - 1).level() == level && map.rule(begin - 1).again()) {
            begin--;
        }
        for (int rule = begin; rule < end; rule++) {
            if (within.get(rule)) {
                tried.set(rule);
            }
        }
        for (boolean grown = true; grown;) {
            List<Map<Finding, Integer>> before = new ArrayList<>();
            for (int rule = begin; rule < end; rule++) {
                Map<Finding, Integer> found = derived[map.concludes(rule)];
                before.add(found == null ? Map.of() : Map.copyOf(found));
            }
            Arrays.fill(views, null);
            Arrays.fill(findings, null);
            for (int rule = begin; rule < end; rule++) {
                if (within.get(rule)) {
                    attempt(rule);
                }
            }
            grown = false;
            for (int rule = begin; rule < end; rule++) {
                Map<Finding, Integer> found = derived[map.concludes(rule)];
                grown |= !before.get(rule - begin).equals(found == null ? Map.of() : found);
            }
        }
        Arrays.fill(views, null);
        Arrays.fill(findings, null);
        for (int rule = begin; rule < end; rule++) {
            spread(map.concludes(rule));
        }
        return end - 1;
    }

    /** Has those tried that look at what has become uncertain. */
    private void spread(int finding) {
        Map<Finding, Integer> found = derived[finding];
        if (found != null && found.values().stream().anyMatch(choices -> choices != Diagram.ALWAYS)) {
            BitSet readers = (BitSet) map.readers(finding).clone();
            readers.and(within);
            tried.or(readers);
        }
    }

    private void attempt(int place) {
        Planned rule = map.rule(place);
        for (Way way : rule.ways()) {
            follow(way, 0, Diagram.ALWAYS, map.concludes(place));
        }
    }

    private void follow(Way way, int at, int choices, int concludes) {
        if (at == way.steps().length) {
            Finding finding = (Finding) Objects.requireNonNull(way.then().of(null, matched));
            if (derived[concludes] == null) {
                derived[concludes] = new HashMap<>();
            }
            derived[concludes].merge(finding, choices, diagram::or);
        } else if (way.steps()[at] instanceof Take take) {
            for (Possible candidate : view(take)) {
                int narrowed = diagram.and(choices, candidate.choices);
                if (narrowed != Diagram.NEVER && takes(take, candidate.object)) {
                    follow(way, at + 1, narrowed, concludes);
                }
            }
        } else {
            int narrowed = diagram.and(choices, answers((Ask) way.steps()[at]));
            if (narrowed != Diagram.NEVER) {
                follow(way, at + 1, narrowed, concludes);
            }
        }
    }

    private boolean takes(Take take, Object candidate) {
        if (++looks > MOST_LOOKS) {
            throw new Diagram.TooMany();
        }
        matched[take.slot()] = candidate;
        for (Question question : take.questions()) {
            if (!question.holds(candidate, matched)) {
                return false;
            }
        }
        return true;
    }

    /** The choices in which there is a way to the end, or none. */
    private int answers(Ask ask) {
        int found = Diagram.NEVER;
        for (Step[] way : ask.ways()) {
            found = reaches(way, 0, Diagram.ALWAYS, found);
        }
        return ask.wanted() ? found : diagram.not(found);
    }

    private int reaches(Step[] steps, int at, int choices, int found) {
        if (at == steps.length) {
            return diagram.or(found, choices);
        } else if (steps[at] instanceof Ask ask) {
            int narrowed = diagram.and(choices, answers(ask));
            return narrowed == Diagram.NEVER ? found : reaches(steps, at + 1, narrowed, found);
        }
        Take take = (Take) steps[at];
        int all = found;
        for (Possible candidate : view(take)) {
            int narrowed = diagram.and(choices, candidate.choices);
            if (narrowed != Diagram.NEVER && takes(take, candidate.object)) {
                all = reaches(steps, at + 1, narrowed, all);
                if (all == Diagram.ALWAYS) {
                    break;
                }
            }
        }
        return all;
    }

    // ---- what there is to look at

    private List<Possible> view(Take take) {
        List<Possible> view = views[take.view()];
        if (view == null) {
            view = viewed(take);
            views[take.view()] = view;
        }
        return view;
    }

    private List<Possible> viewed(Take take) {
        List<Possible> viewed = new ArrayList<>();
        Condition[] conditions = take.selection().conditions();
        for (Fact fact : closed) {
            if (take.look().isInstance(fact) && holds(conditions, fact)) {
                viewed.add(new Possible(fact, Diagram.ALWAYS));
            }
        }
        for (OpenFact fact : open) {
            if (take.look().isAssignableFrom(fact.type())) {
                int choices = fact.exists(diagram);
                for (Condition condition : conditions) {
                    choices = choices == Diagram.NEVER ? choices : diagram.and(choices, choices(fact, condition));
                }
                fact.each(fact.among(take.rest()), choices, diagram, (object, narrowed) -> viewed.add(new Possible(object, narrowed)));
            }
        }
        for (int finding : map.meant(take.look())) {
            for (Possible possible : possible(finding)) {
                if (holds(conditions, possible.object)) {
                    viewed.add(possible);
                }
            }
        }
        return viewed;
    }

    private int choices(OpenFact fact, Condition condition) {
        int[] found = {Diagram.NEVER};
        fact.each(fact.among(condition.reads()), Diagram.ALWAYS, diagram, (object, choices) -> {
            if (condition.question().holds(object, matched)) {
                found[0] = diagram.or(found[0], choices);
            }
        });
        return found[0];
    }

    private boolean holds(Condition[] conditions, Object object) {
        for (Condition condition : conditions) {
            if (!condition.question().holds(object, matched)) {
                return false;
            }
        }
        return true;
    }

    /** The findings of a kind that are possible, each with the choices in which it is concluded. */
    List<Possible> possible(int finding) {
        List<Possible> possible = findings[finding];
        if (possible == null) {
            Map<Finding, Integer> found = derived[finding] == null ? new HashMap<>() : new HashMap<>(derived[finding]);
            if (decided[finding] != null) {
                for (Reason reason : decided[finding]) {
                    if (!tried.get(map.place(reason.rule().name()))) {
                        found.put(reason.concludes(), Diagram.ALWAYS);
                    }
                }
            }
            possible = new ArrayList<>(found.size());
            for (Map.Entry<Finding, Integer> each : found.entrySet()) {
                possible.add(new Possible(each.getKey(), each.getValue()));
            }
            findings[finding] = possible;
        }
        return possible;
    }
}
