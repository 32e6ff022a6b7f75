package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
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

    /**
     * Checks and copies the components.
     *
     * @throws BadFactException if spans of a day overlap, a target is not longer than zero or names no urgency, or the
     *     period is negative
     */
    public Desk {
        Check check = Check.of("desk");
        if (hours != null) {
            Map<DayOfWeek, List<OpenSpan>> copy = new TreeMap<>();
            hours.forEach((day, spans) -> copy.put(day, spans.size() == 1 ? List.copyOf(spans)
                    : spans.stream().sorted(Comparator.comparing(OpenSpan::from)).toList()));
            copy.forEach((day, spans) -> {
                if (!apart(spans)) {
                    check.holds("hours", day + " " + spans, false, Requirement.NO_OVERLAP);
                }
            });
            check.holds("hours", copy, copy.values().stream().anyMatch(spans -> !spans.isEmpty()), Requirement.OPEN_ONCE_A_WEEK);
            hours = java.util.Collections.unmodifiableMap(copy);
        }
        holidays = holidays == null ? null : Values.sorted(holidays);
        if (firstResponseTargets != null) {
            firstResponseTargets = java.util.Collections.unmodifiableMap(new TreeMap<>(firstResponseTargets));
            firstResponseTargets.forEach((urgency, target) -> check
                    .holds("firstResponseTargets", urgency, urgency >= 1 && urgency <= 4, Requirement.URGENCY)
                    .holds("firstResponseTargets", target, !target.isNegative() && !target.isZero(), Requirement.LONGER_THAN_ZERO));
        }
        if (promptPatching != null) {
            check.holds("promptPatching", promptPatching, !promptPatching.isNegative(), Requirement.NOT_NEGATIVE);
        }
        check.done();
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
