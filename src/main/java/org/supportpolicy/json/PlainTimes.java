package org.supportpolicy.json;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * Reads instants, days and amounts of time. What is written plainly is read ten times as fast as Java does, which reads and refuses the
 * rest; an offset may stand without its colon, as in {@code +0100}.
 */
final class PlainTimes {

    private static final long NONE = Long.MIN_VALUE;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final int MOST_DIGITS = 6;
    private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile(".+T[\\d:.,]+[+-]\\d{4}");

    private PlainTimes() {}

    static Instant instant(String text) {
        return instant(text, 0, text.length());
    }

    /** The instant that stands in a part of a text. */
    static Instant instant(String text, int from, int to) {
        long day = to - from > 19 ? day(text, from) : NONE;
        long offset = day == NONE ? NONE : offset(text, from + 19, to);
        if (offset != NONE && text.charAt(from + 10) == 'T' && text.charAt(from + 13) == ':' && text.charAt(from + 16) == ':') {
            int hour = two(text, from + 11, 23);
            int minute = two(text, from + 14, 59);
            int second = two(text, from + 17, 59);
            if (hour >= 0 && minute >= 0 && second >= 0) {
                return Instant.ofEpochSecond(day * DAY + hour * HOUR + minute * MINUTE + second - offset);
            }
        }
        return OffsetDateTime.parse(withColon(text.substring(from, to))).toInstant();
    }

    /** A text with a colon in an offset of four digits, as some trackers write it. */
    private static String withColon(String text) {
        return OFFSET_WITHOUT_COLON.matcher(text).matches()
                ? text.substring(0, text.length() - 2) + ":" + text.substring(text.length() - 2) : text;
    }

    static LocalDate date(String text) {
        return date(text, 0, text.length());
    }

    /** The day that stands in a part of a text. */
    static LocalDate date(String text, int from, int to) {
        long day = to - from == 10 ? day(text, from) : NONE;
        return day == NONE ? LocalDate.parse(text.substring(from, to)) : LocalDate.ofEpochDay(day);
    }

    static Duration duration(String text) {
        int number = text.startsWith("PT") ? number(text, 2, text.endsWith("H") || text.endsWith("M")) : -1;
        return number < 0 ? Duration.parse(text) : Duration.ofSeconds(number * (text.endsWith("H") ? HOUR : MINUTE));
    }

    static Period period(String text) {
        int days = text.startsWith("P") ? number(text, 1, text.endsWith("D")) : -1;
        return days < 0 ? Period.parse(text) : Period.ofDays(days);
    }

    /** The day that ten characters of a text say, since 1970. */
    private static long day(String text, int from) {
        int century = two(text, from, 99);
        int year = two(text, from + 2, 99);
        int month = two(text, from + 5, 12);
        int day = two(text, from + 8, 31);
        if (text.charAt(from + 4) != '-' || text.charAt(from + 7) != '-' || century < 0 || year < 0 || month < 1 || day < 1 || day > 28
                && day > YearMonth.of(100 * century + year, month).lengthOfMonth()) {
            return NONE;
        }
        return LocalDate.of(100 * century + year, month, day).toEpochDay();
    }

    /** The offset in seconds that a part of a text says. */
    private static long offset(String text, int from, int to) {
        char sign = text.charAt(from);
        if (to - from == 1) {
            return sign == 'Z' ? 0 : NONE;
        } else if (to - from != 6 || sign != '+' && sign != '-' || text.charAt(from + 3) != ':') {
            return NONE;
        }
        int hours = two(text, from + 1, 17);
        int minutes = two(text, from + 4, 59);
        return hours < 0 || minutes < 0 ? NONE : (sign == '-' ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
    }

    /** Two digits that say no more than a limit, or -1. */
    private static int two(String text, int from, int most) {
        int tens = text.charAt(from) - '0';
        int ones = text.charAt(from + 1) - '0';
        int number = 10 * tens + ones;
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 || number > most ? -1 : number;
    }

    /** The digits up to the last character, or -1 when there are none, too many, or something else. */
    private static int number(String text, int from, boolean unit) {
        int end = text.length() - 1;
        int number = unit && from < end && end - from <= MOST_DIGITS ? 0 : -1;
        for (int i = from; i < end && number >= 0; i++) {
            int digit = text.charAt(i) - '0';
            number = digit < 0 || digit > 9 ? -1 : 10 * number + digit;
        }
        return number;
    }
}
