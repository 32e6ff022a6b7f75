package org.supportpolicy.internal.possible;

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

    /** An answer that a decision holds once. */
    private record Answer(Class<? extends Finding> finding, Function<Finding, @Nullable Object> value) {

        static Answer of(Class<? extends Finding> finding) {
            return new Answer(finding, Function.identity()::apply);
        }
    }

    private static final Answer OWED = Answer.of(ResponseOwed.class);
    private static final Answer STATUS = Answer.of(FirstResponseStatus.class);
    private static final Answer CLOCK = Answer.of(ClockStart.class);
    private static final Answer FOLLOW_UPS = Answer.of(FollowUpOwed.class);
    private static final Answer FOLLOW_UP_STATUS = Answer.of(FollowUpStatus.class);
    private static final List<Answer> ALONE = List.of(Answer.of(Entitlement.class), Answer.of(Urgency.class), Answer.of(Lifecycle.class),
            Answer.of(VersionStatus.class), new Answer(QueuePlace.class, finding -> ((QueuePlace) finding).certified()));
    /** Answers of which each is for itself. */
    private static final List<Class<? extends Finding>> MEMBERS = List.of(Exclusion.class, Suspension.class, ClosureGround.class);
    private static final List<Class<? extends Finding>> GATES = List.of(Refusal.class, OpenGate.class);
    /** What is asked for where it stands, and taken as it is elsewhere. */
    private static final List<Class<? extends Finding>> KEPT = List.of(Exclusion.class, Suspension.class, NothingPromised.class);

    /** Of more causes of which something is unknown each is looked at with the others as they are: what they may be together entangles. */
    private static final int MOST_CAUSES = 4;

    private final RuleMap map;
    private final Set<Integer> numbers;
    private final BitSet kept = new BitSet();
    private final ConcurrentLinkedDeque<Memory> memories = new ConcurrentLinkedDeque<>();

    /** Looks at the rules of a policy. */
    public Needs(RuleEngine engine, List<CheckedRule> rules) {
        Set<Class<? extends Finding>> wanted = new HashSet<>(MEMBERS);
        wanted.addAll(GATES);
        Stream.concat(ALONE.stream(), Stream.of(OWED, STATUS, CLOCK, FOLLOW_UPS, FOLLOW_UP_STATUS)).map(Answer::finding).forEach(wanted::add);
        this.map = new RuleMap(engine, Unknowns.ALL, wanted);
        this.numbers = Domains.numbers(rules);
        KEPT.stream().mapToInt(map::number).filter(kind -> kind >= 0).forEach(kept::set);
    }

    /** The paths of what is still to be known for a decision with these reasons. */
    public SortedSet<String> of(FactSet facts, List<Reason> reasons) {
        Memory memory = memories.poll();
        if (memory == null) {
            memory = new Memory(new Domains(numbers));
        }
        List<Unknowns> parts = Unknowns.of(facts, map, memory).parts(MOST_CAUSES);
        SortedSet<String> paths = new TreeSet<>();
        for (int i = 0; i < parts.size(); i++) {
            if (memory.isFull()) {
                memory = new Memory(new Domains(numbers));
                parts = Unknowns.of(facts, map, memory).parts(MOST_CAUSES); // the same, drawn anew
            }
            if (!parts.get(i).open().isEmpty()) {
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
        private final Completions all;
        private final BitSet needed = new BitSet();

        Search(Unknowns unknowns, List<Reason> reasons, Memory memory) {
            this.unknowns = unknowns;
            this.reasons = reasons;
            this.memory = memory;
            this.diagram = memory.diagram();
            this.all = new Completions(map, memory, unknowns.closed(), unknowns.open(), reasons, kept);
        }

        BitSet search() {
            if (given(SupportAnswer.class) != SupportAnswer.NOT_OWED) {
                support();
            }
            ALONE.forEach(answer -> add(answer, true));
            boolean promised = !(given(ResponseOwed.class) instanceof ResponseOwed owed) || owed.owed();
            add(OWED, false);
            if (promised) {
                add(STATUS, false);
                add(CLOCK, false);
            }
            add(FOLLOW_UPS, false);
            if (given(FollowUpOwed.class) instanceof FollowUpOwed owed && owed.owed()) {
                add(FOLLOW_UP_STATUS, false);
            }
            members();
            return needed;
        }

        /** Adds what an answer hangs on that is open: not given, or, when it is final, given too early. */
        private void add(Answer answer, boolean last) {
            int kind = map.number(answer.finding);
            if (kind < 0 || all.isCertain(kind)) {
                return;
            }
            Finding concluded = given(answer.finding);
            Object value = concluded == null ? null : answer.value.apply(concluded);
            Map<Object, Integer> choices = new HashMap<>();
            for (Possible possible : all.possible(kind)) {
                Object other = answer.value.apply((Finding) possible.object());
                if (other != null) {
                    choices.merge(other, possible.choices(), diagram::or);
                }
            }
            boolean open = value == null || last && choices.entrySet().stream().anyMatch(other -> !other.getKey().equals(value)
                    && diagram.first(other.getValue(), unknowns.assumed()) != Diagram.NEVER);
            if (open) {
                choices.values().forEach(each -> needed.or(memory.hangsOn(each)));
            }
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
            BitSet absent = new BitSet();
            for (OpenFact fact : unknowns.open()) {
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
            for (Reason reason : reasons) {
                if (kind.isInstance(reason.concludes())) {
                    return reason.concludes();
                }
            }
            return null;
        }
    }
}
