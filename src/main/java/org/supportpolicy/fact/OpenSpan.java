package org.supportpolicy.fact;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;

/**
 * A span of opening hours within one day.
 *
 * @param from when the desk opens
 * @param to when it closes; midnight stands for the end of the day, {@code 24:00}
 */
public record OpenSpan(LocalTime from, LocalTime to) {

    /**
     * Checks the span.
     *
     * @throws BadFactException if one end is absent or the span does not end after it begins
     */
    public OpenSpan {
        Check.of("span").required("from", from).required("to", to).done();
        if (!to.equals(LocalTime.MIDNIGHT) && !to.isAfter(from)) {
            throw BadFactException.of("span", "to", from + "-" + to, to.equals(from) ? Requirement.END_AFTER_BEGIN : Requirement.ONE_DAY,
                    from, to);
        }
    }

    /**
     * Reads a span.
     *
     * @param from a time such as {@code 09:00}
     * @param to a later time, or {@code 24:00} for the end of the day
     * @throws BadFactException if one of them is no time, or the span does not end after it begins
     */
    public static OpenSpan of(String from, String to) {
        Objects.requireNonNull(from, "The from must be given.");
        Objects.requireNonNull(to, "The to must be given.");
        LocalTime begin = time("from", from);
        if (to.equals("24:00")) {
            return new OpenSpan(begin, LocalTime.MIDNIGHT);
        }
        LocalTime end = time("to", to);
        if (end.equals(LocalTime.MIDNIGHT)) {
            throw BadFactException.of("span", "to", to, Requirement.END_OF_DAY);
        }
        return new OpenSpan(begin, end);
    }

    private static LocalTime time(String component, String text) {
        if (text.length() == 5 && text.charAt(2) == ':') { // the usual form, which a formatter would read ten times slower
            int hour = number(text, 0);
            int minute = number(text, 3);
            if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60) {
                return LocalTime.of(hour, minute);
            }
        }
        try {
            return LocalTime.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw BadFactException.of("span", component, text, Requirement.TIME_OF_DAY);
        }
    }

    /** Two digits, or a negative number. */
    private static int number(String text, int from) {
        int tens = text.charAt(from) - '0';
        int ones = text.charAt(from + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }

    /** How long the span lasts on a day on which nobody changes the clocks. */
    public Duration length() {
        return Duration.ofNanos(nanos());
    }

    long nanos() {
        return (to.equals(LocalTime.MIDNIGHT) ? LocalTime.MAX.toNanoOfDay() + 1 : to.toNanoOfDay()) - from.toNanoOfDay();
    }

    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
    }
}
