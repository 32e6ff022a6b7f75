package org.supportpolicy.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.supportpolicy.fact.Range;

/**
 * The words for periods and dates. Days are calendar days of a zone; the day of the event is not counted and the period
 * ends with the end of its last day, whatever weekday that is and however long it lasted.
 */
public final class Periods {

    private Periods() {}

    /**
     * The first instant after a number of days that follow an event.
     *
     * @param days how many days, 0 or more
     * @param event when it happened
     * @param zone the zone in which days are counted
     */
    public static Instant daysAfter(@Range(from = 0, to = 36_500) int days, Instant event, ZoneId zone) {
        return LocalDate.ofInstant(event, zone).plusDays(days + 1L).atStartOfDay(zone).toInstant();
    }

    /**
     * The last day of a number of years that follow a day: the same date, and 28 February for 29 February.
     *
     * @param years how many years, 0 or more
     * @param day the day of the event
     */
    public static LocalDate yearsAfter(@Range(from = 0, to = 100) int years, LocalDate day) {
        return day.plusYears(years);
    }

    /**
     * The last day of a period that follows a day.
     *
     * @param period how long, not negative
     * @param day the day of the event
     */
    public static LocalDate periodAfter(Period period, LocalDate day) {
        return day.plus(period);
    }

    /** The day after a day. */
    public static LocalDate dayAfter(LocalDate day) {
        return day.plusDays(1);
    }

    /** The later of two days. */
    public static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The later of two instants. */
    public static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
