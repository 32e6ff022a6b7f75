package org.supportpolicy.internal.possible;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AbsentMeansNone;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.Shape;

/**
 * The facts of a fact set, and what of them is unknown.
 *
 * @param facts all facts that are there, and those that are not of which something is unknown
 */
record Unknowns(List<OpenFact> facts) {

    /** The facts of which there can be but one, with the instant left out. */
    private static final Set<Class<? extends Fact>> SINGLE = single();
    /** Those, all causes and the instant. */
    private static final Set<Class<? extends Fact>> ALL = all();

    private static final Desk NO_DESK = Desk.builder().build();

    private static final ClassValue<Asked> ASKED = new ClassValue<>() {
        @Override
        protected Asked computeValue(Class<?> fact) {
            return Asked.of(fact);
        }
    };

    /**
     * What may be asked of a fact.
     *
     * @param none whether nothing is unknown of it when it is not there: for the kinds of request named, if any are
     * @param whole whether it is asked for as a whole when it is not there
     * @param kinds the kinds of request named
     * @param there the places of the components that are asked for when it is there
     * @param absent those that are asked for when it is not
     * @param beside for each component the place of that beside which it is not asked for; -1 for none
     */
    private record Asked(boolean none, boolean whole, Set<TicketKind> kinds, int[] there, int[] absent, int[] beside) {

        static Asked of(Class<?> fact) {
            AbsentMeansNone mark = fact.getAnnotation(AbsentMeansNone.class);
            boolean none = mark != null && mark.of().length == 0;
            boolean whole = none && mark.onceGiven();
            List<Integer> there = new ArrayList<>();
            List<Integer> absent = new ArrayList<>();
            RecordComponent[] components = fact.getRecordComponents();
            int[] beside = new int[components.length];
            for (int place = 0; place < components.length; place++) {
                AbsentMeansNone own = components[place].getAnnotation(AbsentMeansNone.class);
                Class<?> kind = components[place].getType();
                boolean choice = kind == Boolean.class || Constants.isKind(kind) || kind == LocalDate.class;
                boolean besides = own != null && !own.beside().isEmpty();
                beside[place] = besides ? Shape.of(fact).places().get(own.beside()) : -1;
                if ((own == null || besides) && !whole && (!none || choice)) {
                    there.add(place);
                }
                if ((own == null || besides || own.onceGiven()) && !none) {
                    absent.add(place);
                }
            }
            return new Asked(mark != null && !mark.onceGiven(), mark != null && mark.onceGiven(),
                    mark == null ? Set.of() : Set.of(mark.of()), places(there), places(absent), beside);
        }

        private static int[] places(List<Integer> places) {
            return places.stream().mapToInt(Integer::intValue).toArray();
        }

        /** Whether nothing is unknown of such a fact when it is not there. */
        boolean isNone(FactSet facts) {
            return none && (kinds.isEmpty() || facts.get(Ticket.class).map(Ticket::kind).filter(kinds::contains).isPresent());
        }
    }

    private static Set<Class<? extends Fact>> single() {
        Set<Class<? extends Fact>> single = new LinkedHashSet<>();
        for (Class<?> fact : Fact.class.getPermittedSubclasses()) {
            if (fact != AsOf.class && fact.isRecord()) {
                single.add(fact.asSubclass(Fact.class));
            }
        }
        return single;
    }

    private static Set<Class<? extends Fact>> all() {
        Set<Class<? extends Fact>> all = new LinkedHashSet<>(single());
        all.add(AsOf.class);
        Stream.of(Cause.class.getPermittedSubclasses()).forEach(cause -> all.add(cause.asSubclass(Fact.class)));
        return all;
    }

    /** All facts of the library, and those that a policy declares. */
    static Set<Class<? extends Fact>> all(Collection<? extends Class<? extends Fact>> own) {
        return joined(ALL, own);
    }

    /** Those of them of which there can be but one, with the instant left out. */
    static Set<Class<? extends Fact>> single(Collection<? extends Class<? extends Fact>> own) {
        return joined(SINGLE, own);
    }

    private static Set<Class<? extends Fact>> joined(Set<Class<? extends Fact>> library, Collection<? extends Class<? extends Fact>> own) {
        Set<Class<? extends Fact>> all = new LinkedHashSet<>(library);
        all.addAll(own);
        return all;
    }

    /**
     * Finds them.
     *
     * @param map what rules look at; what none looks at is left out
     */
    static Unknowns of(FactSet facts, RuleMap map, Memory memory) {
        Collector collector = new Collector(facts, map, memory);
        collector.all.add(OpenFact.of(facts.now(), true, List.of(), new BitSet(), map.fact(AsOf.class), facts.now()));
        int cause = 0;
        for (Fact fact : facts.facts()) {
            collector.there(fact instanceof Cause ? cause++ : -1, fact.asKnownAt(facts.now()), true);
        }
        for (Class<? extends Fact> type : map.single()) {
            if (facts.get(type).isEmpty()) {
                collector.absent(type);
            }
        }
        return new Unknowns(collector.all);
    }

    /** The fact set with values for some variables; those that are left out keep their first. */
    FactSet completed(Map<Integer, Integer> values, FactSet facts) {
        FactSet.Builder completed = FactSet.builder(facts.asOf());
        for (OpenFact fact : this.facts) {
            Fact made = fact.with(values);
            if (made != null && !(made instanceof AsOf) && (fact.there() || !made.equals(fact.known()))) {
                completed.with(made);
            }
        }
        return completed.build();
    }

