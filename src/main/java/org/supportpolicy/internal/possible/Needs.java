package org.supportpolicy.internal.possible;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.supportpolicy.EarlyAnswer;
import org.supportpolicy.Outcome;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.Reason;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.possible.Search.Open;

/**
 * What is still to be known: the unknown components on which an open answer hangs. They are not written in rules but found from them, by
 * deciding all completions of the unknown facts at once. Immutable and thread-safe.
 */
public final class Needs {

    /** Of more causes of which something is unknown each is looked at with the others as they are: what they may be together entangles. */
    private static final int MOST_CAUSES = 4;

    private final Answers answers;
    private final RuleConstants constants;
    private final Counts counts;
    private final ConcurrentLinkedDeque<Memory> memories = new ConcurrentLinkedDeque<>();

    /**
     * Looks at the rules of a policy.
     *
     * @param own what it declares
     */
    public Needs(RuleEngine engine, List<CheckedRule> rules, OwnFacts own) {
        this.answers = new Answers(engine, own.kinds().values());
        this.constants = RuleConstants.of(rules, own);
        this.counts = new Counts(engine);
    }

    /** The instants behind that of a fact set at which what is still to be known can be another although what is concluded is the same. */
    public NavigableSet<Instant> turns(FactSet facts) {
        return Turns.of(facts, counts);
    }

    /** The paths of what is still to be known for a decision with these reasons. */
    public SortedSet<String> of(FactSet facts, List<Reason> reasons) {
        List<SortedSet<String>> paths = new ArrayList<>(1);
        search(facts, reasons, Search::forNeeds, Integer.MAX_VALUE,
                (search, memory) -> paths.add(memory.paths(needed(search, reasons, memory))));
        if (paths.size() == 1) {
            return paths.get(0);
        }
        SortedSet<String> all = new TreeSet<>();
        paths.forEach(all::addAll);
        return Collections.unmodifiableSortedSet(all);
    }

    private BitSet needed(Search search, List<Reason> reasons, Memory memory) {
        BitSet needed = new BitSet();
        BitSet promised = new BitSet();
        List<Open> open = search.open();
        for (int i = 0; i < open.size(); i++) {
            BitSet hanging = open.get(i).isPromise() ? promised : needed;
            open.get(i).choices().values().forEach(choices -> hanging.or(memory.hangsOn(choices)));
        }
        promised.andNot(needed);
        if (!promised.isEmpty() && promised.intersects(search.unknowns().readBy(answers.underKept, answers.map()))) {
            int within = Search.asDecided(answers, search.unknowns(), reasons, memory, kept -> true);
            promised.stream().filter(variable -> open.stream().filter(Open::isPromise).flatMap(answer -> answer.choices().values().stream())
                    .allMatch(choices -> memory.diagram().differenceWithin(within, choices, variable) == null)).forEach(promised::clear);
        }
        needed.or(promised);
        return needed;
    }

    /**
     * How an open answer hangs on a component.
     *
     * @param section where the answer stands in a decision
     * @param finding what it may be
     * @param one a completion in which it is that
     * @param other one that differs in the component alone, in which it is not
     */
    public record Witness(String section, Finding finding, FactSet one, FactSet other) {}

    /** For each path of what is still to be known how an answer hangs on it. */
    public Map<String, Witness> witnesses(FactSet facts, List<Reason> reasons) {
        Map<String, Witness> witnesses = new TreeMap<>();
        search(facts, reasons, Search::forNeeds, Integer.MAX_VALUE, (search, memory) -> {
            int asDecided = Search.asDecided(answers, search.unknowns(), reasons, memory, kept -> true);
            int excluded = Search.asDecided(answers, search.unknowns(), reasons, memory, kept -> kept.finding() == Exclusion.class);
            for (Open answer : search.open()) {
                int within = answer.isPromise() ? asDecided
                        : answer.section().equals(answers.support.section()) ? excluded : Diagram.ALWAYS;
                answer.choices().forEach((finding, choices) -> memory.hangsOn(choices).stream().forEach(variable -> {
                    Diagram.Difference difference = memory.diagram().differenceWithin(within, choices, variable);
                    if (difference != null) {
                        witnesses.putIfAbsent(memory.path(variable),
                                witness(answer.section(), finding, difference, variable, search.unknowns(), facts));
                    }
                }));
            }
        });
        return witnesses;
    }

    private static Witness witness(String section, Finding finding, Diagram.Difference difference, int variable, Unknowns unknowns,
            FactSet facts) {
        Map<Integer, Integer> values = new TreeMap<>(difference.others());
        values.put(variable, difference.in());
        FactSet one = unknowns.completed(values, facts);
        values.put(variable, difference.out());
        return new Witness(section, finding, one, unknowns.completed(values, facts));
    }

