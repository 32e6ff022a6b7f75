package org.supportpolicy.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.OpenSpan;

/**
 * When a desk is open. Immutable and thread-safe.
 *
 * <p>What counts is elapsed time: a span on a day the clocks change is as long as it really was. The desk opens when its clock
 * first shows the opening time or a later one, and closes in the same way; so a time that the clocks skip is the moment of the
 * change, and a time that they show twice is the first of the two. An amount of open time that is used up exactly at closing
 * time has run out at that closing instant, not at the next opening.
 *
 * <p>Counting takes no longer for a far instant than for a near one, but for a look at every year between. Instants and dates lie in
 * the years 1 to 9999, local to the zone; any other is refused with an {@link IllegalArgumentException}.
 */
public final class SupportHours {

    /** How many days are walked one by one before whole years are looked up. */
    private static final int NEAR = 8;
    /** More open time than so many days have, whatever the clocks do, and little enough to be counted in nanoseconds. */
    private static final Duration SOON = Duration.ofDays(2 * NEAR);
    /** How many spans of a day are looked up one by one; of more, it is asked first whether the clocks change that day. */
    private static final int FEW = 4;
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final long FIRST_SECOND = LocalDate.of(FIRST_YEAR - 1, 12, 30).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC);
    private static final long LAST_SECOND = LocalDate.of(LAST_YEAR + 1, 1, 2).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC);

    private final ZoneId zone;
    private final Map<DayOfWeek, List<OpenSpan>> week;
    private final Map<LocalDate, List<OpenSpan>> dates;
    /** Made when it is first asked for; made twice, both are alike. */
    private volatile @Nullable Years years;

    private SupportHours(ZoneId zone, Map<DayOfWeek, List<OpenSpan>> week, Map<LocalDate, List<OpenSpan>> dates) {
        this.zone = zone;
        this.week = week;
        this.dates = dates;
    }

    /**
     * Makes hours.
     *
     * @param zone the zone in which they are read
     * @param week the spans of each weekday; a weekday left out is closed
     * @param dates the spans of dates that have hours of their own; none on a holiday
     * @throws BadFactException if spans of a day overlap or the week has no opening
     * @throws IllegalArgumentException if a date does not lie in the years 1 to 9999
     */
    public static SupportHours of(ZoneId zone, Map<DayOfWeek, List<OpenSpan>> week, Map<LocalDate, List<OpenSpan>> dates) {
        Objects.requireNonNull(zone, "The zone must be given.");
        Objects.requireNonNull(week, "The week must be given.");
        Objects.requireNonNull(dates, "The dates must be given.");
        dates.forEach((day, spans) -> {
            inRange(Objects.requireNonNull(day, "The date must be given."));
            if (!Objects.requireNonNull(spans, "The spans must be given.").isEmpty()) {
                Desk.builder().hours(Map.of(DayOfWeek.MONDAY, spans)).build();
            }
        });
        Map<DayOfWeek, List<OpenSpan>> checked = Desk.builder().hours(week).build().hours();
        return new SupportHours(zone, checked, dates.entrySet().stream().collect(Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> entry.getValue().stream().sorted(Comparator.comparing(OpenSpan::from)).toList())));
    }

    /**
     * The hours of a desk: those of a date of its own first, closed on holidays, else those of the weekday; empty when the desk's hours
     * are unknown.
     */
    public static Optional<SupportHours> of(Desk desk) {
        Objects.requireNonNull(desk, "The desk must be given.");
        return Optional.ofNullable(desk.hours()).map(week -> new SupportHours(desk.zoneOrDefault(), week, dates(desk)));
    }

    private static Map<LocalDate, List<OpenSpan>> dates(Desk desk) {
        Map<LocalDate, List<OpenSpan>> own = desk.datesWithOwnHours() == null ? Map.of() : desk.datesWithOwnHours();
        if (desk.holidays() == null || desk.holidays().isEmpty()) {
            return own;
        }
        Map<LocalDate, List<OpenSpan>> dates = new HashMap<>();
        desk.holidays().forEach(day -> dates.put(day, List.of()));
        dates.putAll(own);
        return dates;
    }

    /** The zone in which the hours are read. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether the desk is open at an instant: an opening instant is, a closing instant is not. */
    public boolean isOpen(Instant instant) {
        Objects.requireNonNull(instant, "The instant must be given.");
        LocalDate day = date(instant);
        return isOpen(day, instant) || isOpen(day.plusDays(1), instant);
    }

    private boolean isOpen(LocalDate day, Instant instant) {
        for (Opening opening : openingsOn(day)) {
            if (!opening.from().isAfter(instant) && opening.to().isAfter(instant)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first instant at or after the given one at which the desk is open.
     *
     * @throws ArithmeticException if it does not open before the year 10000
     */
    public Instant nextOpening(Instant instant) {
        Objects.requireNonNull(instant, "The instant must be given.");
        for (LocalDate day = date(instant); day.getYear() <= LAST_YEAR; day = day.plusDays(1)) {
            for (Opening opening : openingsOn(day)) {
                if (opening.to().isAfter(instant)) {
                    return opening.from().isBefore(instant) ? instant : opening.from();
                }
            }
        }
        throw never();
    }

    /** The stretches of open time from an instant on, what is left of the running one first, in order and without end. */
    public Stream<Opening> openings(Instant instant) {
        Objects.requireNonNull(instant, "The instant must be given.");
        LocalDate day = date(instant);
        return Stream.iterate(day, next -> next.getYear() <= LAST_YEAR, next -> next.plusDays(1))
                .flatMap(next -> openingsOn(next).stream())
                .filter(opening -> opening.to().isAfter(instant))
                .map(opening -> opening.from().isBefore(instant) ? new Opening(instant, opening.to()) : opening);
    }

    /** The open time between two instants; negative when the second lies before the first. */
    public Duration openTime(Instant from, Instant to) {
        Objects.requireNonNull(from, "The from must be given.");
        Objects.requireNonNull(to, "The to must be given.");
        if (to.isBefore(from)) {
            return openTime(to, from).negated();
        }
        LocalDate first = date(from);
        LocalDate last = date(to);
        if (first.plusDays(NEAR).isAfter(last)) {
            long nanos = 0;
            for (LocalDate day = first; !day.isAfter(last.plusDays(1)); day = day.plusDays(1)) {
                for (Opening opening : openingsOn(day)) {
                    nanos += opening.nanosBefore(to) - opening.nanosBefore(from);
                }
            }
            return Duration.ofNanos(nanos);
        }
        Years all = years();
        Duration between = Duration.ofNanos(all.nanosBefore(to, last) - all.nanosBefore(from, first));
        for (int year = first.getYear(); year < last.getYear(); year++) {
            between = between.plusNanos(all.total(year));
        }
        return between;
    }

    /**
     * The instant at which an amount of open time has passed since a start. It lies within open time or at a closing instant;
     * for no amount at all it is the start, or the next opening when the desk is closed then.
     *
     * @param start when counting begins
     * @param amount how much open time, zero or more
     * @throws IllegalArgumentException if the amount is negative
     * @throws ArithmeticException if it does not run out before the year 10000
     */
    public Instant after(Instant start, Duration amount) {
        Objects.requireNonNull(start, "The start must be given.");
        Objects.requireNonNull(amount, "The amount must be given.");
        notNegative(amount);
        if (amount.isZero()) {
            return nextOpening(start);
        }
        LocalDate day = date(start);
        long left = amount.compareTo(SOON) < 0 ? amount.toNanos() : Long.MAX_VALUE;
        LocalDate far = day.plusDays(NEAR);
        for (LocalDate next = day; next.isBefore(far) && left < Long.MAX_VALUE && next.getYear() <= LAST_YEAR; next = next.plusDays(1)) {
            for (Opening opening : openingsOn(next)) {
                long free = opening.length().toNanos() - opening.nanosBefore(start);
                if (left <= free) {
                    return opening.to().minusNanos(free - left);
                }
                left -= free;
            }
        }
        return far(start, day, amount);
    }

    private Instant far(Instant start, LocalDate day, Duration amount) {
        Years all = years();
        Duration left = amount.plusNanos(all.nanosBefore(start, day));
        for (int year = day.getYear(); year <= LAST_YEAR; year++) {
            long total = all.total(year);
            if (left.compareTo(Duration.ofNanos(total)) <= 0) {
                return all.after(year, left.toNanos());
            }
            left = left.minusNanos(total);
        }
        throw never();
    }

    /**
     * The same, leaving out spans that do not count.
     *
     * @param start when counting begins
     * @param amount how much open time, zero or more
     * @param pauses spans that do not count; they may overlap, and lie outside open time
     * @return the instant, or empty when a pause without an end comes first
     */
    public Optional<Instant> after(Instant start, Duration amount, Collection<Hold> pauses) {
        Objects.requireNonNull(start, "The start must be given.");
        Objects.requireNonNull(amount, "The amount must be given.");
        Objects.requireNonNull(pauses, "The pauses must be given.");
        Instant at = start;
        Duration left = amount;
        for (Hold pause : given(pauses).sorted(Comparator.comparing(Hold::from)).toList()) {
            if (pause.from().isAfter(at)) {
                Duration free = openTime(at, pause.from());
                if (left.compareTo(free) <= 0) {
                    return Optional.of(after(at, left));
                }
                left = left.minus(free);
                at = pause.from();
            }
            if (pause.to() == null) {
                return Optional.empty();
            }
            at = pause.to().isAfter(at) ? pause.to() : at;
        }
        return Optional.of(after(at, left));
    }

    /**
     * The latest instant from which an amount of open time is left until an end, such as the time to warn. It lies within open
     * time or at an opening instant; for no amount at all it is the end, or the last closing when the desk is closed then.
     *
     * @param end when the time has run out
     * @param amount how much open time, zero or more
     * @throws IllegalArgumentException if the amount is negative
     * @throws ArithmeticException if there is not that much since the year 1
     */
    public Instant before(Instant end, Duration amount) {
        Objects.requireNonNull(end, "The end must be given.");
        Objects.requireNonNull(amount, "The amount must be given.");
        notNegative(amount);
        if (amount.isZero()) {
            Instant instant = before(end, Duration.ofNanos(1));
            return isOpen(end) ? end : instant.plusNanos(1);
        }
        LocalDate day = date(end);
        long left = amount.compareTo(SOON) < 0 ? amount.toNanos() : Long.MAX_VALUE;
        LocalDate far = day.minusDays(NEAR);
        for (LocalDate last = day.plusDays(1); last.isAfter(far) && left < Long.MAX_VALUE && last.getYear() >= FIRST_YEAR;
                last = last.minusDays(1)) {
            List<Opening> openings = openingsOn(last);
            for (int j = openings.size() - 1; j >= 0; j--) {
                long free = openings.get(j).nanosBefore(end);
                if (left <= free) {
                    return openings.get(j).from().plusNanos(free - left);
                }
                left -= free;
            }
        }
        Years all = years();
        Duration before = Duration.ofNanos(all.nanosBefore(end, day)).minus(amount);
        for (int year = day.getYear(); year >= FIRST_YEAR; year--) {
            if (!before.isNegative()) {
                return all.from(year, before.toNanos());
            }
            before = before.plusNanos(year > FIRST_YEAR ? all.total(year - 1) : 0);
        }
        throw never();
    }

    /**
     * The same, leaving out spans that do not count.
     *
     * @param end when the time has run out
     * @param amount how much open time, zero or more
     * @param pauses spans that do not count, each with an end; they may overlap, and lie outside open time
     * @throws IllegalArgumentException if a pause has no end
     */
    public Instant before(Instant end, Duration amount, Collection<Hold> pauses) {
        Objects.requireNonNull(end, "The end must be given.");
        Objects.requireNonNull(amount, "The amount must be given.");
        Objects.requireNonNull(pauses, "The pauses must be given.");
        Instant at = end;
        Duration left = amount;
        for (Hold pause : given(pauses).map(SupportHours::ended).sorted(Comparator.comparing(Hold::to).reversed()).toList()) {
            if (pause.from().isBefore(at)) {
                Duration free = pause.to().isBefore(at) ? openTime(pause.to(), at) : Duration.ZERO;
                if (left.compareTo(free) <= 0) {
                    return before(at, left);
                }
                left = left.minus(free);
                at = pause.from();
            }
        }
        return before(at, left);
    }

    /**
     * The steps from a start to an end: what counted of each opening, and the holidays between. Many days are taken together.
     *
     * @param start when counting began
     * @param end when it ended
     * @param pauses spans that did not count, each with an end
     * @throws IllegalArgumentException if it ended on a day before that on which it began
     */
    public List<Step> steps(Instant start, Instant end, Collection<Hold> pauses) {
        Objects.requireNonNull(start, "The start must be given.");
        Objects.requireNonNull(end, "The end must be given.");
        Objects.requireNonNull(pauses, "The pauses must be given.");
        return new Steps(this, start, end, given(pauses)).all();
    }

    static Stream<Hold> given(Collection<Hold> pauses) {
        return pauses.stream().map(pause -> Objects.requireNonNull(pause, "The pause must be given."));
    }

    static Hold ended(Hold pause) {
        if (pause.to() == null) {
            throw new IllegalArgumentException("The pause (from " + pause.from() + ") must have an end.");
        }
        return pause;
    }

    /** Whether a date is closed on which its weekday would be open. */
    boolean isHoliday(LocalDate day) {
        return dates.containsKey(day) && dates.get(day).isEmpty() && week.containsKey(day.getDayOfWeek());
    }

    /** The stretches of open time that a local date gives, in order. */
    List<Opening> openingsOn(LocalDate day) {
        return openings(day, dates.getOrDefault(day, weekdaySpans(day.getDayOfWeek())));
    }

    private List<Opening> openings(LocalDate day, List<OpenSpan> spans) {
        List<Opening> openings = new ArrayList<>(spans.size());
        Instant plain = spans.size() > FEW ? plainStart(day) : null;
        for (OpenSpan span : spans) {
            Instant from = instant(day, span.from().toNanoOfDay(), plain);
            Instant to = instant(day, span.to().equals(LocalTime.MIDNIGHT) ? A_DAY.toNanos() : span.to().toNanoOfDay(), plain);
            if (to.isAfter(from)) {
                openings.add(new Opening(from, to));
            }
        }
        return openings;
    }

    private Instant instant(LocalDate day, long nanoOfDay, @Nullable Instant plainStart) {
        return plainStart == null ? instant(day.atStartOfDay().plusNanos(nanoOfDay)) : plainStart.plusNanos(nanoOfDay);
    }

    /** When a day begins on which, and at whose ends, nobody changes the clocks; null for any other. */
    private @Nullable Instant plainStart(LocalDate day) {
        ZoneRules rules = zone.getRules();
        ZoneOffset offset = rules.getOffset(day.atStartOfDay());
        Instant start = day.atStartOfDay().toInstant(offset);
        ZoneOffsetTransition change = rules.nextTransition(start.minusNanos(1));
        boolean plain = rules.getOffset(start).equals(offset) && (change == null || change.getInstant().isAfter(start.plus(A_DAY)));
        return plain ? start : null;
    }

    /** The spans of a weekday. */
    List<OpenSpan> weekdaySpans(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** The dates with hours of their own. */
    Set<LocalDate> ownDates() {
        return dates.keySet();
    }

    /** The open time of a local date, in nanoseconds. */
    long openNanosOn(LocalDate day) {
        return nanos(openingsOn(day));
    }

    /** The same, were it a date without hours of its own. */
    long weekdayNanosOn(LocalDate day) {
        return nanos(openings(day, weekdaySpans(day.getDayOfWeek())));
    }

    private static long nanos(List<Opening> openings) {
        return openings.stream().mapToLong(opening -> opening.length().toNanos()).sum();
    }

    /** When the clock first shows a local time or a later one. */
    Instant instant(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition skipped = zone.getRules().getTransition(local);
            return skipped.getInstant();
        }
        return local.toInstant(offsets.get(0));
    }

    /** The local date of an instant. */
    LocalDate date(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            throw new IllegalArgumentException("The instant (" + instant + ") must lie in the years 1 to " + LAST_YEAR + ".");
        }
        return inRange(LocalDate.ofInstant(instant, zone));
    }

    private static LocalDate inRange(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("The date (" + day + ") must lie in the years 1 to " + LAST_YEAR + ".");
        }
        return day;
    }

    private Years years() {
        Years made = years;
        if (made == null) {
            made = new Years(this);
            years = made;
        }
        return made;
    }

    private static void notNegative(Duration amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("The amount (" + amount + ") must not be negative.");
        }
        if (amount.getSeconds() > LAST_SECOND - FIRST_SECOND) {
            throw never();
        }
    }

    private static ArithmeticException never() {
        return new ArithmeticException("There is not that much open time from the year 1 to the year " + LAST_YEAR + ".");
    }
}
