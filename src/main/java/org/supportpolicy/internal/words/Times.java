package org.supportpolicy.internal.words;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.supportpolicy.fact.OpenSpan;

/** Says instants, days, times of day and amounts of time for the ear, in one language. Thread-safe. */
final class Times {

    private final Catalogue words;
    /** The days of the week, from 1 for Monday: a JDK need not have the words of every language. */
    private final Map<Long, String> weekdays;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfWeekAndDay;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter clockWithSeconds;

    Times(Catalogue words) {
        this.words = words;
        this.weekdays = names(words.label("days.short"));
        this.day = new DateTimeFormatterBuilder().appendPattern("d ")
                .appendText(ChronoField.MONTH_OF_YEAR, names(words.label("months.long")))
                .appendPattern(" uuuu").toFormatter(Locale.ROOT);
        this.dayOfWeekAndDay = new DateTimeFormatterBuilder().appendText(ChronoField.DAY_OF_WEEK, weekdays).appendLiteral(' ').append(day)
                .toFormatter(Locale.ROOT);
        this.clock = DateTimeFormatter.ofPattern(words.label("clock"), Locale.ROOT);
        this.clockWithSeconds = DateTimeFormatter.ofPattern(words.label("clock.seconds"), Locale.ROOT);
    }

    private static Map<Long, String> names(String said) {
        String[] names = said.split(" ");
        Map<Long, String> byNumber = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            byNumber.put(i + 1L, names[i]);
        }
        return byNumber;
    }

    /** An instant, such as "Wed 11 March 2026, 11:00"; with its offset where the clocks show that time twice. */
    String instant(Instant instant, ZoneId zone) {
        ZonedDateTime moment = instant.atZone(zone);
        LocalDateTime local = moment.toLocalDateTime();
        String said = words.label("instant", dayOfWeekAndDay.format(local), clock(local.toLocalTime()));
        return zone.getRules().getValidOffsets(local).size() < 2 ? said : words.label("instant.twice", said, moment.getOffset().getId());
    }

    /** A day, such as "11 March 2026". */
    String day(LocalDate date) {
        return day.format(date);
    }

    /** A day of the week, such as "Wed". */
    String day(DayOfWeek weekday) {
        return weekdays.get((long) weekday.getValue());
    }

    /** A time of day, such as "11:00", to the second where it has seconds. */
    String clock(LocalTime time) {
        return (time.getSecond() == 0 ? clock : clockWithSeconds).format(time);
    }

    /** When a desk is open on a day, such as "09:00–12:00 and 13:00–17:00". */
    String spans(List<OpenSpan> spans) {
        if (spans.isEmpty()) {
            return words.label("closed");
        }
        return words.label("spans", Lists.and(spans.stream().map(span -> span(span.from(), span.to())).toList(), words));
    }

    private String span(LocalTime from, LocalTime to) {
        return words.label("span", clock(from), to.equals(LocalTime.MIDNIGHT) ? words.label("midnight") : clock(to));
    }

    /** A part of one day, such as "09:00–12:00". */
    String opening(LocalTime from, LocalTime to) {
        return words.label("spans", span(from, to));
    }

    /** An amount of time, such as "1 hour and 30 minutes"; hours are not made into days, since days of a desk are shorter. */
    String amount(Duration amount) {
        List<String> parts = new ArrayList<>();
        add(parts, amount.toHours(), "hours");
        add(parts, amount.toMinutesPart(), "minutes");
        add(parts, amount.toSecondsPart(), "seconds");
        return parts.isEmpty() ? words.label("instantly") : Lists.and(parts, words);
    }

    /** A period of the calendar, such as "1 month and 14 days". */
    String period(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "years");
        add(parts, period.getMonths(), "months");
        add(parts, period.getDays(), "days");
        return parts.isEmpty() ? counted(0, "days") : Lists.and(parts, words);
    }

    /** How far two instants or two days lie from each other, in the two largest units. */
    String apart(Temporal one, Temporal other) {
        if (one instanceof LocalDate) {
            return counted(Math.abs(ChronoUnit.DAYS.between(one, other)), "days");
        }
        Duration apart = Duration.between(one, other).abs();
        List<String> parts = new ArrayList<>();
        add(parts, apart.toDays(), "days");
        add(parts, apart.toHoursPart(), "hours");
        add(parts, apart.toMinutesPart(), "minutes");
        add(parts, apart.toSecondsPart(), "seconds");
        return parts.isEmpty() ? words.label("instantly") : Lists.and(parts.subList(0, Math.min(2, parts.size())), words);
    }

    private void add(List<String> parts, long number, String unit) {
        if (number != 0) {
            parts.add(counted(number, unit));
        }
    }

    private String counted(long number, String unit) {
        return number == 1 ? words.label(unit + ".one") : words.label(unit, number);
    }
}
