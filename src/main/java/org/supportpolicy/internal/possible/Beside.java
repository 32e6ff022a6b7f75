package org.supportpolicy.internal.possible;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.internal.record.Shape;

/**
 * What stands in facts and right beside it, by type: rules may compare any component of the type with what a policy declares, and tell
 * others apart by it. Two that are equal offer the same.
 *
 * @param all of all facts
 * @param declared of those that the policy declares
 */
record Beside(Map<Class<?>, Set<Object>> all, Map<Class<?>, Set<Object>> declared) {

    /** Where the policy declares no fact. */
    static final Beside NOTHING = new Beside(Map.of(), Map.of());

    private static final int MOST_DAYS = Limits.PERIOD_YEARS * 365;

    /**
     * What is known in a fact set.
     *
     * @param isCompared whether a component, by its fact and place, may be compared with what the policy declares
     */
    static Beside of(FactSet facts, BiPredicate<Class<?>, Integer> isCompared) {
        Beside beside = new Beside(new HashMap<>(), new HashMap<>());
        for (Fact fact : facts.facts()) {
            Fact known = fact.asKnownAt(facts.now());
            for (int place = 0; place < Shape.of(fact.getClass()).names().size(); place++) {
                Object value = isCompared.test(fact.getClass(), place) ? Shape.of(fact.getClass()).value(known, place) : null;
                add(value, facts.now(), beside.all);
                if (fact instanceof OwnFact) {
                    add(value, facts.now(), beside.declared);
                }
            }
        }
        return beside;
    }

    /** What a component of a type could be that the policy declares, or the library. */
    Collection<Object> of(Class<?> kind, boolean isDeclared) {
        return (isDeclared ? all : declared).getOrDefault(kind, Set.of());
    }

    private static void add(@Nullable Object value, AsOf now, Map<Class<?>, Set<Object>> to) {
        beside(value, now).forEach(each -> to.computeIfAbsent(each.getClass(), added -> new LinkedHashSet<>()).add(each));
    }

    private static Stream<Object> beside(@Nullable Object value, AsOf now) {
        if (value instanceof Integer number) {
            return Stream.of(number - 1, number, number + 1);
        } else if (value instanceof Instant at) {
            return Stream.of(at.minusNanos(1), at, at.plusNanos(1)).filter(each -> !each.isAfter(now.instant()))
                    .filter(Limits::hold).map(Object.class::cast);
        } else if (value instanceof LocalDate day) {
            long since = ChronoUnit.DAYS.between(day, now.date());
            Stream<Object> periods = LongStream.rangeClosed(since - 1, since + 1).filter(days -> days >= 0 && days <= MOST_DAYS)
                    .mapToObj(days -> Period.ofDays((int) days));
            return Stream.concat(days(day), periods);
        } else if (value instanceof Period period) {
            return Stream.concat(Stream.of(period), days(now.date().minus(period)));
        } else if (value instanceof Duration amount) {
            return Stream.of(amount.minusNanos(1), amount, amount.plusNanos(1)).filter(each -> !each.isNegative())
                    .map(Object.class::cast);
        }
        return value instanceof String ? Stream.of(value) : Stream.of();
    }

    private static Stream<Object> days(LocalDate day) {
        return List.of(day.minusDays(1), day, day.plusDays(1)).stream().filter(Limits::hold).map(Object.class::cast);
    }
}
