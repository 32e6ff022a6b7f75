package org.supportpolicy.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.OpenSpan;

/** Support hours of the reference model: asks of every second what the desk's clock shows. Slow, and plainly right. */
final class OpenSeconds implements DeskClock {

    private static final int MINUTE = 60;

    private final Desk desk;
    private final ZoneId zone;
    private final boolean wholeMinutes;

    OpenSeconds(Desk desk) {
        this.desk = desk;
        this.zone = desk.zone() == null ? ZoneId.of("Europe/Amsterdam") : desk.zone();
        this.wholeMinutes = Stream.concat(desk.hours().values().stream(),
                        desk.datesWithOwnHours() == null ? Stream.empty() : desk.datesWithOwnHours().values().stream())
                .flatMap(Collection::stream).flatMap(span -> Stream.of(span.from(), span.to()))
                .allMatch(edge -> edge.getSecond() == 0 && edge.getNano() == 0);
    }

    /** Whether the clock shows a time within a span of its day. */
    @Override
    public boolean isOpen(Instant second) {
        ZonedDateTime local = second.atZone(zone);
        LocalTime time = local.toLocalTime();
        for (OpenSpan span : spans(local.toLocalDate())) {
            if (!time.isBefore(span.from()) && (span.to().equals(LocalTime.MIDNIGHT) || time.isBefore(span.to()))) {
                return true;
            }
        }
        return false;
    }

    /** The spans of a day: its own, none on a holiday, else those of its weekday. */
    private List<OpenSpan> spans(LocalDate day) {
        if (desk.datesWithOwnHours() != null && desk.datesWithOwnHours().containsKey(day)) {
            return desk.datesWithOwnHours().get(day);
        }
        boolean holiday = desk.holidays() != null && desk.holidays().contains(day);
        return holiday ? List.of() : desk.hours().getOrDefault(day.getDayOfWeek(), List.of());
    }

    /** The first open instant at or after one, sought by the minute and then by the second. */
    @Override
    public Instant nextOpen(Instant from) {
        Instant at = from;
        if (isOpen(at)) {
            return at;
        }
        while (!isOpen(at.plusSeconds(MINUTE))) {
            at = at.plusSeconds(MINUTE);
        }
        while (!isOpen(at)) {
            at = at.plusSeconds(1);
        }
        return at;
    }

    @Override
    public Instant due(Instant start, Duration target, List<Hold> holds) {
        Instant at = start;
        long left = target.toSeconds();
        while (left > 0) {
            Instant minuteOn = at.plusSeconds(MINUTE);
            long step = left >= MINUTE && isUniform(at, minuteOn, holds) ? MINUTE : 1;
            left -= counts(at, holds) ? step : 0;
            at = at.plusSeconds(step);
        }
        return at;
    }

    /** Counts back second by second, so that an amount used up at an opening, or at the end of a hold, stops there. */
    @Override
    public Instant before(Instant end, Duration amount, List<Hold> holds) {
        Instant at = end;
        long left = amount.toSeconds();
        while (left > 0) {
            Instant minuteBack = at.minusSeconds(MINUTE);
            long step = left >= MINUTE && isUniform(minuteBack, at, holds) ? MINUTE : 1;
            at = at.minusSeconds(step);
            left -= counts(at, holds) ? step : 0;
        }
        return at;
    }

    /** Whether all seconds of a minute are alike: it is a minute of the clock, spans begin and end by the minute, and no hold within it. */
    private boolean isUniform(Instant from, Instant to, List<Hold> holds) {
        return wholeMinutes && from.getEpochSecond() % MINUTE == 0 && from.getNano() == 0
                && holds.stream().flatMap(hold -> Stream.of(hold.from(), hold.to()))
                        .noneMatch(edge -> edge.isAfter(from) && edge.isBefore(to));
    }

    private boolean counts(Instant second, List<Hold> holds) {
        return isOpen(second) && holds.stream().noneMatch(hold -> !second.isBefore(hold.from()) && second.isBefore(hold.to()));
    }
}
