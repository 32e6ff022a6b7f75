package org.supportpolicy.internal.outlook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.rules.Periods;

/**
 * The instants at which something could be otherwise if unknown facts were what they may be: the days that facts name, and what the
 * policy counts from a component. What is still to be known can change there although nothing that is decided does. Not thread-safe.
 */
final class Supposed {

    private final AsOf now;
    private final Counts counts;
    private final @Nullable Period patching;
    private final NavigableSet<Instant> instants = new TreeSet<>();

    private Supposed(FactSet facts, Counts counts) {
        this.now = facts.now();
        this.counts = counts;
        this.patching = facts.get(Desk.class).map(Desk::promptPatching).orElse(null);
    }

    /** Those behind the instant of a fact set. */
    static NavigableSet<Instant> of(FactSet facts, Counts counts) {
        Supposed supposed = new Supposed(facts, counts);
        for (Fact fact : facts.facts()) {
            if (!(fact instanceof Desk)) {
                supposed.addParts(fact, Counts.Counted.NOTHING);
            }
        }
        return supposed.instants;
    }

    private void addParts(Object whole, Counts.Counted outer) {
        Shape shape = Shape.of(whole.getClass());
        Map<String, Counts.Counted> counted = counts.of(whole.getClass());
        for (int place = 0; place < shape.names().size(); place++) {
            Object value = shape.value(whole, place);
            if (value != null) {
                add(value, counted.getOrDefault(shape.names().get(place), outer));
            }
        }
    }

    private void add(Object value, Counts.Counted counted) {
        if (value instanceof Instant instant) {
            counted.days().forEach(days -> add(Periods.daysAfter(days, instant, now.zone())));
        } else if (value instanceof LocalDate day) {
            addDay(day);
            counted.years().forEach(years -> addDay(day.plusYears(years)));
            if (counted.patching() && patching != null) {
                addDay(day.plus(patching));
            }
        } else if (value instanceof Iterable<?> items) {
            items.forEach(item -> add(item, counted));
        } else if (value instanceof Record) {
            addParts(value, counted);
        }
    }

    private void addDay(LocalDate day) {
        if (!day.isBefore(now.date())) {
            Days.beginnings(day, now.zone(), this::add);
            Days.beginnings(day.plusDays(1), now.zone(), this::add);
        }
    }

    private void add(Instant instant) {
        if (instant.isAfter(now.instant())) {
            instants.add(instant);
        }
    }
}
