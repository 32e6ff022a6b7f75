package org.supportpolicy.internal.words;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.supportpolicy.hours.Step;

/** Says the steps on the way to a due time in one language. Thread-safe. */
final class StepWords {

    private final Map<DayOfWeek, String> days = new EnumMap<>(DayOfWeek.class);
    private final String holiday;

    StepWords(Locale locale, String holiday) {
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, day.getDisplayName(TextStyle.SHORT, locale));
        }
        this.holiday = holiday;
    }

    /** Appends a step such as "Fri 16:00–17:00 1 h", "Mon holiday" or "2026-03-10–2026-03-20 72 h". */
    void append(StringBuilder text, Step step, ZoneId zone) {
        if (step.opening() != null) {
            LocalTime from = Moments.timeOf(step.opening().from(), zone);
            LocalTime to = Moments.timeOf(step.opening().to(), zone);
            boolean seconds = from.getSecond() != 0 || to.getSecond() != 0;
            Moments.time(text.append(days.get(step.first().getDayOfWeek())).append(' '), from, seconds);
            Moments.time(text.append('–'), to, seconds);
            amount(text, step.open());
        } else if (step.open().isZero() && step.first().equals(step.last())) {
            text.append(days.get(step.first().getDayOfWeek())).append(' ').append(holiday);
        } else {
            amount(text.append(step.first()).append('–').append(step.last()), step.open());
        }
    }

    private static void amount(StringBuilder text, Duration time) {
        int before = text.length();
        amount(text, time.toHours(), " h");
        amount(text, time.toMinutesPart(), " min");
        amount(text, time.toSecondsPart(), " s");
        if (text.length() == before) {
            text.append(" 0 min");
        }
    }

    private static void amount(StringBuilder text, long number, String unit) {
        if (number > 0) {
            text.append(' ').append(number).append(unit);
        }
    }
}
