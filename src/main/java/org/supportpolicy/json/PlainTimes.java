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
        long day = day(text);
        int hour = two(text, 11, 23);
        int minute = two(text, 14, 59);
        int second = two(text, 17, 59);
        long offset = offset(text);
        boolean plain = offset != NONE && day != NONE && text.charAt(10) == 'T' && hour >= 0 && text.charAt(13) == ':' && minute >= 0
                && text.charAt(16) == ':' && second >= 0;
        return plain ? Instant.ofEpochSecond(day * DAY + hour * HOUR + minute * MINUTE + second - offset)
                : OffsetDateTime.parse(withColon(text)).toInstant();
    }

    /** A text with a colon in an offset of four digits, as some trackers write it. */
    private static String withColon(String text) {
        return OFFSET_WITHOUT_COLON.matcher(text).matches()
                ? text.substring(0, text.length() - 2) + ":" + text.substring(text.length() - 2) : text;
    }

    static LocalDate date(String text) {
        long day = text.length() == 10 ? day(text) : NONE;
        return day == NONE ? LocalDate.parse(text) : LocalDate.ofEpochDay(day);
    }

    static Duration duration(String text) {
        int number = text.startsWith("PT") ? number(text, 2, text.endsWith("H") || text.endsWith("M")) : -1;
        return number < 0 ? Duration.parse(text) : Duration.ofSeconds(number * (text.endsWith("H") ? HOUR : MINUTE));
    }

    static Period period(String text) {
        int days = text.startsWith("P") ? number(text, 1, text.endsWith("D")) : -1;
        return days < 0 ? Period.parse(text) : Period.ofDays(days);
    }

    /** The day that a text begins with, since 1970. */
    private static long day(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return NONE;
        }
        int century = two(text, 0, 99);
        int year = two(text, 2, 99);
        int month = two(text, 5, 12);
        int day = two(text, 8, 31);
        if (century < 0 || year < 0 || month < 1 || day < 1 || day > 28
                && day > YearMonth.of(100 * century + year, month).lengthOfMonth()) {
            return NONE;
        }
        return LocalDate.of(100 * century + year, month, day).toEpochDay();
    }

    /** The offset in seconds at the end of an instant to the second. */
    private static long offset(String text) {
        if (text.length() == 20 && text.charAt(19) == 'Z') {
            return 0;
        }
        char sign = text.length() == 25 && text.charAt(22) == ':' ? text.charAt(19) : ' ';
        int hours = two(text, 20, 17);
        int minutes = two(text, 23, 59);
        if (sign != '+' && sign != '-' || hours < 0 || minutes < 0) {
            return NONE;
        }
        return (sign == '-' ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
    }

    /** Two digits that say no more than a limit, or -1. */
    private static int two(String text, int from, int most) {
        if (from + 2 > text.length()) {
            return -1;
        }
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
