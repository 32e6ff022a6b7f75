package org.supportpolicy.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.supportpolicy.fact.Hold;

/** Counts every hour, but for spans that do not count. */
public final class ElapsedTime {

    private ElapsedTime() {}

    /**
     * The instant at which an amount of time has run out.
     *
     * @param start when counting begins
     * @param amount how much time, zero or more
     * @param pauses spans that do not count, each with an end; they may overlap
     * @throws IllegalArgumentException if one has no end
     */
    public static Instant after(Instant start, Duration amount, Collection<Hold> pauses) {
        Objects.requireNonNull(start, "The start must be given.");
        Objects.requireNonNull(amount, "The amount must be given.");
        Objects.requireNonNull(pauses, "The pauses must be given.");
        Instant end = start.plus(amount);
        Instant counted = start;
        for (Hold pause : ended(pauses).sorted(Comparator.comparing(Hold::from)).toList()) {
            Instant from = later(pause.from(), counted);
            if (from.isBefore(end) && pause.to().isAfter(from)) {
                end = end.plus(Duration.between(from, pause.to()));
                counted = pause.to();
            }
        }
        return end;
    }

    /**
     * The latest instant from which an amount of time is left until an end.
     *
     * @param end when the time has run out
     * @param amount how much time, zero or more
     * @param pauses spans that do not count, each with an end; they may overlap
     * @throws IllegalArgumentException if one has no end
     */
    public static Instant before(Instant end, Duration amount, Collection<Hold> pauses) {
        Objects.requireNonNull(end, "The end must be given.");
        Objects.requireNonNull(amount, "The amount must be given.");
        Objects.requireNonNull(pauses, "The pauses must be given.");
        Instant start = end.minus(amount);
        Instant counted = end;
        for (Hold pause : ended(pauses).sorted(Comparator.comparing(Hold::to).reversed()).toList()) {
            Instant to = pause.to().isBefore(counted) ? pause.to() : counted;
            if (to.isAfter(start) && pause.from().isBefore(to)) {
                start = start.minus(Duration.between(pause.from(), to));
                counted = pause.from();
            }
        }
        return start;
    }

    private static Stream<Hold> ended(Collection<Hold> pauses) {
        return SupportHours.given(pauses).map(SupportHours::ended);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
