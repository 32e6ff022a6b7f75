package org.supportpolicy.internal.possible;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.supportpolicy.fact.Product;
import org.supportpolicy.internal.check.Value;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.rules.Periods;

/** How a policy counts from components of facts, found once a policy. Immutable once made. */
final class Counts {

    /**
     * How it counts from a component.
     *
     * @param days the numbers of days that follow an instant
     * @param years the numbers of years that follow a day
     * @param patching whether the period in which the desk wants patches installed follows a day
     */
    record Counted(Set<Integer> days, Set<Integer> years, boolean patching) {

        static final Counted NOTHING = new Counted(Set.of(), Set.of(), false);

        private Counted and(Counted other) {
            Set<Integer> allDays = new TreeSet<>(days);
            allDays.addAll(other.days);
            Set<Integer> allYears = new TreeSet<>(years);
            allYears.addAll(other.years);
            return new Counted(allDays, allYears, patching || other.patching);
        }
    }

    private final Map<Class<?>, Map<String, Counted>> counted = new HashMap<>();

    /** Looks at rules. */
    Counts(RuleEngine engine) {
        engine.planned().forEach(planned -> planned.rule().values().forEach(this::gather));
    }

    /** How it counts from the components of a fact, or of what is in one. */
    Map<String, Counted> of(Class<?> record) {
        return counted.getOrDefault(record, Map.of());
    }

    private void gather(Value value) {
        if (value instanceof Value.Call call && call.member().code().getDeclaringClass() == Periods.class) {
            Counted by = by(call);
            call.arguments().forEach(argument -> from(argument, by));
        }
        value.parts().forEach(this::gather);
    }

    private static Counted by(Value.Call call) {
        Set<Integer> numbers = new TreeSet<>();
        boolean patching = false;
        for (Value argument : call.arguments()) {
            patching |= argument.type().kind() == Period.class;
            if (argument instanceof Value.Constant constant && constant.value() instanceof Integer number) {
                numbers.add(number);
            }
        }
        boolean instant = call.type().kind() == Instant.class;
        return new Counted(instant ? numbers : Set.of(), instant ? Set.of() : numbers, patching);
    }

    /** Takes the component of which a value is, or is made. */
    private void from(Value value, Counted by) {
        if (value instanceof Value.Call call && call.target() != null) {
            Class<?> holder = call.member().code().getDeclaringClass();
            String name = holder == Product.class && call.type().kind() == LocalDate.class && !call.arguments().isEmpty() ? "versions"
                    : call.member().code().getName();
            counted.computeIfAbsent(holder, added -> new HashMap<>()).merge(name, by, Counted::and);
        }
    }
}
