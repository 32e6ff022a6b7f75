package org.supportpolicy.internal.possible;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Reason;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.engine.RuleEngine.Planned;
import org.supportpolicy.internal.engine.RulePlan.Ask;
import org.supportpolicy.internal.engine.RulePlan.Condition;
import org.supportpolicy.internal.engine.RulePlan.Question;
import org.supportpolicy.internal.engine.RulePlan.Step;
import org.supportpolicy.internal.engine.RulePlan.Take;
import org.supportpolicy.internal.engine.RulePlan.Way;
import org.supportpolicy.internal.possible.Memory.Found;
import org.supportpolicy.internal.possible.RuleMap.Input;
import org.supportpolicy.internal.possible.RuleMap.Kind;
import org.supportpolicy.internal.record.Shape;

/**
 * One fact set with all that it could be, decided at once: each rule is tried as in a decision, but goes on with the choices of values
 * for which its conditions hold, and what it concludes holds for those. Only findings that rest on something open are
 * looked at; the others are what the decision concluded. What was found for the same facts before is remembered. Not thread-safe.
 */
final class Completions {

    private static final int MOST_LOOKS = 5_000_000;

    /** A fact or finding, and the choices in which it is there. */
    record Possible(Object object, int choices) {}

    private final RuleMap map;
    private final Memory memory;
    private final Diagram diagram;
    private final List<Fact> closed;
    private final List<OpenFact> open;
    private final BitSet kept;
    private final List<Finding>[] decided;
    private final @Nullable Found[] found;
    private final @Nullable List<Possible>[] views;
    private final @Nullable Object[] matched;
    private int looks;

    /**
     * Begins.
     *
     * @param memory what was found before, and the diagram
     * @param closed the facts that are as they are
     * @param open those that could be otherwise
     * @param reasons what the decision concluded
     * @param kept the kinds of findings that other findings take as they are
     */
    @SuppressWarnings("unchecked")
    Completions(RuleMap map, Memory memory, List<Fact> closed, List<OpenFact> open, List<Reason> reasons, BitSet kept) {
        this.map = map;
        this.memory = memory;
        this.diagram = memory.diagram();
        this.closed = closed;
        this.open = open;
        this.kept = kept;
        this.decided = new List[map.size()];
        for (int i = 0; i < reasons.size(); i++) {
            Finding finding = reasons.get(i).concludes();
            int kind = map.number(finding instanceof Enum<?> constant ? constant.getDeclaringClass() : finding.getClass());
            if (kind >= 0) {
                if (decided[kind] == null) {
                    decided[kind] = new ArrayList<>(2);
                }
                if (!decided[kind].contains(finding)) {
                    decided[kind].add(finding);
                }
            }
        }
        this.found = new Found[map.size()];
        this.views = new List[map.views()];
        this.matched = new Object[map.slots()];
        conclude();
    }

    private void conclude() {
        BitSet touched = new BitSet(map.size());
        for (OpenFact fact : open) {
            if (fact.known() == null) {
                touched.or(map.readers(fact.type()));
            }
            for (OpenFact.Variable variable : fact.variables()) {
                touched.or(variable.place() < 0 ? map.readers(fact.type()) : map.readers(fact.type(), variable.place()));
            }
        }
        for (int kind = touched.nextSetBit(0); kind >= 0; kind = touched.nextSetBit(kind + 1)) {
            int[] together = map.kind(kind).together();
            if (together.length == 0) {
                found[kind] = remembered(kind);
                spread(kind, touched);
            } else if (found[kind] == null) {
                settle(together);
                for (int other : together) {
                    spread(other, touched);
                }
            }
        }
    }

    /** Has those looked at that rest on what is uncertain. */
    private void spread(int kind, BitSet touched) {
        if (!kept.get(kind) && !found[kind].isCertain()) {
            touched.or(map.readers(kind));
        }
    }

    /** Tries rules that feed each other until nothing new comes of them. */
    private void settle(int[] together) {
        for (int kind : together) {
            found[kind] = Found.NONE;
        }
        for (boolean grown = true; grown;) {
            grown = false;
            Arrays.fill(views, null);
            for (int kind : together) {
                Found more = memory.found(attempt(kind));
                grown |= more != found[kind];
                found[kind] = more;
            }
        }
        Arrays.fill(views, null);
    }

    private Found remembered(int kind) {
        List<Object> key = key(kind);
        Found before = memory.recall(key);
        if (before == null) {
            before = memory.found(attempt(kind));
            memory.remember(key, before);
        }
        return before;
    }

