package org.supportpolicy.internal.outlook;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.record.Shape;

/** The next instant at which something that was looked at can be otherwise; what lies behind it is of no interest. Not thread-safe. */
final class Moments {

    private final AsOf now;
    private final Instant limit;
    private Instant next;

    /**
     * Begins.
     *
     * @param now the instant of the decision
     * @param limit the instant from which on nothing is of interest
     */
    Moments(AsOf now, Instant limit) {
        this.now = now;
        this.limit = limit;
        this.next = limit;
    }

    AsOf now() {
        return now;
    }

    /** The next instant; null when there is none before the limit. */
    @Nullable Instant found() {
        return next.isBefore(limit) ? next : null;
    }

    /** The next instant, or the limit. */
    Instant next() {
        return next;
    }

    /** Something can be otherwise at an instant. */
    void add(Instant instant) {
        if (instant.isAfter(now.instant()) && instant.isBefore(next)) {
            next = instant;
        }
    }

    /** Something can be otherwise when a day begins. */
    void add(LocalDate day) {
        Days.beginnings(day, now.zone(), this::add);
    }

    /** Something can be otherwise on every day. */
    void addMidnight() {
        LocalDate today = now.date();
        add(today);
        add(today.plusDays(1));
    }

    /** Each event that lies ahead is known from its instant or day on. */
    void addEvents(FactSet facts) {
        for (Fact fact : facts.facts()) {
            Fact known = fact.asKnownAt(now);
            if (known != fact) {
                addEvents(fact, known);
            }
        }
    }

    /** Adds the instants and days of what is not known yet. */
    private void addEvents(Object whole, @Nullable Object known) {
        if (whole.equals(known)) {
            return;
        } else if (whole instanceof Instant instant) {
            add(instant);
        } else if (whole instanceof LocalDate day) {
            add(day);
        } else if (whole instanceof Iterable<?> items) {
            items.forEach(item -> addEvents(item, null));
        } else if (whole instanceof Record) {
            Shape shape = Shape.of(whole.getClass());
            for (int place = 0; place < shape.names().size(); place++) {
                Object value = shape.value(whole, place);
                if (value != null) {
                    addEvents(value, known == null ? null : shape.value(known, place));
                }
            }
        }
    }
}
