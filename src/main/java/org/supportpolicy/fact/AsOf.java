package org.supportpolicy.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The instant at which the policy is applied, seen in the desk's zone. Rules read this and never a clock.
 *
 * @param instant the instant
 * @param zone the zone in which days are counted
 */
public record AsOf(Instant instant, ZoneId zone) implements Fact {

    /**
     * Checks the components.
     *
     * @throws BadFactException if one of them is absent, or the instant does not lie in the years of facts
     */
    public AsOf {
        Check.of("asOf").required("instant", instant).instant("instant", instant).required("zone", zone).done();
    }

    /** The local date of the instant in the desk's zone. */
    @InRules(reads = "date")
    public LocalDate date() {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The local date of another instant in the desk's zone, or null for an unknown one. */
    @InRules(reads = "zone")
    public @Nullable LocalDate dateOf(@Nullable Instant other) {
        return other == null ? null : LocalDate.ofInstant(other, zone);
    }

    /** Whether an event is not later than this instant, or unknown. */
    boolean isPast(@Nullable Instant event) {
        return event == null || !event.isAfter(instant);
    }

    /** Whether a day is not later than that of this instant, or unknown. */
    boolean isPast(@Nullable LocalDate event) {
        return event == null || !event.isAfter(date());
    }

    /** Returns an instant that is not later than this one; a later one has not happened and is unknown. */
    public @Nullable Instant past(@Nullable Instant event) {
        return event == null || event.isAfter(instant) ? null : event;
    }

    /** Returns a date that is not later than this day; a later one has not happened and is unknown. */
    public @Nullable LocalDate past(@Nullable LocalDate event) {
        return event == null || event.isAfter(date()) ? null : event;
    }
}
