package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The support desk: its zone, opening hours and targets. The policy states none of them.
 *
 * @param zone the zone in which days and hours are read; absent means {@link #DEFAULT_ZONE}
 * @param hours the opening hours per weekday; a weekday left out is closed; absent means that the hours are unknown
 * @param holidays the days on which the desk is closed
 * @param firstResponseTargets the desk's own targets per urgency 1 to 4; longer than zero
 * @param promptPatching how long a patch may wait before its installation is no longer prompt; not negative
 * @param datesWithOwnHours the opening hours of single dates, which stand before {@code hours} and {@code holidays}; none on a date
 *     means closed. Without {@code hours} the hours stay unknown
 * @param followUpTargets how often the desk keeps the customer informed, per urgency 1 to 4; longer than zero
 * @param remindBefore how long before a due time the desk wants to be reminded, in the same kind of time; longer than zero
 */
@RecordBuilder
public record Desk(
        @AbsentMeansNone @Nullable ZoneId zone,
        @Nullable Map<DayOfWeek, List<OpenSpan>> hours,
        @AbsentMeansNone @Nullable Set<LocalDate> holidays,
        @AbsentMeansNone @Nullable Map<Integer, Duration> firstResponseTargets,
        @Nullable Period promptPatching,
        @AbsentMeansNone @Nullable Map<LocalDate, List<OpenSpan>> datesWithOwnHours,
        @AbsentMeansNone @Nullable Map<Integer, Duration> followUpTargets,
        @AbsentMeansNone @Nullable List<Duration> remindBefore) implements Fact {

    /** The zone of a desk that names none. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Amsterdam");

    private static final int WEEKS_TO_RUN_OUT = Limits.PERIOD_YEARS * 52;

    /**
     * Checks and copies the components.
     *
     * @throws BadFactException if spans of a day overlap or are too many, the week has no opening, a date does not lie in the years of
     *     facts, a target or a reminder is not longer than zero, is too long or names no urgency, the period is negative or too long,
     *     or something in one of them is null
     */
    public Desk {
        Check check = Check.of("desk");
        hours = spans(check, "hours", hours);
        if (hours != null && check.isGood()) {
            check.holds("hours", hours, hours.values().stream().anyMatch(spans -> !spans.isEmpty()), Requirement.OPEN_ONCE_A_WEEK);
        }
        holidays = check.sorted("holidays", holidays);
        if (holidays != null) {
            holidays.forEach(day -> check.day("holidays", day));
        }
        datesWithOwnHours = spans(check, "datesWithOwnHours", datesWithOwnHours);
        if (datesWithOwnHours != null) {
            datesWithOwnHours.keySet().forEach(day -> check.day("datesWithOwnHours", day));
        }
        long week = hours == null || !check.isGood() ? Long.MAX_VALUE / WEEKS_TO_RUN_OUT : nanos(hours);
        firstResponseTargets = targets(check, "firstResponseTargets", firstResponseTargets, week);
        followUpTargets = targets(check, "followUpTargets", followUpTargets, week);
        remindBefore = check.copy("remindBefore", remindBefore, Limits.REMINDERS);
        if (remindBefore != null) {
            remindBefore.forEach(before -> amount(check, "remindBefore", before, week));
        }
        if (promptPatching != null) {
            check.holds("promptPatching", promptPatching, !promptPatching.isNegative(), Requirement.NOT_NEGATIVE)
                    .holds("promptPatching", promptPatching, Limits.hold(promptPatching), Requirement.YEARS_AT_MOST, Limits.PERIOD_YEARS);
        }
        check.done();
    }

    private static <D extends Comparable<? super D>> @Nullable Map<D, List<OpenSpan>> spans(Check check, String component,
            @Nullable Map<D, List<OpenSpan>> days) {
        if (days == null || !check.areGiven(component, days.keySet(), Limits.ITEMS)
                || !check.areGiven(component, days.values(), Limits.ITEMS)) {
            return null;
        }
        Map<D, List<OpenSpan>> copy = new TreeMap<>();
        days.forEach((day, spans) -> {
            if (check.areGiven(component, spans, Limits.SPANS)) {
                copy.put(day, spans.size() == 1 ? List.copyOf(spans)
                        : spans.stream().sorted(Comparator.comparing(OpenSpan::from)).toList());
            }
        });
        copy.forEach((day, spans) -> {
            if (!apart(spans)) {
                check.holds(component, day + " " + spans, false, Requirement.NO_OVERLAP);
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Map<Integer, Duration> targets(Check check, String component, @Nullable Map<Integer, Duration> targets,
            long week) {
        if (targets == null || !check.areGiven(component, targets.keySet(), Limits.ITEMS)
                || !check.areGiven(component, targets.values(), Limits.ITEMS)) {
            return targets == null ? null : Map.of();
        }
        targets.forEach((urgency, target) -> {
            check.holds(component, urgency, urgency >= 1 && urgency <= 4, Requirement.URGENCY);
            amount(check, component, target, week);
        });
        return Collections.unmodifiableMap(new TreeMap<>(targets));
    }

    /** An amount of time that runs out within the years that a target may take, also when it is open time of the week. */
    private static void amount(Check check, String component, Duration amount, long week) {
        if (amount.isNegative() || amount.isZero()) {
            check.holds(component, amount, false, Requirement.LONGER_THAN_ZERO);
        } else if (!Limits.hold(amount)) {
            check.holds(component, amount, false, Requirement.YEARS_AT_MOST, Limits.TARGET_YEARS);
        } else {
            check.holds(component, amount, amount.toNanos() <= week * WEEKS_TO_RUN_OUT, Requirement.RUNS_OUT, Limits.PERIOD_YEARS);
        }
    }

    private static long nanos(Map<DayOfWeek, List<OpenSpan>> week) {
        long nanos = 0;
        for (List<OpenSpan> spans : week.values()) {
            for (OpenSpan span : spans) {
                nanos += span.nanos();
            }
        }
        return nanos;
    }

    private static boolean apart(List<OpenSpan> spans) {
        for (int i = 0; i + 1 < spans.size(); i++) {
            LocalTime end = spans.get(i).to();
            if (end.equals(LocalTime.MIDNIGHT) || end.isAfter(spans.get(i + 1).from())) {
                return false;
            }
        }
        return true;
    }

    /** Starts a builder in which every component is unknown. */
    public static DeskBuilder builder() {
        return DeskBuilder.builder();
    }

    /** The zone, or the default one. */
    @InRules(reads = "zone")
    public ZoneId zoneOrDefault() {
        return zone == null ? DEFAULT_ZONE : zone;
    }

    /** The desk's target for an urgency, or null when it has none. */
    @InRules(reads = "firstResponseTargets")
    public @Nullable Duration targetFor(@Range(from = 1, to = 4) int urgency) {
        return firstResponseTargets == null ? null : firstResponseTargets.get(urgency);
    }

    /** How often the desk keeps the customer informed at an urgency, or null when it has set no target. */
    @InRules(reads = "followUpTargets")
    public @Nullable Duration followUpTargetFor(@Range(from = 1, to = 4) int urgency) {
        return followUpTargets == null ? null : followUpTargets.get(urgency);
    }
}
