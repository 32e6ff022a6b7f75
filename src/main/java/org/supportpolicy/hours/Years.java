package org.supportpolicy.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

/**
 * The open time of calendar years in closed form: whole weeks, put right for the days on which the clocks change and for the days
 * with hours of their own. No day is walked, and of a year only its changes of the clocks are kept. Thread-safe.
 */
final class Years {

    private static final int DAYS_A_WEEK = 7;
    /** The days on either side of a year in which a change of the clocks may touch it. */
    private static final int MARGIN = 3;
    /** A year before all that hours know. */
    private static final int LONG_AGO = -1_000;
    private static final Gains NONE = new Gains(new long[0], new long[] {0});

    private final SupportHours hours;
    private final ZoneRules rules;
    /** Nanoseconds of open time before each weekday, and after the last, on clocks that nobody changes. */
    private final long[] week = new long[DAYS_A_WEEK + 1];
    /** What days with hours of their own give more than their weekday would, by the day since 1970. */
    private final Gains own;
    /**
     * What the days on which clocks change give more than others, by the day of the year. After the last listed change, alike years share
     * them.
     */
    private final Map<Integer, Gains> changes = new ConcurrentHashMap<>();
    private final int firstChange;
    private final int lastListedChange;

    Years(SupportHours hours) {
        this.hours = hours;
        this.rules = hours.zone().getRules();
        for (DayOfWeek day : DayOfWeek.values()) {
            week[day.getValue()] = week[day.getValue() - 1] + hours.weekdaySpans(day).stream().mapToLong(span -> span.length().toNanos())
                    .sum();
        }
        Map<Long, Long> gained = new TreeMap<>();
        hours.ownDates().forEach(day -> gained.put(day.toEpochDay(), hours.openNanosOn(day) - hours.weekdayNanosOn(day)));
        this.own = Gains.of(gained);
        int listed = rules.getTransitions().size();
        this.firstChange = listed == 0 ? LONG_AGO : yearOf(rules.getTransitions().get(0));
        this.lastListedChange = listed == 0 ? LONG_AGO : yearOf(rules.getTransitions().get(listed - 1));
    }

    private static int yearOf(ZoneOffsetTransition change) {
        return change.getDateTimeBefore().getYear();
    }

    /** The open time of a whole year, in nanoseconds. */
    long total(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return nanosBefore(first, first.lengthOfYear());
    }

    /** The open time of the year before a day of it. */
    long nanosBefore(LocalDate day) {
        return nanosBefore(day.withDayOfYear(1), day.getDayOfYear() - 1);
    }

    /** The open time of the year before an instant, whose local date is given. */
    long nanosBefore(Instant instant, LocalDate day) {
        long nanos = nanosBefore(day);
        for (int next = 0; next < 2; next++) {
            for (Opening opening : hours.openingsOn(day.plusDays(next))) {
                nanos += opening.nanosBefore(instant);
            }
        }
        return nanos;
    }

    /** The open time of the first days of a year. What overflows in the sum over the days before cancels out: no year has that much. */
    private long nanosBefore(LocalDate first, int days) {
        int weekday = first.getDayOfWeek().getValue() - 1 + days;
        long start = first.toEpochDay();
        return weekday / DAYS_A_WEEK * week[DAYS_A_WEEK] + week[weekday % DAYS_A_WEEK] - week[weekday - days]
                + changes(first).before(days) + own.before(start + days) - own.before(start);
    }

    private Gains changes(LocalDate first) {
        int year = first.getYear();
        if (year < firstChange - 1 || rules.isFixedOffset()) {
            return NONE;
        }
        boolean listed = year <= lastListedChange + 1;
        return changes.computeIfAbsent(listed ? year : alike(first), any -> findChanges(first));
    }

    /** A number below the years that hours know, the same for years that are as long and begin on the same weekday. */
    private static int alike(LocalDate first) {
        return -2 * first.getDayOfWeek().getValue() - (first.isLeapYear() ? 1 : 0);
    }

    private Gains findChanges(LocalDate first) {
        Map<Long, Long> gained = new TreeMap<>();
        LocalDate last = first.withDayOfYear(first.lengthOfYear());
        Instant from = first.minusDays(MARGIN).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant to = last.plusDays(MARGIN).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (ZoneOffsetTransition change = rules.nextTransition(from); change != null
                && change.getInstant().isBefore(to); change = rules.nextTransition(change.getInstant())) {
            LocalDate before = change.getDateTimeBefore().toLocalDate();
            LocalDate after = change.getDateTimeAfter().toLocalDate();
            LocalDate end = before.isAfter(after) ? before : after;
            for (LocalDate day = (before.isAfter(after) ? after : before).minusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
                if (day.getYear() == first.getYear()) {
                    int weekday = day.getDayOfWeek().getValue();
                    gained.put(day.getDayOfYear() - 1L, hours.weekdayNanosOn(day) - (week[weekday] - week[weekday - 1]));
                }
            }
        }
        return Gains.of(gained);
    }

    /** The instant at which an amount of a year's open time, more than none, has passed: a closing rather than an opening. */
    Instant after(int year, long amount) {
        LocalDate day = dayOn(year, before -> before >= amount);
        long left = amount - nanosBefore(day);
        for (Opening opening : hours.openingsOn(day)) {
            if (left <= opening.length().toNanos()) {
                return opening.from().plusNanos(left);
            }
            left -= opening.length().toNanos();
        }
        throw new IllegalStateException("The open time of a day must be the sum of its openings.");
    }

    /** The instant before which an amount of a year's open time has passed: an opening rather than a closing. */
    Instant from(int year, long amount) {
        LocalDate day = dayOn(year, before -> before > amount);
        long left = amount - nanosBefore(day);
        for (Opening opening : hours.openingsOn(day)) {
            if (left < opening.length().toNanos()) {
                return opening.from().plusNanos(left);
            }
            left -= opening.length().toNanos();
        }
        throw new IllegalStateException("The open time of a day must be the sum of its openings.");
    }

    /** The first day of a year at whose end its open time is enough. */
    private LocalDate dayOn(int year, LongPredicate enough) {
        LocalDate first = LocalDate.of(year, 1, 1);
        int least = 0;
        int most = first.lengthOfYear() - 1;
        while (least < most) {
            int middle = (least + most) / 2;
            if (enough.test(nanosBefore(first, middle + 1))) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return first.plusDays(least);
    }

    /**
     * What some days give more than others, added up.
     *
     * @param days the numbers of the days, ascending
     * @param sums what they give before each of them, and after the last
     */
    private record Gains(long[] days, long[] sums) {

        static Gains of(Map<Long, Long> gained) {
            long[] days = gained.keySet().stream().mapToLong(Long::longValue).toArray();
            long[] sums = new long[days.length + 1];
            for (int i = 0; i < days.length; i++) {
                sums[i + 1] = sums[i] + gained.get(days[i]);
            }
            return new Gains(days, sums);
        }

        long before(long day) {
            int found = Arrays.binarySearch(days, day);
            return sums[found < 0 ? -found - 1 : found];
        }
    }
}
