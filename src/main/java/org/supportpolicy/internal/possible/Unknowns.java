package org.supportpolicy.internal.possible;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.supportpolicy.internal.record.Shape;

/**
 * What is unknown of a fact set, as {@link AbsentMeansNone} says of each fact.
 *
 * @param closed the facts of which nothing is
 * @param open those of which something is
 * @param assumed those of which nothing is assumed as long as they are unknown, since another component is known
 */
record Unknowns(List<Fact> closed, List<OpenFact> open, BitSet assumed) {

    /** The facts of which there can be but one, with the instant left out. */
    static final Set<Class<? extends Fact>> SINGLE = single();
    /** Those and all causes. */
    static final Set<Class<? extends Fact>> ALL = all();

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
     * @param mark what its absence means; null for nothing
     * @param there the places of the components that are asked for when it is there
     * @param absent those that are asked for when it is not
     * @param beside for each component the place of that beside which it is not asked for; -1 for none
     */
    private record Asked(@Nullable AbsentMeansNone mark, int[] there, int[] absent, int[] beside) {

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
                boolean choice = kind == Boolean.class || kind.isEnum() || kind == LocalDate.class;
                boolean besides = own != null && !own.beside().isEmpty();
                beside[place] = besides ? Shape.of(fact).places().get(own.beside()) : -1;
                if ((own == null || besides) && !whole && (!none || choice)) {
                    there.add(place);
                }
                if ((own == null || besides || own.onceGiven()) && !none) {
                    absent.add(place);
                }
            }
            return new Asked(mark, places(there), places(absent), beside);
        }

        private static int[] places(List<Integer> places) {
            return places.stream().mapToInt(Integer::intValue).toArray();
        }

        boolean isWhole() {
            return mark != null && mark.onceGiven();
        }

        /** Whether nothing is unknown of such a fact when it is not there. */
        boolean isNone(FactSet facts) {
            return mark != null && !mark.onceGiven() && (mark.of().length == 0
                    || facts.get(Ticket.class).map(Ticket::kind).filter(Arrays.asList(mark.of())::contains).isPresent());
        }
    }

    private static Set<Class<? extends Fact>> single() {
        Set<Class<? extends Fact>> single = new LinkedHashSet<>();
        for (Class<?> fact : Fact.class.getPermittedSubclasses()) {
            if (fact != AsOf.class && fact != Cause.class) {
                single.add(fact.asSubclass(Fact.class));
            }
        }
        return single;
    }

    private static Set<Class<? extends Fact>> all() {
        Set<Class<? extends Fact>> all = new LinkedHashSet<>(single());
        Stream.of(Cause.class.getPermittedSubclasses()).forEach(cause -> all.add(cause.asSubclass(Fact.class)));
        return all;
    }

    /**
     * Finds them.
     *
     * @param map what rules look at; what none looks at is left out
     */
    static Unknowns of(FactSet facts, RuleMap map, Memory memory) {
        Collector collector = new Collector(facts, map, memory);
        collector.closed.add(facts.now());
        int cause = 0;
        for (Fact fact : facts.facts()) {
            collector.there(fact instanceof Cause ? cause++ : -1, fact.asKnownAt(facts.now()), true);
        }
        for (Class<? extends Fact> type : SINGLE) {
            if (!has(facts, type)) {
                if (type == Desk.class) {
                    collector.there(-1, NO_DESK, false);
                } else {
                    collector.absent(type);
                }
            }
        }
        return new Unknowns(collector.closed, collector.open, collector.assumed);
    }

    /**
     * These, or, when more than a few causes are open, as often as there are such causes, each time with one of them open and the others
     * as they are.
     */
    List<Unknowns> parts(int most) {
        List<OpenFact> causes = open.stream().filter(OpenFact::isCause).toList();
        if (causes.size() <= most) {
            return List.of(this);
        }
        List<OpenFact> others = open.stream().filter(fact -> !fact.isCause()).toList();
        List<Unknowns> parts = new ArrayList<>();
        for (OpenFact cause : causes) {
            List<Fact> known = new ArrayList<>(closed);
            causes.stream().filter(other -> other != cause).forEach(other -> known.add(other.known()));
            List<OpenFact> still = new ArrayList<>(others);
            still.add(cause);
            parts.add(new Unknowns(known, still, assumed));
        }
        return parts;
    }

    private static boolean has(FactSet facts, Class<? extends Fact> type) {
        for (Fact fact : facts.facts()) {
            if (fact.getClass() == type) {
                return true;
            }
        }
        return false;
    }

    private static final class Collector {

        private final List<Fact> closed = new ArrayList<>();
        private final List<OpenFact> open = new ArrayList<>();
        private final BitSet assumed = new BitSet();
        private final FactSet facts;
        private final RuleMap map;
        private final Memory memory;

        Collector(FactSet facts, RuleMap map, Memory memory) {
            this.facts = facts;
            this.map = map;
            this.memory = memory;
        }

        private void there(int cause, Fact known, boolean given) {
            Class<? extends Fact> type = known.getClass();
            Shape shape = Shape.of(type);
            List<OpenFact.Variable> variables = new ArrayList<>();
            Asked asked = ASKED.get(type);
            for (int place : asked.there) {
                Object value = shape.value(known, place);
                if ((value == null || isOpen(known, value)) && !map.readers(type, place).isEmpty()) {
                    add(memory.variable(type, cause, place, value, facts), variables);
                    if (asked.beside[place] >= 0 && shape.value(known, asked.beside[place]) != null) {
                        assumed.set(variables.get(variables.size() - 1).number());
                    }
                }
            }
            if (variables.isEmpty()) {
                closed.add(known);
            } else {
                open.add(new OpenFact(type, known, given, variables, facts.now()));
            }
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
            List<OpenFact.Variable> variables = new ArrayList<>();
            if (asked.isWhole()) {
                add(memory.variable(type, -1, -1, null, facts), variables);
            } else {
                for (int place : asked.absent) {
                    if (!map.readers(type, place).isEmpty()) {
                        add(memory.variable(type, -1, place, null, facts), variables);
                    }
                }
            }
            if (!variables.isEmpty()) {
                open.add(new OpenFact(type, null, false, variables, facts.now()));
            }
        }

        private static void add(OpenFact.@Nullable Variable variable, List<OpenFact.Variable> variables) {
            if (variable != null) {
                variables.add(variable);
            }
        }
    }
}
