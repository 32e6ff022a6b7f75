package org.supportpolicy.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.supportpolicy.fact.Hold;

/** Retells how open time was counted. Not thread-safe. */
final class Steps {

    /** From how many days on the middle is taken together, and how many days are told before it. */
    private static final int MANY = 8;
    private static final int TOLD = 4;

    private final SupportHours hours;
    private final Instant start;
    private final Instant end;
    /** In order, none touching another. */
    private final List<Hold> pauses;
    /** The first pause that has not ended where the steps have come to; they are told in order. */
    private int next;
    private final List<Step> steps = new ArrayList<>();

    Steps(SupportHours hours, Instant start, Instant end, Stream<Hold> pauses) {
        this.hours = hours;
        this.start = start;
        this.end = end;
        this.pauses = apart(pauses.filter(pause -> pause.to() != null).sorted(Comparator.comparing(Hold::from)).toList());
    }

    private static List<Hold> apart(List<Hold> sorted) {
        List<Hold> apart = new ArrayList<>();
        for (Hold pause : sorted) {
            Hold last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last == null || last.to().isBefore(pause.from())) {
                apart.add(pause);
            } else if (last.to().isBefore(pause.to())) {
                apart.set(apart.size() - 1, new Hold(last.from(), pause.to()));
            }
        }
        return apart;
    }

    List<Step> all() {
        LocalDate first = hours.date(start);
        LocalDate last = hours.date(end);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The end (" + end + ") must not lie before the start (" + start + ").");
        }
        boolean many = first.plusDays(MANY).isBefore(last);
        LocalDate told = many ? first.plusDays(TOLD) : last.plusDays(1);
        first.datesUntil(told).forEach(this::day);
        if (many) {
            LocalDate resumed = last.minusDays(1);
            steps.add(new Step(told, resumed.minusDays(1), null,
                    counted(hours.instant(told.atStartOfDay()), hours.instant(resumed.atStartOfDay()))));
            day(resumed);
            day(last);
        }
        return List.copyOf(steps);
    }

    private void day(LocalDate day) {
        if (hours.isHoliday(day)) {
            steps.add(new Step(day, day, null, Duration.ZERO));
        }
        for (Opening opening : hours.openingsOn(day)) {
            for (Opening part : withoutPauses(opening.from().isBefore(start) ? start : opening.from(), opening.to().isAfter(end) ? end
                    : opening.to())) {
                steps.add(new Step(day, day, part, part.length()));
            }
        }
    }

    private Duration counted(Instant from, Instant to) {
        return withoutPauses(from, to).stream().map(part -> hours.openTime(part.from(), part.to())).reduce(Duration.ZERO, Duration::plus);
    }

    /** What the pauses leave of a stretch of time. */
    private List<Opening> withoutPauses(Instant from, Instant to) {
        while (next < pauses.size() && !pauses.get(next).to().isAfter(from)) {
            next++;
        }
        List<Opening> left = new ArrayList<>();
        Instant at = from;
        for (int i = next; i < pauses.size() && pauses.get(i).from().isBefore(to); i++) {
            add(left, at, pauses.get(i).from());
            at = pauses.get(i).to();
        }
        add(left, at, to);
        return left;
    }

    private static void add(List<Opening> parts, Instant from, Instant to) {
        if (to.isAfter(from)) {
            parts.add(new Opening(from, to));
        }
    }
}
