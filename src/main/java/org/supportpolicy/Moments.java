package org.supportpolicy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes instants and times of day. A formatter would do, ten times slower; it is left what is out of the ordinary. */
final class Moments {

    private static final int MINUTE = 60;

    private Moments() {}

    /** Appends an instant such as {@code 2026-03-10T16:30:00+01:00}; the formatter writes far years, odd offsets and, if asked, fractions. */
    static void append(StringBuilder text, Instant instant, ZoneId zone, boolean fraction, DateTimeFormatter formatter) {
        ZoneOffset offset = zone.getRules().getOffset(instant);
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