    /**
     * What would come of each value of what is still to be known, by path; the values that lead to the same together.
     *
     * @param needed the paths of what is still to be known
     */
    public Map<String, List<Outcome>> outcomes(FactSet facts, List<Reason> reasons, Set<String> needed) {
        Map<String, List<Outcome>> all = new TreeMap<>();
        search(facts, reasons, Search::forOutcomes, MOST_CAUSES, (search, memory) -> {
            List<Open> open = search.answers();
            for (OpenFact fact : search.unknowns().facts()) {
                for (OpenFact.Variable variable : fact.variables()) {
                    String path = memory.path(variable.number());
                    if (needed.contains(path)) {
                        all.computeIfAbsent(path, added -> outcomes(open, memory, variable));
                    }
                }
            }
        });
        return all;
    }

    private static List<Outcome> outcomes(List<Open> open, Memory memory, OpenFact.Variable variable) {
        List<Map<String, List<Finding>>> byValue = IntStream.range(1, variable.values().length)
                .mapToObj(value -> (Map<String, List<Finding>>) new LinkedHashMap<String, List<Finding>>()).toList();
        for (Open answer : open) {
            List<List<Finding>> said = said(answer, memory, variable);
            if (new HashSet<>(said).size() > 1) {
                for (int i = 0; i < said.size(); i++) {
                    byValue.get(i).put(answer.section(), said.get(i));
                }
            }
        }
        Map<Map<String, List<Finding>>, List<Object>> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < byValue.size(); i++) {
            outcomes.computeIfAbsent(byValue.get(i), added -> new ArrayList<>()).add(variable.values()[i + 1]);
        }
        return outcomes.entrySet().stream().map(each -> new Outcome(each.getValue(), each.getKey())).toList();
    }

    /** What an answer may be with each value but the first; nothing when it does not hang on the variable. */
    private static List<List<Finding>> said(Open answer, Memory memory, OpenFact.Variable variable) {
        Map<Finding, BitSet> values = new LinkedHashMap<>();
        boolean hangs = false;
        for (Map.Entry<Finding, Integer> each : answer.choices().entrySet()) {
            boolean onIt = memory.hangsOn(each.getValue()).get(variable.number());
            if (onIt || answer.isSingle()) {
                values.put(each.getKey(), memory.diagram().values(each.getValue(), variable.number()));
            }
            hangs |= onIt;
        }
        if (!hangs) {
            return List.of();
        }
        List<Map.Entry<Finding, BitSet>> sorted = values.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().toString())).toList();
        return IntStream.range(1, variable.values().length)
                .mapToObj(value -> sorted.stream().filter(each -> each.getValue().get(value)).map(Map.Entry::getKey).toList()).toList();
    }

    /** The answers that are given although some completion of what is unknown gives others, each with one. */
    public List<EarlyAnswer> early(FactSet facts, List<Reason> reasons) {
        List<EarlyAnswer> all = new ArrayList<>();
        search(facts, reasons, Search::forEarly, MOST_CAUSES, (search, memory) -> search.early().forEach(early ->
                all.add(new EarlyAnswer(early.section(), early.given(), early.other(),
                        search.unknowns().completed(memory.diagram().any(early.choices()), facts)))));
        return all;
    }

    @FunctionalInterface
    private interface Begin {
        Search of(Answers answers, Unknowns unknowns, List<Reason> reasons, Memory memory);
    }

    /** Looks at a decision, in parts if there are many causes, of which the first few may do. */
    private void search(FactSet facts, List<Reason> reasons, Begin begin, int most, BiConsumer<Search, Memory> use) {
        Memory memory = memories.poll();
        boolean isNew = memory == null;
        memory = isNew ? newMemory() : memory;
        List<Unknowns> parts = parts(facts, memory);
        for (int i = 0; i < Math.min(parts.size(), most);) {
            if (memory.isFull()) {
                memory = newMemory();
                isNew = true;
                parts = parts(facts, memory); // the same, drawn anew
            }
            try {
                use.accept(begin.of(answers, parts.get(i), reasons, memory), memory);
                isNew = false;
                i++;
            } catch (Diagram.TooMany e) {
                if (isNew) {
                    String ticket = facts.get(Ticket.class).map(Ticket::number).orElse("?");
                    throw new PolicyException("The decision", List.of(Problem.of("SP-R093", ticket)));
                }
                memory = newMemory(); // what was found for others may have taken the room
                isNew = true;
                parts = parts(facts, memory);
            }
        }
        if (!memory.isFull()) {
            memories.push(memory);
        }
    }

    private List<Unknowns> parts(FactSet facts, Memory memory) {
        return Unknowns.of(facts, answers.map(), memory).parts(MOST_CAUSES, answers.areCausesAlone());
    }

    private Memory newMemory() {
        return new Memory(new Domains(constants, answers.map()), answers.map());
    }
}