    /** Whether something is unknown. */
    boolean areOpen() {
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).isOpen()) {
                return true;
            }
        }
        return false;
    }

    /**
     * These, or, when more than a few causes are open, as often as there are such causes, each time with one of them open and the others
     * as they are.
     *
     * @param alone whether what a cause does, others do not change: then these are left out
     */
    List<Unknowns> parts(int most, boolean alone) {
        int causes = 0;
        for (int i = 0; i < facts.size(); i++) {
            causes += facts.get(i).isOpenCause() ? 1 : 0;
        }
        if (causes <= most) {
            return List.of(this);
        }
        List<Unknowns> parts = new ArrayList<>();
        for (OpenFact open : facts) {
            if (open.isOpenCause()) {
                parts.add(new Unknowns(facts.stream().filter(fact -> fact == open || !fact.isOpenCause() || !alone)
                        .map(fact -> fact == open || !fact.isOpenCause() ? fact : fact.asItIs()).toList()));
            }
        }
        return parts;
    }

    /** The variables that some rules may look at. */
    BitSet readBy(BitSet rules, RuleMap map) {
        BitSet read = new BitSet();
        for (OpenFact fact : facts) {
            for (OpenFact.Variable variable : fact.variables()) {
                BitSet readers = variable.place() < 0 ? map.readers(fact.type()) : map.readers(fact.type(), variable.place());
                if (readers.intersects(rules)) {
                    read.set(variable.number());
                }
            }
        }
        return read;
    }

    /** The variables of which nothing is assumed as long as they are unknown, since the component is known beside which they stand. */
    BitSet assumed() {
        BitSet assumed = new BitSet();
        for (OpenFact fact : facts) {
            int[] beside = ASKED.get(fact.type()).beside;
            for (OpenFact.Variable variable : fact.variables()) {
                int other = fact.known() == null || variable.place() < 0 ? -1 : beside[variable.place()];
                if (other >= 0 && fact.parts()[other] != null && !(fact.parts()[other] instanceof OpenFact.Variable)) {
                    assumed.set(variable.number());
                }
            }
        }
        return assumed;
    }

    private static final class Collector {

        private final List<OpenFact> all = new ArrayList<>();
        private final FactSet facts;
        private final RuleMap map;
        private final Memory memory;
        private final Map<Object, OpenFact> before;

        Collector(FactSet facts, RuleMap map, Memory memory) {
            this.facts = facts;
            this.map = map;
            this.memory = memory;
            this.before = memory.before(facts);
        }

        private void there(int cause, Fact known, boolean given) {
            Object key = given ? known : known.getClass();
            OpenFact seen = cause < 0 ? before.get(key) : null;
            if (seen == null) {
                Class<? extends Fact> type = known.getClass();
                Object[] parts = Shape.of(type).array(known);
                List<OpenFact.Variable> variables = new ArrayList<>();
                for (int place : ASKED.get(type).there) {
                    Object value = parts[place];
                    if ((value == null || isOpen(known, value)) && !map.readers(type, place).isEmpty()) {
                        add(memory.variable(type, cause, place, value, facts), variables);
                    }
                }
                seen = OpenFact.of(known, parts, given, variables, readers(type, variables), map.fact(type), facts.now());
                if (cause < 0 && !seen.isPassing()) {
                    before.put(key, seen);
                }
            }
            all.add(seen);
        }

        /** A catalogue with a release whose day is unknown is not known either. */
        private static boolean isOpen(Fact known, Object value) {
            return known instanceof Product product && value == product.versions() && !product.isEveryDayKnown();
        }

        private void absent(Class<? extends Fact> type) {
            Asked asked = ASKED.get(type);
            if (asked.isNone(facts) || map.readers(type).isEmpty()) {
                return;
            }
            OpenFact seen = before.get(type);
            if (seen != null) {
                all.add(seen);
            } else if (type == Desk.class) {
                there(-1, NO_DESK, false);
            } else {
                absent(type, asked);
            }
        }

        private void absent(Class<? extends Fact> type, Asked asked) {
            List<OpenFact.Variable> variables = new ArrayList<>();
            if (asked.whole) {
                add(memory.variable(type, -1, -1, null, facts), variables);
            } else {
                for (int place : asked.absent) {
                    if (!map.readers(type, place).isEmpty()) {
                        add(memory.variable(type, -1, place, null, facts), variables);
                    }
                }
            }
            if (!variables.isEmpty()) {
                OpenFact absent = OpenFact.absent(type, variables, map.readers(type), map.fact(type), facts.now());
                all.add(absent);
                if (!absent.isPassing()) {
                    before.put(type, absent);
                }
            }
        }

        private BitSet readers(Class<? extends Fact> type, List<OpenFact.Variable> variables) {
            BitSet readers = new BitSet(map.rules());
            for (OpenFact.Variable variable : variables) {
                readers.or(variable.place() < 0 ? map.readers(type) : map.readers(type, variable.place()));
            }
            return readers;
        }

        private static void add(OpenFact.@Nullable Variable variable, List<OpenFact.Variable> variables) {
            if (variable != null) {
                variables.add(variable);
            }
        }
    }
}