    /** All that the findings of a kind rest on. */
    private List<Object> key(int number) {
        Kind kind = map.kind(number);
        List<Object> key = new ArrayList<>(16);
        key.add(number);
        for (int i = 0; i < kind.facts().size(); i++) {
            Input input = kind.facts().get(i);
            for (int j = 0; j < closed.size(); j++) {
                Fact fact = closed.get(j);
                if (fact.getClass() == input.fact()) {
                    key.add(i);
                    add(fact, input, key);
                }
            }
            for (int j = 0; j < open.size(); j++) {
                OpenFact fact = open.get(j);
                if (fact.type() == input.fact()) {
                    key.add(-1 - i);
                    key.add(fact.exists(diagram));
                    add(fact, input, key);
                }
            }
        }
        for (int finding : kind.findings()) {
            key.add(found(finding));
        }
        return key;
    }

    private static void add(Fact fact, Input input, List<Object> key) {
        Shape shape = Shape.of(input.fact());
        for (int place : input.places()) {
            key.add(shape.value(fact, place));
        }
        if (input.date()) {
            key.add(((AsOf) fact).date());
        }
    }

    private static void add(OpenFact fact, Input input, List<Object> key) {
        Shape shape = Shape.of(input.fact());
        for (int place : input.places()) {
            OpenFact.Variable variable = fact.variable(place);
            key.add(variable != null ? variable : fact.known() == null ? null : shape.value(fact.known(), place));
        }
    }

    // ---- trying rules

    private Map<Finding, Integer> attempt(int kind) {
        Map<Finding, Integer> all = new LinkedHashMap<>();
        for (Planned rule : map.kind(kind).rules()) {
            for (Way way : rule.ways()) {
                follow(way, 0, Diagram.ALWAYS, all);
            }
        }
        return all;
    }

    private void follow(Way way, int at, int choices, Map<Finding, Integer> all) {
        if (at == way.steps().length) {
            all.merge((Finding) Objects.requireNonNull(way.then().of(null, matched)), choices, diagram::or);
        } else if (way.steps()[at] instanceof Take take) {
            for (Possible candidate : view(take)) {
                int narrowed = diagram.and(choices, candidate.choices);
                if (narrowed != Diagram.NEVER && takes(take, candidate.object)) {
                    follow(way, at + 1, narrowed, all);
                }
            }
        } else {
            int narrowed = diagram.and(choices, answers((Ask) way.steps()[at]));
            if (narrowed != Diagram.NEVER) {
                follow(way, at + 1, narrowed, all);
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
        int all = Diagram.NEVER;
        for (Step[] way : ask.ways()) {
            all = reaches(way, 0, Diagram.ALWAYS, all);
        }
        return ask.wanted() ? all : diagram.not(all);
    }

    private int reaches(Step[] steps, int at, int choices, int before) {
        if (at == steps.length) {
            return diagram.or(before, choices);
        } else if (steps[at] instanceof Ask ask) {
            int narrowed = diagram.and(choices, answers(ask));
            return narrowed == Diagram.NEVER ? before : reaches(steps, at + 1, narrowed, before);
        }
        Take take = (Take) steps[at];
        int all = before;
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
        for (int i = open.size() - 1; i >= 0; i--) { // what is asked last first: so a set of choices grows at its top
            OpenFact fact = open.get(i);
            if (take.look().isAssignableFrom(fact.type())) {
                int choices = fact.exists(diagram);
                for (Condition condition : conditions) {
                    choices = choices == Diagram.NEVER ? choices : diagram.and(choices, choices(fact, condition));
                }
                fact.each(fact.among(take.rest()), choices, diagram, (object, narrowed) -> viewed.add(new Possible(object, narrowed)));
            }
        }
        for (int finding : map.meant(take.look())) {
            for (Possible possible : found(finding).all()) {
                if (holds(conditions, possible.object)) {
                    viewed.add(possible);
                }
            }
        }
        return viewed;
    }

    private int choices(OpenFact fact, Condition condition) {
        int[] all = {Diagram.NEVER};
        fact.each(fact.among(condition.reads()), Diagram.ALWAYS, diagram, (object, choices) -> {
            if (condition.question().holds(object, matched)) {
                all[0] = diagram.or(all[0], choices);
            }
        });
        return all[0];
    }

    private boolean holds(Condition[] conditions, Object object) {
        for (Condition condition : conditions) {
            if (!condition.question().holds(object, matched)) {
                return false;
            }
        }
        return true;
    }

    /** The findings of a kind as other findings take them. */
    private Found found(int kind) {
        return kept.get(kind) || found[kind] == null ? decided(kind) : found[kind];
    }

    private Found decided(int kind) {
        return decided[kind] == null ? Found.NONE : memory.certain(decided[kind]);
    }

    /** The findings of a kind that are possible, each with the choices in which it is concluded. */
    List<Possible> possible(int kind) {
        return (found[kind] == null ? decided(kind) : found[kind]).all();
    }

    /** Whether the findings of a kind are those of the decision, whatever comes. */
    boolean isCertain(int kind) {
        return found[kind] == null || found[kind].isCertain();
    }
}
