package org.supportpolicy.internal.outlook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.hours.ElapsedTime;
import org.supportpolicy.hours.SupportHours;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.rules.Periods;

/**
 * The instants at which something could be otherwise if unknown facts were what they may be: the days that facts name, and what the
 * policy counts from a component. What is still to be known can change there although nothing that is decided does. Not thread-safe.
 */
final class Supposed {

    /** So many days behind a known day two unknown ones fit between it and today. */
    private static final int BETWEEN = 2;
    private static final int MANY = 1_000;

    private final AsOf now;
    private final Counts counts;
    private final @Nullable Period patching;
    private final NavigableSet<Instant> instants = new TreeSet<>();
    private final Set<Instant> events = new TreeSet<>();

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
        if (facts.get(Ticket.class).map(ticket -> supposed.now.past(ticket.createdAt())).isEmpty()) {
            supposed.addRunningOut(facts);
        }
        return supposed.instants;
    }

    /** A target of the desk runs out at these at the earliest, whenever the ticket was created. */
    private void addRunningOut(FactSet facts) {
        Desk desk = facts.get(Desk.class).orElse(Desk.builder().build());
        List<Hold> holds = facts.get(Ticket.class).map(Ticket::getPastHolds).orElse(List.of());
        if (events.size() * (long) (holds.size() + (desk.datesWithOwnHours() == null ? 0 : desk.datesWithOwnHours().size())) > MANY) {
            return;
        }
        Optional<SupportHours> hours = SupportHours.of(desk);
        List<Duration> targets = Stream.of(desk.firstResponseTargets(), desk.followUpTargets()).filter(Objects::nonNull)
                .flatMap(each -> each.values().stream()).distinct().toList();
        for (Instant event : events) {
            for (Duration target : targets) {
                addEnd(ElapsedTime.after(event, target, holds));
                hours.flatMap(open -> end(open, event, target, holds)).ifPresent(this::addEnd);
            }
        }
    }

    private static Optional<Instant> end(SupportHours hours, Instant event, Duration target, List<Hold> holds) {
        try {
            return hours.after(event, target, holds);
        } catch (ArithmeticException e) {
            return Optional.empty(); // it never runs out
        }
    }

    /** Time has run out at its end for some rules and behind it for others. */
    private void addEnd(Instant end) {
        add(end);
        add(end.plusNanos(1));
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
            events.add(instant);
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
        for (int later = 0; later <= BETWEEN; later++) {
            if (!day.plusDays(later).isBefore(now.date())) {
                Days.beginnings(day.plusDays(later), now.zone(), this::add);
            }
        }
    }

    private void add(Instant instant) {
        if (instant.isAfter(now.instant())) {
            instants.add(instant);
        }
    }
}
