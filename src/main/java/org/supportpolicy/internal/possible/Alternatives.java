package org.supportpolicy.internal.possible;

import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AbsentMeansNone;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.fact.SampleMachine;
import org.supportpolicy.internal.check.Value;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.record.Shape;

/**
 * What facts could be instead of what they are: for each component other values, known or not, the likelier ones first; and a further cause
 * of each kind. What happened may not have happened; what is known does not become unknown otherwise. Immutable.
 */
final class Alternatives {

    private static final String GIVEN = "given";
    private static final Duration TARGET = Duration.ofHours(4);
    private static final int LEVELS = 4;
    /** What is tried before what lies further back. */
    private static final List<Duration> BEFORE = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(30),
            Duration.ofDays(400));

    private final FactSet facts;
    private final Domains domains;
    private final RuleMap map;
    private final BitSet rules;
    private final List<OpenFact> all = new ArrayList<>();
    private final List<String> untried = new ArrayList<>();
    private int variables;

    /**
     * Finds them.
     *
     * @param map what rules look at
     * @param rules the rules that matter; what none of them looks at is left as it is
     */
    Alternatives(FactSet facts, RuleMap map, BitSet rules, Domains domains) {
        this.facts = facts;
        this.domains = domains;
        this.map = map;
        this.rules = rules;
        all.add(OpenFact.of(facts.now(), true, List.of(), map.readers(AsOf.class), map.fact(AsOf.class), facts.now()));
        int causes = 0;
        for (Fact fact : facts.facts()) {
            Class<? extends Fact> type = fact.getClass();
            add(type, fact.asKnownAt(facts.now()), true, fact instanceof Cause ? "causes[" + causes++ + "]" : FactPath.key(type));
        }
        for (Class<? extends Fact> type : map.types()) {
            if (Cause.class.isAssignableFrom(type)) {
                add(type, null, false, "causes[" + causes + "]");
            } else if (type != AsOf.class && facts.get(type).isEmpty()) {
                add(type, type == Desk.class ? Desk.builder().build() : null, false, FactPath.key(type));
            }
        }
    }

    /** The facts with what they could be. */
    Unknowns all() {
        return new Unknowns(all);
    }

    /** The components that rules look at and of which no other value is known. */
    List<String> untried() {
        return untried;
    }

    /** A diagram with the variables, which is drawn no further once the thread is interrupted. */
    Diagram diagram() {
        Diagram diagram = new Diagram(true);
        all.forEach(fact -> fact.variables().forEach(variable ->
                diagram.variable(variable.values().length, map.rank(fact.type(), variable.place()))));
        return diagram;
    }

    private void add(Class<? extends Fact> type, @Nullable Fact known, boolean there, String key) {
        Interruption.check(); // each of many causes takes as long as there are others
        List<OpenFact.Variable> variables = new ArrayList<>();
        if (known == null && type == Intake.class) {
            add(-1, key, null, Stream.of(domains.of(type)).toList(), variables);
        } else {
            Shape shape = Shape.of(type);
            for (int place = 0; place < shape.names().size(); place++) {
                if (map.readers(type, place).intersects(rules)) {
                    Object now = known == null ? null : shape.value(known, place);
                    String path = key + "." + shape.names().get(place);
                    List<@Nullable Object> others = others(type, place, known, now);
                    if (others.isEmpty()) {
                        untried.add(path);
                    }
                    add(place, path, now, others, variables);
                }
            }
        }
        if (known != null) {
            all.add(OpenFact.of(known, there, variables, map.readers(type), map.fact(type), facts.now()));
        } else if (!variables.isEmpty()) {
            all.add(OpenFact.absent(type, variables, map.readers(type), map.fact(type), facts.now()));
        }
    }

    private void add(int place, String path, @Nullable Object now, List<@Nullable Object> others, List<OpenFact.Variable> variables) {
        if (!others.isEmpty()) {
            Object[] values = Stream.concat(Stream.of(new Object[] {now}), others.stream()).toArray();
            variables.add(new OpenFact.Variable(this.variables++, place, values, path));
        }
    }

    /** The values that a component could have instead, that make a fact. */
    private List<@Nullable Object> others(Class<? extends Fact> type, int place, @Nullable Fact known, @Nullable Object now) {
        Set<Object> others = new LinkedHashSet<>(values(type, place, now));
        if (now != null && isNone(type, place)) {
            others.add(null);
        }
        others.remove(now);
        return others.stream().filter(value -> isFact(type, place, known, value)).toList();
    }

    private static boolean isNone(Class<? extends Fact> type, int place) {
        return type.isAnnotationPresent(AbsentMeansNone.class)
                || type.getRecordComponents()[place].isAnnotationPresent(AbsentMeansNone.class);
    }

    private static boolean isFact(Class<? extends Fact> type, int place, @Nullable Fact known, @Nullable Object value) {
        Shape shape = Shape.of(type);
        Object[] values = shape.array(known);
        values[place] = value;
        try {
            shape.make(values);
            return true;
        } catch (BadFactException e) {
            return false; // another component forbids it
        }
    }

    private Collection<?> values(Class<? extends Fact> type, int place, @Nullable Object now) {
        Object kind = Shape.of(type).types().get(place);
        String name = Shape.of(type).names().get(place);
        if (kind == Instant.class || kind == LocalDate.class) {
            return moments((Class<?>) kind, Stream.of(domains.of(type, place, facts)).toList());
        } else if (kind == String.class && type == Intake.class) {
            return List.of(GIVEN);
        } else if (name.equals("sampleMachines")) {
            return List.of(List.of(new SampleMachine(GIVEN, GIVEN)));
        } else if (name.endsWith("Targets") && now == null) {
            return List.of(IntStream.rangeClosed(1, LEVELS).boxed().collect(Collectors.toMap(level -> level, level -> TARGET)));
        } else if (kind instanceof ParameterizedType many && many.getRawType() == Set.class
                && many.getActualTypeArguments()[0] instanceof Class<?> item && Constants.isKind(item)) {
            return sets(item, now == null ? Set.of() : (Collection<?>) now);
        }
        List<Object> usual = now != null && name.equals("versions") ? List.of() : Stream.of(domains.of(type, place, facts)).toList();
        return usual.isEmpty() ? Samples.of(kind, now, facts.now()) : usual;
    }

    /** The events and days of the facts with what is right beside them, before those that the facts do not know. */
    private Collection<?> moments(Class<?> kind, List<Object> others) {
        Set<Object> moments = new LinkedHashSet<>();
        if (kind == LocalDate.class) {
            Set<LocalDate> days = new TreeSet<>();
            known(LocalDate.class).forEach(day -> days.addAll(List.of(day, day.minusDays(1), day.plusDays(1))));
            known(Instant.class).forEach(instant -> days.add(facts.now().dateOf(instant)));
            days.stream().filter(Limits::hold).forEach(moments::add);
        } else {
            Set<Instant> instants = new TreeSet<>();
            known(Instant.class).forEach(instant -> instants.addAll(List.of(instant, instant.minusNanos(1), instant.plusNanos(1))));
            instants.stream().filter(Limits::hold).filter(instant -> !instant.isAfter(facts.asOf())).forEach(moments::add);
        }
        if (kind == Instant.class) {
            BEFORE.stream().map(facts.asOf()::minus).filter(Limits::hold).forEach(moments::add);
        }
        others.stream().sorted(Comparator.comparing(this::away)).forEach(moments::add);
        return moments;
    }

    /** How far a day or an instant lies from now. */
    private Duration away(Object moment) {
        return moment instanceof LocalDate day ? Duration.ofDays(Math.abs(ChronoUnit.DAYS.between(day, facts.now().date())))
                : Duration.between((Instant) moment, facts.asOf()).abs();
    }

    private <T> Stream<T> known(Class<T> kind) {
        return facts.facts().stream().map(fact -> fact.asKnownAt(facts.now())).flatMap(fact -> Shape.of(fact.getClass()).values(fact))
                .filter(Objects::nonNull).filter(kind::isInstance).map(kind::cast).distinct().sorted();
    }

    /** The sets with one more or one less, then those with all that a rule asks for together. */
    private Collection<Set<?>> sets(Class<?> item, Collection<?> now) {
        Set<Set<?>> sets = new LinkedHashSet<>();
        for (Object constant : Constants.of(item)) {
            Set<Object> set = new LinkedHashSet<>(now);
            if (!set.remove(constant)) {
                set.add(constant);
            }
            sets.add(Set.copyOf(set));
        }
        rules.stream().mapToObj(rule -> map.planned(rule).rule().values().flatMap(Alternatives::constants).filter(item::isInstance))
                .forEach(together -> sets.add(Stream.concat(now.stream(), together).collect(Collectors.toUnmodifiableSet())));
        return sets;
    }

    private static Stream<Object> constants(Value value) {
        return value instanceof Value.Constant constant ? Stream.ofNullable(constant.value())
                : value.parts().stream().flatMap(Alternatives::constants);
    }
}
