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
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.record.Shape;

/**
 * What is unknown of a fact set, as {@link AbsentMeansNone} says of each fact.
 *
 * @param closed the facts of which nothing is
 * @param open those of which something is
 * @param sizes how many values each unknown has, the first of them unknown
 * @param assumed those of which nothing is assumed as long as they are unknown, since another component is known
 */
record Unknowns(List<Fact> closed, List<OpenFact> open, int[] sizes, BitSet assumed) {

    /** The facts of which there can be but one, with the instant left out. */
    static final Set<Class<? extends Fact>> SINGLE = single();
    /** Those and all causes. */
    static final Set<Class<? extends Fact>> ALL = all();

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
    static Unknowns of(FactSet facts, RuleMap map, Domains domains) {
        Collector collector = new Collector(facts, map, domains);
        collector.closed.add(facts.now());
        int cause = 0;
        for (Fact fact : facts.facts()) {
            Class<? extends Fact> type = fact.getClass();
            collector.there(fact instanceof Cause ? "causes[" + cause++ + "]" : FactPath.key(type), fact.asKnownAt(facts.now()), true);
        }
        for (Class<? extends Fact> type : SINGLE) {
            if (facts.get(type).isEmpty()) {
                if (type == Desk.class) {
                    collector.there(FactPath.key(type), Desk.builder().build(), false);
                } else {
                    collector.absent(type);
                }
            }
        }
        return new Unknowns(collector.closed, collector.open, collector.sizes.stream().mapToInt(Integer::intValue).toArray(),
                collector.assumed);
    }

    private static final class Collector {

        private final List<Fact> closed = new ArrayList<>();
        private final List<OpenFact> open = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private final BitSet assumed = new BitSet();
        private final FactSet facts;
        private final RuleMap map;
        private final Domains domains;

        Collector(FactSet facts, RuleMap map, Domains domains) {
            this.facts = facts;
            this.map = map;
            this.domains = domains;
        }

        private void there(String key, Fact known, boolean given) {
            Shape shape = Shape.of(known.getClass());
            List<OpenFact.Variable> variables = new ArrayList<>();
            Asked asked = ASKED.get(known.getClass());
            for (int place : asked.there) {
                if (isOpen(known, shape, place) && !map.readers(known.getClass(), place).isEmpty()) {
                    if (asked.beside[place] >= 0 && shape.value(known, asked.beside[place]) != null) {
                        assumed.set(sizes.size() + variables.size());
                    }
                    add(shape.value(known, place), place, domains.of(known.getClass(), place), variables);
                }
            }
            if (variables.isEmpty()) {
                closed.add(known);
            } else {
                keep(key, known.getClass(), known, given, variables);
            }
        }

        /** A catalogue with a release whose day is unknown is not known either. */
        private static boolean isOpen(Fact known, Shape shape, int place) {
            Object value = shape.value(known, place);
            return value == null || known instanceof org.supportpolicy.fact.Product product && value == product.versions()
                    && !product.isEveryDayKnown();
        }

        private void absent(Class<? extends Fact> type) {
            Asked asked = ASKED.get(type);
            if (asked.isNone(facts) || map.readers(type).isEmpty()) {
                return;
            }
            List<OpenFact.Variable> variables = new ArrayList<>();
            if (asked.isWhole()) {
                add(null, -1, domains.of(type), variables);
            } else {
                for (int place : asked.absent) {
                    if (!map.readers(type, place).isEmpty()) {
                        add(null, place, domains.of(type, place), variables);
                    }
                }
            }
            if (!variables.isEmpty()) {
                keep(FactPath.key(type), type, null, false, variables);
            }
        }

        private static void add(@Nullable Object now, int place, Object[] others, List<OpenFact.Variable> variables) {
            if (others.length > 0) {
                Object[] values = new Object[others.length + 1];
                values[0] = now;
                System.arraycopy(others, 0, values, 1, others.length);
                variables.add(new OpenFact.Variable(place, values));
            }
        }

        private void keep(String key, Class<? extends Fact> type, @Nullable Fact known, boolean given, List<OpenFact.Variable> variables) {
            open.add(new OpenFact(key, type, known, given, variables, sizes.size(), facts.now()));
            variables.forEach(variable -> sizes.add(variable.values().length));
        }
    }
}
