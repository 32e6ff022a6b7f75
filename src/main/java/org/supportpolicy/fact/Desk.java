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
 */
@RecordBuilder
public record Desk(
        @Nullable ZoneId zone,
        @Nullable Map<DayOfWeek, List<OpenSpan>> hours,
        @Nullable Set<LocalDate> holidays,
        @Nullable Map<Integer, Duration> firstResponseTargets,
        @Nullable Period promptPatching) implements Fact {

    /** The zone of a desk that names none. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Amsterdam");

    private static final int WEEKS_TO_RUN_OUT = Limits.PERIOD_YEARS * 52;

    /**
     * Checks and copies the components.
     *
     * @throws BadFactException if spans of a day overlap or are too many, the week has no opening, a holiday does not lie in the
     *     years of facts, a target is not longer than zero, too long or names no urgency, the period is negative or too long, or
     *     something in one of them is null
     */
    public Desk {
        Check check = Check.of("desk");
        hours = copy(check, hours);
        holidays = check.sorted("holidays", holidays);
        if (holidays != null) {
            holidays.forEach(day -> check.day("holidays", day));
        }
        if (firstResponseTargets != null) {
            firstResponseTargets = targets(check, firstResponseTargets, check.isGood() ? hours : null);
        }
        if (promptPatching != null) {
            check.holds("promptPatching", promptPatching, !promptPatching.isNegative(), Requirement.NOT_NEGATIVE)
                    .holds("promptPatching", promptPatching, Limits.hold(promptPatching), Requirement.YEARS_AT_MOST, Limits.PERIOD_YEARS);
        }
        check.done();
    }

    private static @Nullable Map<DayOfWeek, List<OpenSpan>> copy(Check check, @Nullable Map<DayOfWeek, List<OpenSpan>> hours) {
        if (hours == null || !check.areGiven("hours", hours.keySet(), Limits.ITEMS)
                || !check.areGiven("hours", hours.values(), Limits.ITEMS)) {
            return null;
        }
        Map<DayOfWeek, List<OpenSpan>> copy = new TreeMap<>();
        hours.forEach((day, spans) -> {
            if (check.areGiven("hours", spans, Limits.SPANS)) {
                copy.put(day, spans.size() == 1 ? List.copyOf(spans)
                        : spans.stream().sorted(Comparator.comparing(OpenSpan::from)).toList());
            }
        });
        copy.forEach((day, spans) -> {
            if (!apart(spans)) {
                check.holds("hours", day + " " + spans, false, Requirement.NO_OVERLAP);
            }
        });
        if (check.isGood()) {
            check.holds("hours", copy, copy.values().stream().anyMatch(spans -> !spans.isEmpty()), Requirement.OPEN_ONCE_A_WEEK);
        }
        return Collections.unmodifiableMap(copy);
    }

    private static Map<Integer, Duration> targets(Check check, Map<Integer, Duration> targets,
            @Nullable Map<DayOfWeek, List<OpenSpan>> hours) {
        if (!check.areGiven("firstResponseTargets", targets.keySet(), Limits.ITEMS)
                || !check.areGiven("firstResponseTargets", targets.values(), Limits.ITEMS)) {
            return Map.of();
        }
        Map<Integer, Duration> copy = Collections.unmodifiableMap(new TreeMap<>(targets));
        Duration week = hours == null ? Duration.ZERO : hours.values().stream().flatMap(List::stream).map(OpenSpan::length)
                .reduce(Duration.ZERO, Duration::plus);
        copy.forEach((urgency, target) -> {
            check.holds("firstResponseTargets", urgency, urgency >= 1 && urgency <= 4, Requirement.URGENCY)
                    .holds("firstResponseTargets", target, !target.isNegative() && !target.isZero(), Requirement.LONGER_THAN_ZERO);
            if (!Limits.hold(target)) {
                check.holds("firstResponseTargets", target, false, Requirement.YEARS_AT_MOST, Limits.TARGET_YEARS);
            } else if (!week.isZero()) {
                check.holds("firstResponseTargets", target, target.compareTo(week.multipliedBy(WEEKS_TO_RUN_OUT)) <= 0,
                        Requirement.RUNS_OUT, Limits.PERIOD_YEARS);
            }
        });
        return copy;
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
    @InRules
    public ZoneId zoneOrDefault() {
        return zone == null ? DEFAULT_ZONE : zone;
    }

    /** The desk's target for an urgency, or null when it has none. */
    @InRules
    public @Nullable Duration targetFor(@Range(from = 1, to = 4) int urgency) {
        return firstResponseTargets == null ? null : firstResponseTargets.get(urgency);
    }
}
