package org.supportpolicy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.supportpolicy.fact.AsOf;

/** Leaves out of outcomes the days and instants that are only tried so that nothing lies beyond them, a century before or ahead. */
final class Believable {

    private static final int YEARS = 50;

    private Believable() {}

    /** The outcomes without what nobody would answer, and without those of which nothing is left. */
    static List<Outcome> of(List<Outcome> outcomes, AsOf now) {
        return outcomes.stream()
                .map(outcome -> new Outcome(outcome.values().stream().filter(value -> isNear(value, now)).toList(), outcome.answers()))
                .filter(outcome -> !outcome.values().isEmpty()).toList();
    }

    private static boolean isNear(Object value, AsOf now) {
        LocalDate day = value instanceof LocalDate date ? date : value instanceof Instant instant ? now.dateOf(instant) : now.date();
        return Math.abs(ChronoUnit.YEARS.between(day, now.date())) < YEARS;
    }
}
