package org.supportpolicy.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.OpenSpan;

/** Support hours over centuries: the sums of whole years are those of their days, and no input makes them long or large. */
class FarHoursTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Map<DayOfWeek, List<OpenSpan>> WEEK = week(List.of(OpenSpan.of("09:00", "17:00")));
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    private static Map<DayOfWeek, List<OpenSpan>> week(List<OpenSpan> spans) {
        return IntStream.rangeClosed(1, 5).boxed().collect(Collectors.toMap(DayOfWeek::of, day -> spans));
    }

    @Test
    void yearsAddUpToTheirDaysInEveryZone() {
        Random random = new Random(17);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (int i = 0; i < 200; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            Map<LocalDate, List<OpenSpan>> dates = new HashMap<>();
            int year = 1850 + random.nextInt(i % 4 == 0 ? 1_000 : 250);
            for (int own = random.nextInt(40); own > 0; own--) {
                dates.put(LocalDate.ofYearDay(year, 1).plusDays(random.nextInt(500)), own % 2 == 0 ? List.of() : List.of(OpenSpan.of("00:00", "05:00")));
            }
            SupportHours hours = SupportHours.of(zone, Map.of(DayOfWeek.SUNDAY, List.of(OpenSpan.of("00:30", "03:30"), OpenSpan.of("23:00", "24:00")),
                    DayOfWeek.of(1 + random.nextInt(6)), List.of(OpenSpan.of("00:00", "24:00"))), dates);
            Instant from = LocalDate.ofYearDay(year, 1 + random.nextInt(365)).atTime(random.nextInt(24), random.nextInt(60)).atZone(zone).toInstant();
            Instant to = from.plusSeconds(random.nextInt(2 * 365 * 86_400));
            assertThat(hours.openTime(from, to)).as("%s from %s to %s", zone, from, to).isEqualTo(walked(hours, from, to));
        }
    }

    private static Duration walked(SupportHours hours, Instant from, Instant to) {
        long nanos = 0;
        for (LocalDate day = hours.date(from); !day.isAfter(hours.date(to).plusDays(1)); day = day.plusDays(1)) {
            for (Opening opening : hours.openingsOn(day)) {
                nanos += opening.nanosBefore(to) - opening.nanosBefore(from);
            }
        }
        return Duration.ofNanos(nanos);
    }

    @Test
    void centuriesAreNotWalkedAndTheirAmountsReturn() {
        SupportHours hours = SupportHours.of(AMSTERDAM, WEEK, holidays(8_000));
        for (int i = 0; i < 10; i++) {
            Duration open = hours.openTime(FIRST, LAST);
            assertThat(hours.openTime(LAST, FIRST)).isEqualTo(open.negated());
            assertThat(hours.openTime(FIRST, hours.after(FIRST, open.minusHours(i)))).isEqualTo(open.minusHours(i));
            assertThat(hours.openTime(hours.before(LAST, open.minusHours(i)), LAST)).isEqualTo(open.minusHours(i));
        }
        assertThatThrownBy(() -> hours.after(LAST, Duration.ofSeconds(Long.MAX_VALUE))).isInstanceOf(ArithmeticException.class).hasMessageContaining("9999");
        assertThatThrownBy(() -> hours.before(FIRST, Duration.ofSeconds(Long.MAX_VALUE))).isInstanceOf(ArithmeticException.class).hasMessageContaining("9999");
    }

    @Test
    void aDeskThatIsAlwaysOpenCountsMoreThanNanosecondsCanSay() {
        SupportHours hours = SupportHours.of(ZoneId.of("UTC"), IntStream.rangeClosed(1, 7).boxed()
                .collect(Collectors.toMap(DayOfWeek::of, day -> List.of(OpenSpan.of("00:00", "24:00")))), Map.of());
        assertThat(hours.openTime(FIRST, LAST)).isEqualTo(Duration.between(FIRST, LAST));
        assertThat(hours.after(FIRST, Duration.between(FIRST, LAST))).isEqualTo(LAST);
        assertThat(hours.before(LAST, Duration.between(FIRST, LAST))).isEqualTo(FIRST);
    }

    @Test
    void whatLiesOutsideTheYearsIsRefused() {
        SupportHours hours = SupportHours.of(AMSTERDAM, WEEK, Map.of());
        for (Instant far : List.of(Instant.MIN, Instant.MAX, Instant.parse("-1000000000-01-01T00:00:00Z"), Instant.parse("+10000-01-02T00:00:00Z"))) {
            assertThatThrownBy(() -> hours.openTime(far, FIRST)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("must lie in the years 1 to 9999");
            assertThatThrownBy(() -> hours.after(far, Duration.ofHours(1))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> hours.before(far, Duration.ofHours(1))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> hours.nextOpening(far)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> hours.isOpen(far)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> SupportHours.of(AMSTERDAM, WEEK, Map.of(LocalDate.MAX, List.of()))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hours.steps(Instant.MIN, Instant.MAX, List.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must lie in the years 1 to 9999");
    }

    @Test
    void noTimeIsLeftOutsideTheYears() {
        SupportHours hours = SupportHours.of(ZoneId.of("UTC"), Map.of(DayOfWeek.FRIDAY, List.of(OpenSpan.of("09:00", "17:00")), DayOfWeek.MONDAY, List.of(OpenSpan.of("09:00", "17:00"))), Map.of());
        Instant last = Instant.parse("9999-12-31T16:00:00Z");
        assertThat(hours.after(last, Duration.ofHours(1))).isEqualTo(Instant.parse("9999-12-31T17:00:00Z"));
        assertThatThrownBy(() -> hours.after(last, Duration.ofHours(2))).isInstanceOf(ArithmeticException.class);
        Instant first = Instant.parse("0001-01-01T10:00:00Z");
        assertThat(hours.before(first, Duration.ofHours(1))).isEqualTo(Instant.parse("0001-01-01T09:00:00Z"));
        assertThatThrownBy(() -> hours.before(first, Duration.ofHours(2))).isInstanceOf(ArithmeticException.class);
    }

    /** A day of many spans is looked up in another way than one of few; both agree, also where the clocks change. */
    @Test
    void aDayOfManySpansIsOpenWhenEachOfThemIs() {
        List<OpenSpan> many = IntStream.range(0, 48).mapToObj(half -> new OpenSpan(LocalTime.MIN.plusMinutes(30L * half), LocalTime.MIN.plusMinutes(30L * half + 29))).collect(Collectors.toList());
        many.set(47, OpenSpan.of("23:30", "24:00"));
        Random random = new Random(29);
        int changed = 0;
        for (String zone : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
            ZoneRules rules = ZoneId.of(zone).getRules();
            List<LocalDate> days = new ArrayList<>(List.of(LocalDate.of(1900 + random.nextInt(1_100), 3, 29)));
            rules.getTransitions().forEach(change -> days.add(change.getDateTimeBefore().toLocalDate()));
            ZoneOffsetTransition next = rules.nextTransition(Instant.parse("2400-01-01T00:00:00Z"));
            days.add(next == null ? LocalDate.EPOCH : next.getDateTimeAfter().toLocalDate());
            for (LocalDate day : days.subList(Math.max(0, days.size() - 12), days.size())) {
                for (LocalDate near = day.minusDays(1); !near.isAfter(day.plusDays(1)); near = near.plusDays(1)) {
                    LocalDate date = near;
                    List<Opening> each = many.stream().flatMap(span -> hours(zone, date, List.of(span)).openingsOn(date).stream()).toList();
                    assertThat(hours(zone, date, many).openingsOn(date)).as("%s on %s", zone, date).isEqualTo(each);
                    changed += each.size() < many.size() ? 1 : 0;
                }
            }
        }
        assertThat(changed).isGreaterThan(1_000);
    }

    private static SupportHours hours(String zone, LocalDate day, List<OpenSpan> spans) {
        return SupportHours.of(ZoneId.of(zone), Map.of(day.getDayOfWeek(), spans), Map.of());
    }

    @Test
    void thousandsOfHoldsOverCenturiesAreCountedOneByOne() {
        SupportHours hours = SupportHours.of(AMSTERDAM, WEEK, holidays(1_000));
        List<Hold> holds = new ArrayList<>();
        Instant start = Instant.parse("1900-01-02T00:00:00Z");
        for (int i = 0; i < 10_000; i++) {
            holds.add(new Hold(start.plus(Duration.ofDays(40L * i)), start.plus(Duration.ofDays(40L * i + 39))));
        }
        Instant due = hours.after(start, Duration.ofHours(10_000), holds).orElseThrow();
        Duration counted = hours.steps(start, due, holds).stream().map(Step::open).reduce(Duration.ZERO, Duration::plus);
        assertThat(counted).isEqualTo(Duration.ofHours(10_000));
    }

    private static Map<LocalDate, List<OpenSpan>> holidays(int years) {
        return IntStream.range(0, years).mapToObj(year -> LocalDate.of(1_900 + year, 5, 1)).collect(Collectors.toMap(day -> day, day -> List.of()));
    }
}
