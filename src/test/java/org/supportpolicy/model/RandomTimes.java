package org.supportpolicy.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.OpenSpan;

/** Random instants, dates and hours that crowd around the limits of the policy as seen from one day. */
final class RandomTimes {

    private static final List<ZoneId> ZONES = Stream.of("Europe/Amsterdam", "America/Sao_Paulo", "Asia/Beirut",
            "Australia/Lord_Howe", "UTC").map(ZoneId::of).toList();

    /** Days on which or near which something odd happens: leap days, changes of the clocks. */
    private static final List<LocalDate> DAYS = Stream.of("2024-02-29", "2025-03-30", "2025-10-26", "2025-03-12", "2018-11-04",
            "2026-03-29").map(LocalDate::parse).toList();

    final ZoneId zone;
    final LocalDate today;
    private final Random random;

    RandomTimes(Random random) {
        this.random = random;
        zone = random.nextInt(3) == 0 ? pick(ZONES) : ZONES.get(0);
        today = pick(DAYS).plusDays(random.nextInt(5) - 2);
    }

    /** A day near today. */
    LocalDate near() {
        return today.plusDays(random.nextInt(5) - 2);
    }

    /** A day near today, near a week before it, or near a year before or after. */
    LocalDate date() {
        LocalDate near = near();
        return switch (random.nextInt(5)) {
            case 0 -> near.minusDays(8);
            case 1 -> near.minusYears(1);
            case 2 -> near.plusYears(1);
            case 3 -> near.minusYears(2);
            default -> near;
        };
    }

    /** An instant at, just before or just after a midnight, or some time within a day. */
    Instant instant(int daysBack) {
        LocalDate day = today.minusDays(daysBack == 0 ? 0 : random.nextInt(daysBack + 1)).plusDays(random.nextInt(6) == 0 ? 1 : 0);
        LocalDateTime time = switch (random.nextInt(4)) {
            case 0 -> day.atStartOfDay();
            case 1 -> day.atStartOfDay().minusSeconds(1);
            case 2 -> day.atTime(2, 30);
            default -> day.atTime(random.nextInt(24), random.nextInt(60));
        };
        return time.atZone(zone).toInstant();
    }

    /** Office hours, hours round the clock, or hours on a few days with a break; none within the hours that clocks skip or repeat. */
    Map<DayOfWeek, List<OpenSpan>> hours() {
        Map<DayOfWeek, List<OpenSpan>> hours = new EnumMap<>(DayOfWeek.class);
        List<OpenSpan> spans = pick(List.of(List.of(OpenSpan.of("09:00", "17:00")), List.of(OpenSpan.of("00:00", "24:00")),
                List.of(OpenSpan.of("08:30", "12:00"), OpenSpan.of("13:00", "24:00"))));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0 || day == DayOfWeek.WEDNESDAY) {
                hours.put(day, spans);
            }
        }
        return hours;
    }

    /** A few days round today, closed or with other spans than those of their weekday. */
    Map<LocalDate, List<OpenSpan>> datesWithOwnHours() {
        Map<LocalDate, List<OpenSpan>> dates = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            dates.put(near().minusDays(random.nextInt(3)), pick(List.of(List.of(), List.of(OpenSpan.of("10:00", "12:00")),
                    List.of(OpenSpan.of("07:00", "12:30"), OpenSpan.of("13:15", "24:00")))));
        }
        return dates;
    }

    /** Targets of up to a day and an hour for most levels. */
    Map<Integer, Duration> targets() {
        Map<Integer, Duration> targets = new TreeMap<>();
        for (int level = 1; level <= 4; level++) {
            if (random.nextInt(3) > 0) {
                targets.put(level, Duration.ofMinutes(1 + random.nextInt(1500)));
            }
        }
        return targets;
    }

    /** Reminders that are shorter or longer than the targets. */
    List<Duration> reminders() {
        return random.ints(random.nextInt(3), 1, 2000).mapToObj(Duration::ofMinutes).toList();
    }

    List<Hold> holds() {
        List<Hold> holds = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Instant one = instant(2);
            Instant other = instant(2);
            holds.add(one.isAfter(other) ? new Hold(other, one) : new Hold(one, random.nextInt(4) == 0 ? null : other));
        }
        return holds;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
