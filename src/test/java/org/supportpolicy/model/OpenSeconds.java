package org.supportpolicy.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.OpenSpan;

/** Support hours of the reference model: asks of every second what the desk's clock shows. Slow, and plainly right. */
final class OpenSeconds implements DeskClock {

    private final Desk desk;
    private final ZoneId zone;

    OpenSeconds(Desk desk) {
        this.desk = desk;
        this.zone = desk.zone() == null ? ZoneId.of("Europe/Amsterdam") : desk.zone();
    }

    /** Whether the clock shows a time within a span of its day; a span that ends in a repeated hour ends the first time. */
    @Override
    public boolean isOpen(Instant second) {
        ZonedDateTime local = second.atZone(zone);
        if (desk.holidays() != null && desk.holidays().contains(local.toLocalDate())) {
            return false;
        }
        for (OpenSpan span : desk.hours().getOrDefault(local.getDayOfWeek(), List.of())) {
            LocalTime time = local.toLocalTime();
            if (!time.isBefore(span.from()) && (span.to().equals(LocalTime.MIDNIGHT) || time.isBefore(span.to()))) {
                return true;
            }
        }
        return false;
    }

    /** The first open instant at or after one, sought by the minute and then by the second. */
    @Override
    public Instant nextOpen(Instant from) {
        Instant at = from;
        if (isOpen(at)) {
            return at;
        }
        while (!isOpen(at.plusSeconds(60))) {
            at = at.plusSeconds(60);
        }
        while (!isOpen(at)) {
            at = at.plusSeconds(1);
        }
        return at;
    }

    /** Counts down the target, by the minute where nothing changes within it, else by the second. */
    @Override
    public Instant due(Instant start, Duration target, List<Hold> holds) {
        Instant at = start;
        long left = target.toSeconds();
        while (left > 0) {
            Instant next = at.plusSeconds(60);
            boolean same = counts(at, holds) == counts(next, holds) && counts(at, holds) == counts(at.plusSeconds(30), holds)
                    && left > 60 && at.getEpochSecond() % 60 == 0 && holds.stream().allMatch(hold -> outside(hold.from(), next) && outside(hold.to(), next));
            if (same) {
                left -= counts(at, holds) ? 60 : 0;
                at = next;
            } else {
                left -= counts(at, holds) ? 1 : 0;
                at = at.plusSeconds(1);
            }
        }
        return at;
    }

    private static boolean outside(Instant edge, Instant end) {
        return !edge.isAfter(end.minusSeconds(60)) || !edge.isBefore(end);
    }

    private boolean counts(Instant second, List<Hold> holds) {
        return isOpen(second) && holds.stream().noneMatch(hold -> !second.isBefore(hold.from()) && second.isBefore(hold.to()));
    }
}
