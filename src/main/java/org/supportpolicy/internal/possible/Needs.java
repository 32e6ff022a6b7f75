package org.supportpolicy.internal.possible;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private final RuleMap map;
    private final Set<Integer> numbers;
    private final BitSet matters;
    private final BitSet gates;
    private final BitSet apart;

    /** Looks at the rules of a policy. */
    public Needs(RuleEngine engine, List<CheckedRule> rules) {
        this.map = new RuleMap(engine, Unknowns.ALL);
        this.numbers = Domains.numbers(rules);
        this.matters = map.under(Stream.of(ALONE.stream(), Stream.of(OWED, STATUS, CLOCK, FOLLOW_UPS, FOLLOW_UP_STATUS))
                .flatMap(Function.identity()).map(Answer::finding).collect(Collectors.toSet()));
        this.matters.or(map.under(Set.copyOf(MEMBERS)));
        this.gates = map.under(Set.copyOf(GATES));
        this.apart = new BitSet();
        Stream.of(Exclusion.class, Suspension.class).mapToInt(map::finding).filter(finding -> finding >= 0).forEach(apart::set);
    }

    /** The paths of what is still to be known for a decision with these reasons. */
    public SortedSet<String> of(FactSet facts, List<Reason> reasons) {
        Unknowns unknowns = Unknowns.of(facts, map, new Domains(facts, numbers));
        BitSet needed = new BitSet();
        if (!unknowns.open().isEmpty()) {
            new Search(unknowns, reasons, needed).search();
        }
        SortedSet<String> paths = new TreeSet<>();
        for (OpenFact fact : unknowns.open()) {
            for (int i = 0; i < fact.variables().size(); i++) {
                if (needed.get(fact.first() + i)) {
                    paths.add(fact.path(fact.first() + i));
                }
            }
        }
        return Collections.unmodifiableSortedSet(paths);
    }

    /** One fact set being looked at. */
    private final class Search {

        private final Unknowns unknowns;
        private final List<Reason> reasons;
        private final Diagram diagram;
        private final BitSet needed;

        Search(Unknowns unknowns, List<Reason> reasons, BitSet needed) {
            this.unknowns = unknowns;
            this.reasons = reasons;
            this.diagram = new Diagram(unknowns.sizes());
            this.needed = needed;
        }

        void search() {
            if (given(SupportAnswer.class) != SupportAnswer.NOT_OWED) {
                support(new Completions(map, diagram, unknowns.closed(), unknowns.open(), reasons, gates, apart));
            }
            Completions all = new Completions(map, diagram, unknowns.closed(), unknowns.open(), reasons, matters, new BitSet());
            ALONE.forEach(answer -> add(all, answer, true));
            boolean promised = !Objects.equals(given(ResponseOwed.class), new ResponseOwed(false));
            add(all, OWED, false);
            if (promised) {
                add(all, STATUS, false);
                add(all, CLOCK, false);
            }
            add(all, FOLLOW_UPS, false);
            if (Objects.equals(given(FollowUpOwed.class), new FollowUpOwed(true))) {
                add(all, FOLLOW_UP_STATUS, false);
            }
            members(all);
        }

        /** Adds what an answer hangs on that is open: not given, or, when it is final, given too early. */
        private void add(Completions all, Answer answer, boolean last) {
            int finding = map.finding(answer.finding);
            if (finding < 0) {
                return;
            }
            Finding concluded = given(answer.finding);
            Object value = concluded == null ? null : answer.value.apply(concluded);
            Map<Object, Integer> choices = new HashMap<>();
            for (Possible possible : all.possible(finding)) {
                Object other = answer.value.apply((Finding) possible.object());
                if (other != null) {
                    choices.merge(other, possible.choices(), diagram::or);
                }
            }
            boolean open = value == null || last && choices.entrySet().stream().anyMatch(other -> !other.getKey().equals(value)
                    && diagram.first(other.getValue(), unknowns.assumed()) != Diagram.NEVER);
            if (open) {
                choices.values().forEach(each -> diagram.addVariables(each, needed));
            }
        }

        /** Whether a clause refuses support, and which gates are open while none does. */
        private void support(Completions all) {
            int refused = Diagram.NEVER;
            for (Possible refusal : possible(all, Refusal.class)) {
                refused = diagram.or(refused, refusal.choices());
            }
            diagram.addVariables(refused, needed);
            for (Possible gate : possible(all, OpenGate.class)) {
                diagram.addVariables(diagram.and(gate.choices(), diagram.not(refused)), needed);
            }
        }

        /** Nothing is asked about facts that are not there. */
        private void members(Completions all) {
            BitSet absent = new BitSet();
            unknowns.open().stream().filter(fact -> !fact.isThere())
                    .forEach(fact -> absent.set(fact.first(), fact.first() + fact.variables().size()));
            for (Class<? extends Finding> member : MEMBERS) {
                for (Possible possible : possible(all, member)) {
                    if (!diagram.holdsAtFirst(possible.choices())) {
                        diagram.addVariables(diagram.first(possible.choices(), absent), needed);
                    }
                }
            }
        }

        private List<Possible> possible(Completions all, Class<? extends Finding> kind) {
            int finding = map.finding(kind);
            return finding < 0 ? List.of() : all.possible(finding);
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
