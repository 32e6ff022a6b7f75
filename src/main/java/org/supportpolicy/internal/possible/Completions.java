package org.supportpolicy.internal.possible;

import java.time.DateTimeException;
import java.time.Instant;
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
import org.supportpolicy.internal.possible.RuleMap.Part;

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
    private final List<OpenFact> facts;
    private final BitSet kept;
    private final int limit;
    private final List<Reason> reasons;
    private final @Nullable Found[] decided;
    private final @Nullable Found[] found;
    private final @Nullable List<Possible>[] views;
    private final @Nullable Object[] matched;
    private final int[] first;
    private final int[] next;
    private boolean isPassing;
    private int looks;

    /**
     * Begins.
     *
     * @param memory what was found before, and the diagram
     * @param unknowns the facts, and what they could be
     * @param reasons what the decision concluded
     * @param kept the kinds of findings that other findings take as they are
     * @param wanted the rules for what is asked for and for all that it rests on
     * @param ifThere the rules for what is asked for as far as facts that are there leave it open
     */
    Completions(RuleMap map, Memory memory, Unknowns unknowns, List<Reason> reasons, BitSet kept, BitSet wanted, BitSet ifThere) {
        this(map, memory, unknowns, reasons, kept, wanted, ifThere, Diagram.ALWAYS);
    }

    /**
     * Begins within some choices, which are all that is looked at.
     *
     * @param limit these choices
     */
    @SuppressWarnings("unchecked")
    Completions(RuleMap map, Memory memory, Unknowns unknowns, List<Reason> reasons, BitSet kept, BitSet wanted, BitSet ifThere,
            int limit) {
        this.map = map;
        this.memory = memory;
        this.diagram = memory.diagram();
        this.facts = unknowns.facts();
        this.kept = kept;
        this.limit = limit;
        this.reasons = reasons;
        this.decided = new Found[map.size()];
        this.found = new Found[map.size()];
        this.views = new List[map.views()];
        this.matched = new Object[map.slots()];
        this.first = new int[map.facts()];
        this.next = new int[facts.size()];
        Arrays.fill(first, -1);
        for (int i = facts.size() - 1; i >= 0; i--) {
            int sort = facts.get(i).sort();
            if (sort >= 0) {
                next[i] = first[sort];
                first[sort] = i;
            }
        }
        conclude(wanted, ifThere);
    }

    private void conclude(BitSet wanted, BitSet ifThere) {
        BitSet touched = new BitSet(map.rules());
        BitSet there = new BitSet(map.rules());
        for (int i = 0; i < facts.size(); i++) {
            touched.or(facts.get(i).readers());
            if (facts.get(i).there()) {
                there.or(facts.get(i).readers());
            }
        }
        touched.and(wanted);
        there.and(ifThere);
        touched.or(there);
        BitSet either = (BitSet) wanted.clone();
        either.or(ifThere);
        look(touched, either);
    }

    private void look(BitSet touched, BitSet wanted) {
        for (int rule = touched.nextSetBit(0); rule >= 0; rule = touched.nextSetBit(rule)) {
            int kind = map.kindOf(rule);
            int end = map.kind(kind).end();
            int[] together = map.kind(kind).together();
            if (together.length == 0) {
                found[kind] = remembered(map.part(kind, touched.get(map.kind(kind).first(), end)), kind);
                spread(kind, wanted, touched);
            } else if (found[kind] == null) {
                settle(together);
                for (int other : together) {
                    spread(other, wanted, touched);
                }
            }
            rule = end;
        }
    }

    /** Has those looked at that rest on what is uncertain. */
    private void spread(int kind, BitSet wanted, BitSet touched) {
        if (!kept.get(kind) && !found[kind].isCertain()) {
            BitSet readers = (BitSet) map.readers(kind).clone();
            readers.and(wanted);
            touched.or(readers);
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
                Found more = memory.found(attempt(map.kind(kind).rules(), List.of()));
                grown |= !more.all().equals(found[kind].all());
                found[kind] = more;
            }
        }
        Arrays.fill(views, null);
    }

    private Found remembered(Part part, int kind) {
        List<Finding> others = part.isWhole() ? List.of() : decidedBut(part, kind);
        List<Object> key = key(part, others);
        Found before = isPassing ? null : memory.recall(key);
        if (before == null) {
            before = memory.found(attempt(part.rules(), others));
            if (!isPassing) {
                memory.remember(key, before);
            }
        }
        return before;
    }

    /** What the decision concluded of a kind by other rules than some. */
    private List<Finding> decidedBut(@Nullable Part part, int kind) {
        Class<?> type = map.kind(kind).type();
        List<Finding> others = List.of();
        for (int i = 0; i < reasons.size(); i++) {
            Finding finding = reasons.get(i).concludes();
            if (type.isInstance(finding) && !others.contains(finding) && (part == null || !part.has(map.rule(reasons.get(i).rule())))) {
                others = others.isEmpty() ? new ArrayList<>(2) : others;
                others.add(finding);
            }
        }
        return others;
    }

    /** All that the findings of a kind rest on; it is passing when instants are among it, which hardly come again. */
    private List<Object> key(Part part, List<Finding> others) {
        isPassing = false;
        List<Object> key = new ArrayList<>(24);
        key.add(part);
        key.add(others);
        for (int i = 0; i < part.facts().size(); i++) {
            Input input = part.facts().get(i);
            for (int at = first[input.number()]; at >= 0; at = next[at]) {
                key.add(i);
                add(facts.get(at), input, key);
            }
        }
        for (int finding : part.findings()) {
            Found other = found(finding);
            key.add(other);
            isPassing |= other.isPassing();
        }
        return key;
    }

    private void add(OpenFact fact, Input input, List<Object> key) {
        if (fact.known() == null) {
            key.add(fact);
            isPassing |= fact.isPassing();
            return;
        }
        for (int place : input.places()) {
            Object value = fact.parts()[place];
            key.add(value);
            isPassing |= value instanceof Instant || value instanceof OpenFact.Variable variable && variable.isPassing();
        }
        if (input.date()) {
            key.add(((AsOf) fact.known()).date());
        }
    }

    // ---- trying rules

    private Map<Finding, Integer> attempt(List<Planned> rules, List<Finding> others) {
        Map<Finding, Integer> all = new LinkedHashMap<>();
        others.forEach(other -> all.put(other, Diagram.ALWAYS));
        for (Planned rule : rules) {
            for (Way way : rule.ways()) {
                follow(way, 0, limit, all);
            }
        }
        return all;
    }

    /** What some rules conclude, each with the choices in which one of them does. */
    Map<Finding, Integer> concluded(List<Planned> rules) {
        return attempt(rules, List.of());
    }

    private void follow(Way way, int at, int choices, Map<Finding, Integer> all) {
        if (at == way.steps().length) {
            conclude(way, choices, all);
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

    private void conclude(Way way, int choices, Map<Finding, Integer> all) {
        try {
            all.merge((Finding) Objects.requireNonNull(way.then().of(null, matched)), choices, diagram::or);
        } catch (DateTimeException | ArithmeticException e) {
            return; // of a completion that cannot be decided nothing comes
        }
    }

    private boolean holds(Question question, Object object) {
        try {
            return question.holds(object, matched);
        } catch (DateTimeException | ArithmeticException e) {
            return false; // nor does such a completion fulfil anything
        }
    }

    private boolean takes(Take take, Object candidate) {
        if (++looks > MOST_LOOKS) {
            throw new Diagram.TooMany();
        }
        matched[take.slot()] = candidate;
        for (Question question : take.questions()) {
            if (!holds(question, candidate)) {
                return false;
            }
        }
        return true;
    }

    /** The choices in which there is a way to the end, or none. */
    private int answers(Ask ask) {
        int all = Diagram.NEVER;
        for (Step[] way : ask.ways()) {
            all = reaches(way, 0, limit, all);
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
                if (all == limit) {
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
        for (int i = facts.size() - 1; i >= 0; i--) { // what is asked last first: so a set of choices grows at its top
            OpenFact fact = facts.get(i);
            if (!take.look().isAssignableFrom(fact.type())) {
                continue;
            } else if (fact.isOpen()) {
                viewed.addAll(viewed(fact, take));
            } else if (holds(conditions, fact.known())) {
                viewed.add(new Possible(fact.known(), Diagram.ALWAYS));
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

    private List<Possible> viewed(OpenFact fact, Take take) {
        @Nullable List<Possible>[] before = memory.views(fact);
        if (before != null && before[take.view()] != null) {
            return before[take.view()];
        }
        int choices = diagram.and(limit, fact.exists(diagram));
        for (Condition condition : take.selection().conditions()) {
            choices = choices == Diagram.NEVER ? choices : diagram.and(choices, choices(fact, condition));
        }
        List<Possible> viewed = new ArrayList<>();
        fact.each(fact.among(take.rest()), choices, diagram, (object, narrowed) -> viewed.add(new Possible(object, narrowed)));
        if (before != null) {
            before[take.view()] = viewed;
        }
        return viewed;
    }

    private int choices(OpenFact fact, Condition condition) {
        int[] all = {Diagram.NEVER};
        fact.each(fact.among(condition.reads()), limit, diagram, (object, choices) -> {
            if (holds(condition.question(), object)) {
                all[0] = diagram.or(all[0], choices);
            }
        });
        return all[0];
    }

    private boolean holds(Condition[] conditions, Object object) {
        for (Condition condition : conditions) {
            if (!holds(condition.question(), object)) {
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
        if (decided[kind] == null) {
            decided[kind] = memory.certain(decidedBut(null, kind));
        }
        return decided[kind];
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
