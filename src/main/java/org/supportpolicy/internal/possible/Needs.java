package org.supportpolicy.internal.possible;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Reason;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.ClockStart;
import org.supportpolicy.finding.ClosureGround;
import org.supportpolicy.finding.Entitlement;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.FirstResponseStatus;
import org.supportpolicy.finding.FollowUpOwed;
import org.supportpolicy.finding.FollowUpStatus;
import org.supportpolicy.finding.Lifecycle;
import org.supportpolicy.finding.NothingPromised;
import org.supportpolicy.finding.OpenGate;
import org.supportpolicy.finding.QueuePlace;
import org.supportpolicy.finding.Refusal;
import org.supportpolicy.finding.ResponseOwed;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.finding.Suspension;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.finding.VersionStatus;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.possible.Completions.Possible;

/**
 * What is still to be known: the unknown components on which an open answer hangs. They are not written in rules but found from them, by
 * deciding all completions of the unknown facts at once. Immutable and thread-safe.
 */
public final class Needs {

    /**
     * An answer that a decision holds once.
     *
     * @param finding the kind of finding that gives it
     * @param value what of the finding is the answer
     */
    private record Given(Class<? extends Finding> finding, Function<Finding, @Nullable Object> value) {}

    /** An answer with the number of its kind of finding, and the rules for it and for all that it rests on. */
    private record Answer(Given given, int kind, BitSet under) {}

    private static final List<Class<? extends Finding>> ANSWERS = List.of(Entitlement.class, Urgency.class, Lifecycle.class, VersionStatus.class,
            QueuePlace.class, ResponseOwed.class, FirstResponseStatus.class, ClockStart.class, FollowUpOwed.class, FollowUpStatus.class);
    private static final Given CERTIFIED = new Given(QueuePlace.class, finding -> ((QueuePlace) finding).certified());
    /** Answers of which each is for itself. */
    private static final List<Class<? extends Finding>> MEMBERS = List.of(Exclusion.class, Suspension.class, ClosureGround.class);
    private static final List<Class<? extends Finding>> GATES = List.of(Refusal.class, OpenGate.class);
    /** What is asked for where it stands, and taken as it is elsewhere. */
    private static final List<Class<? extends Finding>> KEPT = List.of(Exclusion.class, Suspension.class, NothingPromised.class);

    /** Of more causes of which something is unknown each is looked at with the others as they are: what they may be together entangles. */
    private static final int MOST_CAUSES = 4;

    private static final BitSet NONE = new BitSet();

    private final RuleMap map;
    private final Set<Integer> numbers;
    private final BitSet kept = new BitSet();
    private final BitSet[] under;
    private final BitSet gates;
    private final List<Answer> alone;
    private final List<Answer> owed;
    private final List<Answer> ofOwed;
    private final List<Answer> followUps;
    private final List<Answer> ofFollowUps;
    private final BitSet members;
    private final ConcurrentLinkedDeque<Memory> memories = new ConcurrentLinkedDeque<>();

    /** Looks at the rules of a policy. */
    public Needs(RuleEngine engine, List<CheckedRule> rules) {
        Set<Class<? extends Finding>> wanted = new HashSet<>(MEMBERS);
        wanted.addAll(GATES);
        wanted.addAll(ANSWERS);
        this.map = new RuleMap(engine, Unknowns.ALL, wanted);
        this.numbers = Domains.numbers(rules);
        KEPT.stream().mapToInt(map::number).filter(kind -> kind >= 0).forEach(kept::set);
        this.under = new BitSet[map.size()];
        for (int kind = 0; kind < under.length; kind++) {
            under[kind] = new BitSet(map.rules());
            addUnder(kind, under[kind]);
        }
        this.alone = Stream.concat(answers(Entitlement.class, Urgency.class, Lifecycle.class, VersionStatus.class), answer(CERTIFIED)).toList();
        this.owed = answers(ResponseOwed.class).toList();
        this.ofOwed = answers(FirstResponseStatus.class, ClockStart.class).toList();
        this.followUps = answers(FollowUpOwed.class).toList();
        this.ofFollowUps = answers(FollowUpStatus.class).toList();
        this.gates = under(GATES);
        this.members = under(MEMBERS);
    }

    @SafeVarargs
    private Stream<Answer> answers(Class<? extends Finding>... kinds) {
        return Stream.of(kinds).flatMap(kind -> answer(new Given(kind, Function.<Finding>identity()::apply)));
    }

    private Stream<Answer> answer(Given given) {
        int kind = map.number(given.finding);
        return kind < 0 ? Stream.of() : Stream.of(new Answer(given, kind, under[kind]));
    }

    private BitSet under(List<Class<? extends Finding>> kinds) {
        BitSet all = new BitSet(map.rules());
        kinds.forEach(kind -> all.or(under(kind)));
        return all;
    }

    /** The rules for a kind of finding and for all that it rests on. */
    private BitSet under(Class<? extends Finding> kind) {
        int number = map.number(kind);
        return number < 0 ? NONE : under[number];
    }

    /** Adds the rules for a kind of finding and for all that it rests on. */
    private void addUnder(int number, BitSet to) {
        RuleMap.Kind kind = map.kind(number);
        if (!to.get(kind.first())) {
            to.set(kind.first(), kind.end());
            IntStream.concat(IntStream.of(kind.findings()).filter(finding -> !kept.get(finding)), IntStream.of(kind.together()))
                    .forEach(other -> addUnder(other, to));
        }
    }

