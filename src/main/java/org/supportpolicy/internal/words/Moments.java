package org.supportpolicy.internal.words;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes instants and times of day. A formatter would do, ten times slower; it is left what is out of the ordinary. */
final class Moments {

    private static final int MINUTE = 60;
    private static final long SECONDS_A_DAY = 86_400;

    /** The season that was last asked for of each zone, since tickets crowd into a few of them. */
    private static final Map<ZoneId, Season> SEASONS = new ConcurrentHashMap<>();

    private Moments() {}

    /**
     * Appends an instant such as {@code 2026-03-10T16:30:00+01:00}; the formatter writes far years, odd offsets and, if asked, fractions.
     */
    static void append(StringBuilder text, Instant instant, ZoneId zone, boolean fraction, DateTimeFormatter formatter) {
        ZoneOffset offset = offset(instant, zone);
        LocalDateTime local = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset);
        int seconds = offset.getTotalSeconds();
        if (local.getYear() < 1000 || local.getYear() > 9999 || seconds % MINUTE != 0 || fraction && local.getNano() != 0) {
            formatter.formatTo(instant.atZone(zone), text);
            return;
        }
        text.append(local.getYear()).append('-');
        two(text, local.getMonthValue()).append('-');
        two(text, local.getDayOfMonth()).append('T');
        time(text, local.toLocalTime(), true);
        if (seconds == 0) {
            text.append('Z');
        } else {
            int minutes = Math.abs(seconds) / MINUTE;
            two(text.append(seconds < 0 ? '-' : '+'), minutes / MINUTE).append(':');
            two(text, minutes % MINUTE);
        }
    }

    /** The offset of a zone at an instant, from what was last looked up when that holds still. */
    static ZoneOffset offset(Instant instant, ZoneId zone) {
        if (zone instanceof ZoneOffset offset) {
            return offset;
        }
        Season season = SEASONS.get(zone);
        if (season == null || !season.holds(instant.getEpochSecond())) {
            season = Season.at(instant, zone.getRules());
            SEASONS.put(zone, season);
        }
        return season.offset;
    }

    /** A stretch of time, its end excluded, in which the clocks of a zone are not changed. */
    private record Season(long from, long to, ZoneOffset offset) {

        static Season at(Instant instant, ZoneRules rules) {
            ZoneOffsetTransition last = rules.previousTransition(instant.plusNanos(1));
            ZoneOffsetTransition next = rules.nextTransition(instant);
            return new Season(last == null ? Long.MIN_VALUE : last.toEpochSecond(), next == null ? Long.MAX_VALUE : next.toEpochSecond(),
                    rules.getOffset(instant));
        }

        boolean holds(long second) {
            return from <= second && second < to;
        }
    }

    /** The time of day at an instant, to the second. */
    static LocalTime timeOf(Instant instant, ZoneId zone) {
        long second = instant.getEpochSecond() + offset(instant, zone).getTotalSeconds();
        return LocalTime.ofSecondOfDay(Math.floorMod(second, SECONDS_A_DAY));
    }

    /** Appends a time of day, such as {@code 16:30} or {@code 16:30:00}. */
    static void time(StringBuilder text, LocalTime time, boolean seconds) {
        two(text, time.getHour()).append(':');
        two(text, time.getMinute());
        if (seconds) {
            two(text.append(':'), time.getSecond());
        }
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
