package org.supportpolicy.internal.possible;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
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
import org.supportpolicy.internal.outlook.Days;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.rules.Periods;

/**
 * The instants at which something could be otherwise if unknown facts were what they may be: the days that facts name, what the policy
 * counts from a component, and the ends of the desk's targets. What is still to be known can change there although nothing that is decided
 * does. Not thread-safe.
 */
final class Turns {

    /** So many days behind a known day two unknown ones fit between it and today. */
    private static final int BETWEEN = 2;

    private final AsOf now;
    private final Counts counts;
    private final Desk desk;
    private final NavigableSet<Instant> instants = new TreeSet<>();
    private final Set<Instant> events = new TreeSet<>();

    private Turns(FactSet facts, Counts counts) {
        this.now = facts.now();
        this.counts = counts;
        this.desk = facts.get(Desk.class).orElse(Desk.builder().build());
    }

    /** Those behind the instant of a fact set. */
    static NavigableSet<Instant> of(FactSet facts, Counts counts) {
        Turns turns = new Turns(facts, counts);
        for (Fact fact : facts.facts()) {
            if (!(fact instanceof Desk)) {
                turns.addParts(fact, Counts.Counted.NOTHING);
            }
        }
        if (!Domains.isLong(facts)) {
            List<SupportHours> hours = Domains.hours(turns.desk);
            turns.addEnds(hours, facts.get(Ticket.class).map(Ticket::getPastHolds).orElse(List.of()));
            turns.addClosings(hours);
        }
        return turns.instants;
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
            Period patching = desk.promptPatching();
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

    /** When targets of the desk that began at an event run out; which of them is in force may be unknown. */
    private void addEnds(List<SupportHours> hours, List<Hold> holds) {
        List<Duration> targets = Stream.of(desk.firstResponseTargets(), desk.followUpTargets()).filter(Objects::nonNull).map(Map::values)
                .flatMap(Collection::stream).distinct().toList();
        for (Duration target : targets) {
            for (Instant event : events) {
                addEnd(ElapsedTime.after(event, target, holds));
                hours.forEach(each -> addEnd(end(each, event, target, holds)));
            }
        }
    }

    private static @Nullable Instant end(SupportHours hours, Instant event, Duration target, List<Hold> holds) {
        try {
            return hours.after(event, target, holds).orElse(null);
        } catch (ArithmeticException e) {
            return null; // it never runs out
        }
    }

    /** Time has run out at its end for some rules and behind it for others. */
    private void addEnd(@Nullable Instant end) {
        if (end != null) {
            add(end);
            add(end.plusNanos(1));
        }
    }

    /** When the desk first closes after an event: what was created from then on was created behind a closed door. */
    private void addClosings(List<SupportHours> hours) {
        for (SupportHours each : hours) {
            for (Instant event : events) {
                Domains.closing(each, event).ifPresent(this::addEnd);
            }
            Domains.specialDays(desk).tailSet(now.date()).forEach(day -> addSpecial(day, each));
        }
    }

    /** A special day of the desk: when it begins and ends, when the desk opens and closes on it, and when it last closed before. */
    private void addSpecial(LocalDate day, SupportHours hours) {
        Days.beginnings(day, now.zone(), this::add);
        Days.beginnings(day.plusDays(1), now.zone(), this::add);
        Instant begin = day.atStartOfDay(now.zone()).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(now.zone()).toInstant();
        hours.openings(begin).takeWhile(opening -> opening.from().isBefore(end)).forEach(opening -> {
            add(opening.from());
            add(opening.to());
        });
        Domains.closing(hours, day.minusDays(1).atStartOfDay(now.zone()).toInstant()).ifPresent(this::addEnd);
    }

    private void add(Instant instant) {
        if (instant.isAfter(now.instant())) {
            instants.add(instant);
        }
    }
}