    /** The paths of what is still to be known for a decision with these reasons. */
    public SortedSet<String> of(FactSet facts, List<Reason> reasons) {
        Memory memory = memories.poll();
        if (memory == null) {
            memory = new Memory(new Domains(numbers), map.views());
        }
        List<Unknowns> parts = Unknowns.of(facts, map, memory).parts(MOST_CAUSES);
        SortedSet<String> paths = new TreeSet<>();
        for (int i = 0; i < parts.size(); i++) {
            if (memory.isFull()) {
                memory = new Memory(new Domains(numbers), map.views());
                parts = Unknowns.of(facts, map, memory).parts(MOST_CAUSES); // the same, drawn anew
            }
            if (parts.get(i).areOpen()) {
                paths.addAll(memory.paths(new Search(parts.get(i), reasons, memory).search()));
            }
        }
        if (!memory.isFull()) {
            memories.push(memory);
        }
        return Collections.unmodifiableSortedSet(paths);
    }

    /** One fact set being looked at. */
    private final class Search {

        private final Unknowns unknowns;
        private final List<Reason> reasons;
        private final Memory memory;
        private final Diagram diagram;
        private final List<Answer> open;
        private final boolean isSupportOpen;
        private final Completions all;
        private final BitSet needed = new BitSet();

        Search(Unknowns unknowns, List<Reason> reasons, Memory memory) {
            this.unknowns = unknowns;
            this.reasons = reasons;
            this.memory = memory;
            this.diagram = memory.diagram();
            this.open = open();
            this.isSupportOpen = given(SupportAnswer.class) != SupportAnswer.NOT_OWED;
            BitSet wanted = isSupportOpen ? (BitSet) gates.clone() : new BitSet(map.rules());
            for (int i = 0; i < open.size(); i++) {
                wanted.or(open.get(i).under);
            }
            this.all = new Completions(map, memory, unknowns, reasons, kept, wanted, members);
        }

        /** The answers that are not given. */
        private List<Answer> open() {
            List<Answer> open = new ArrayList<>();
            addOpen(alone, open);
            addOpen(owed, open);
            if (!(given(ResponseOwed.class) instanceof ResponseOwed response) || response.owed()) {
                addOpen(ofOwed, open);
            }
            addOpen(followUps, open);
            if (given(FollowUpOwed.class) instanceof FollowUpOwed owed && owed.owed()) {
                addOpen(ofFollowUps, open);
            }
            return open;
        }

        private void addOpen(List<Answer> answers, List<Answer> open) {
            for (int i = 0; i < answers.size(); i++) {
                Given given = answers.get(i).given;
                Finding concluded = given(given.finding);
                if (concluded == null || given.value.apply(concluded) == null) {
                    open.add(answers.get(i));
                }
            }
        }

        BitSet search() {
            if (isSupportOpen) {
                support();
            }
            open.forEach(this::add);
            members();
            return needed;
        }

        /** Adds what an open answer hangs on. */
        private void add(Answer answer) {
            if (all.isCertain(answer.kind)) {
                return;
            }
            List<Possible> possible = all.possible(answer.kind);
            Map<Object, Integer> choices = new HashMap<>();
            for (int i = 0; i < possible.size(); i++) {
                Object value = answer.given.value.apply((Finding) possible.get(i).object());
                if (value != null) {
                    choices.merge(value, possible.get(i).choices(), diagram::or);
                }
            }
            choices.values().forEach(each -> needed.or(memory.hangsOn(each)));
        }

        /** Whether a clause refuses support, and which gates are open while none does. */
        private void support() {
            int refused = Diagram.NEVER;
            for (Possible refusal : possible(Refusal.class)) {
                refused = diagram.or(refused, refusal.choices());
            }
            needed.or(memory.hangsOn(refused));
            for (Possible gate : possible(OpenGate.class)) {
                needed.or(memory.hangsOn(diagram.and(gate.choices(), diagram.not(refused))));
            }
        }

        /** Nothing is asked about facts that are not there. */
        private void members() {
            if (MEMBERS.stream().allMatch(member -> map.number(member) < 0 || all.isCertain(map.number(member)))) {
                return;
            }
            BitSet absent = new BitSet();
            for (OpenFact fact : unknowns.facts()) {
                if (!fact.there()) {
                    fact.variables().forEach(variable -> absent.set(variable.number()));
                }
            }
            for (Class<? extends Finding> member : MEMBERS) {
                for (Possible possible : possible(member)) {
                    if (!diagram.holdsAtFirst(possible.choices())) {
                        needed.or(memory.hangsOn(diagram.first(possible.choices(), absent)));
                    }
                }
            }
        }

        private List<Possible> possible(Class<? extends Finding> kind) {
            int number = map.number(kind);
            return number < 0 ? List.of() : all.possible(number);
        }

        private @Nullable Finding given(Class<? extends Finding> kind) {
            for (int i = 0; i < reasons.size(); i++) {
                if (kind.isInstance(reasons.get(i).concludes())) {
                    return reasons.get(i).concludes();
                }
            }
            return null;
        }
    }
}
