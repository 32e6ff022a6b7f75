package org.supportpolicy.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.OpenSpan;

/** Support hours: the conventions, what people complain of elsewhere, and properties over random calendars. */
class SupportHoursTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final List<OpenSpan> NINE_TO_FIVE = List.of(OpenSpan.of("09:00", "17:00"));
    private static final List<OpenSpan> ALL_DAY = List.of(OpenSpan.of("00:00", "24:00"));
    private static final SupportHours OFFICE = SupportHours.of(AMSTERDAM, weekdays(NINE_TO_FIVE), Map.of());

    private static Map<DayOfWeek, List<OpenSpan>> weekdays(List<OpenSpan> spans) {
        return Arrays.stream(DayOfWeek.values()).limit(5).collect(Collectors.toMap(Function.identity(), day -> spans));
    }

    private static SupportHours allDay(String zone) {
        return SupportHours.of(ZoneId.of(zone), Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> ALL_DAY)), Map.of());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant();
    }

    @Test
    void aTargetSpansTheWeekend() {
        assertThat(OFFICE.after(at("2026-03-06T16:30"), Duration.ofHours(2))).isEqualTo(at("2026-03-09T10:30"));
    }

    @Test
    void aTicketOutsideHoursStartsAtTheNextOpening() {
        assertThat(OFFICE.nextOpening(at("2026-03-07T12:00"))).isEqualTo(at("2026-03-09T09:00"));
        assertThat(OFFICE.after(at("2026-03-07T12:00"), Duration.ofHours(1))).isEqualTo(at("2026-03-09T10:00"));
    }

    @Test
    void aTargetUsedUpAtClosingTimeIsDueThen() {
        assertThat(OFFICE.after(at("2026-03-06T15:00"), Duration.ofHours(2))).isEqualTo(at("2026-03-06T17:00"));
    }

    @Test
    void aHolidayOnABusinessDayIsClosedAndHalfAHolidayHalf() {
        SupportHours hours = SupportHours.of(AMSTERDAM, weekdays(NINE_TO_FIVE), Map.of(
                LocalDate.parse("2026-04-27"), List.of(), LocalDate.parse("2026-12-24"), List.of(OpenSpan.of("09:00", "12:00"))));
        assertThat(hours.after(at("2026-04-24T16:00"), Duration.ofHours(2))).isEqualTo(at("2026-04-28T10:00"));
        assertThat(hours.openTime(at("2026-12-24T00:00"), at("2026-12-25T00:00"))).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aDayMayEndAtTwentyFourHundredWithoutAClosedMinute() {
        assertThat(allDay("UTC").openTime(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"))).isEqualTo(Duration.ofDays(31));
        assertThat(allDay("UTC").isOpen(Instant.parse("2026-03-01T23:59:59.999Z"))).isTrue();
    }

    @Test
    void aLunchBreakDoesNotCount() {
        SupportHours hours = SupportHours.of(AMSTERDAM, weekdays(List.of(OpenSpan.of("13:00", "17:00"), OpenSpan.of("09:00", "12:30"))), Map.of());
        assertThat(hours.after(at("2026-03-06T12:00"), Duration.ofHours(1))).isEqualTo(at("2026-03-06T13:30"));
    }

    @Test
    void aScheduleWithoutMondayAndThursdayIsRight() {
        SupportHours hours = SupportHours.of(AMSTERDAM, Map.of(DayOfWeek.TUESDAY, NINE_TO_FIVE, DayOfWeek.FRIDAY, NINE_TO_FIVE), Map.of());
        assertThat(hours.after(at("2026-03-09T08:00"), Duration.ofHours(10))).isEqualTo(at("2026-03-13T11:00"));
    }

    @Test
    void timeOnHoldDoesNotCountWhereverItLies() {
        Hold overNight = new Hold(at("2026-03-06T16:00"), at("2026-03-09T08:00"));
        Hold overlapping = new Hold(at("2026-03-06T15:30"), at("2026-03-06T16:15"));
        assertThat(OFFICE.after(at("2026-03-06T15:00"), Duration.ofHours(1), List.of(overNight, overlapping))).contains(at("2026-03-09T09:30"));
    }

    @Test
    void nothingIsDueWhileAHoldHasNoEnd() {
        Hold open = new Hold(at("2026-03-06T15:30"), null);
        assertThat(OFFICE.after(at("2026-03-06T15:00"), Duration.ofHours(1), List.of(open))).isEmpty();
        assertThat(OFFICE.after(at("2026-03-06T15:00"), Duration.ofMinutes(30), List.of(open))).contains(at("2026-03-06T15:30"));
    }

    @Test
    void aWarningBeforeTheDeadlineFallsOnAnEarlierDayWhenItMust() {
        assertThat(OFFICE.before(at("2026-03-09T09:30"), Duration.ofHours(1))).isEqualTo(at("2026-03-06T16:30"));
        assertThat(OFFICE.before(at("2026-03-09T10:00"), Duration.ofHours(1))).isEqualTo(at("2026-03-09T09:00"));
    }

    @Test
    void anHourThatTheClocksSkipOrRepeatIsCountedAsItWas() {
        SupportHours nights = SupportHours.of(AMSTERDAM, Map.of(DayOfWeek.SUNDAY, List.of(OpenSpan.of("00:00", "06:00"))), Map.of());
        assertThat(nights.openTime(at("2026-03-29T00:00"), at("2026-03-29T12:00"))).isEqualTo(Duration.ofHours(5));
        assertThat(nights.openTime(at("2026-10-25T00:00"), at("2026-10-25T12:00"))).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void aSpanThatBeginsInASkippedHourOpensWhenTheClocksHaveChanged() {
        SupportHours nights = SupportHours.of(AMSTERDAM, Map.of(DayOfWeek.SUNDAY, List.of(OpenSpan.of("02:30", "04:00"))), Map.of());
        assertThat(nights.nextOpening(at("2026-03-29T00:00"))).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void spansThatMeetInARepeatedHourNeitherOverlapNorLeaveAGap() {
        SupportHours nights = SupportHours.of(AMSTERDAM, Map.of(DayOfWeek.SUNDAY,
                List.of(OpenSpan.of("01:00", "02:30"), OpenSpan.of("02:30", "04:00"))), Map.of());
        assertThat(nights.openTime(at("2026-10-25T00:00"), at("2026-10-25T12:00"))).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void zonesThatChangeAtMidnightOrByHalfAnHourOrSkipADayWork() {
        assertThat(allDay("America/Sao_Paulo").openTime(Instant.parse("2018-11-03T00:00:00Z"), Instant.parse("2018-11-06T00:00:00Z"))).isEqualTo(Duration.ofDays(3));
        assertThat(allDay("Asia/Beirut").after(Instant.parse("2022-03-26T12:00:00Z"), Duration.ofDays(2))).isEqualTo(Instant.parse("2022-03-28T12:00:00Z"));
        assertThat(allDay("Australia/Lord_Howe").openTime(Instant.parse("2026-04-04T00:00:00Z"), Instant.parse("2026-04-06T00:00:00Z"))).isEqualTo(Duration.ofDays(2));
        assertThat(allDay("Pacific/Apia").openTime(Instant.parse("2011-12-29T00:00:00Z"), Instant.parse("2012-01-02T00:00:00Z"))).isEqualTo(Duration.ofDays(4));
        SupportHours apia = SupportHours.of(ZoneId.of("Pacific/Apia"), Map.of(DayOfWeek.FRIDAY, NINE_TO_FIVE), Map.of());
        assertThat(apia.nextOpening(Instant.parse("2011-12-29T12:00:00Z")).atZone(ZoneId.of("Pacific/Apia")).toLocalDate())
                .as("Friday 30 December 2011 never was").isEqualTo(LocalDate.parse("2012-01-06"));
    }

    @Test
    void theStepsOfADueTimeAddUpAndNameTheHoliday() {
        SupportHours hours = SupportHours.of(AMSTERDAM, weekdays(NINE_TO_FIVE), Map.of(LocalDate.parse("2026-04-27"), List.of()));
        List<Hold> pause = List.of(new Hold(at("2026-04-28T10:00"), at("2026-04-28T11:00")));
        Instant start = at("2026-04-24T16:00");
        Instant due = hours.after(start, Duration.ofHours(4), pause).orElseThrow();
        assertThat(hours.steps(start, due, pause)).extracting(step -> step.first() + " " + step.open()).containsExactly(
                "2026-04-24 PT1H", "2026-04-27 PT0S", "2026-04-28 PT1H", "2026-04-28 PT2H");
    }

    @Test
    void theStepsOfAFarDueTimeAreFewAndStillAddUp() {
        Instant start = at("2026-01-05T09:00");
        Instant due = OFFICE.after(start, Duration.ofHours(5_000));
        List<Step> steps = OFFICE.steps(start, due, List.of());
        assertThat(steps).hasSizeLessThan(10);
        assertThat(steps.stream().map(Step::open).reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofHours(5_000));
    }

    @Test
    void aBadCalendarIsRefused() {
        assertThatThrownBy(() -> SupportHours.of(AMSTERDAM, Map.of(), Map.of())).isInstanceOf(BadFactException.class).hasMessageContaining("must open at least once a week");
        assertThatThrownBy(() -> OpenSpan.of("17:00", "09:00")).isInstanceOf(BadFactException.class).hasMessageContaining("write two spans, 17:00–24:00 and, for the next day, 00:00–09:00");
        assertThatThrownBy(() -> SupportHours.of(AMSTERDAM, Map.of(DayOfWeek.MONDAY, List.of(OpenSpan.of("09:00", "12:00"), OpenSpan.of("11:00", "13:00"))), Map.of()))
                .isInstanceOf(BadFactException.class).hasMessageContaining("no overlapping spans");
        assertThatThrownBy(() -> OFFICE.after(at("2026-03-06T15:00"), Duration.ofHours(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void propertiesHoldOverRandomCalendars() {
        long seed = Long.getLong("supportpolicy.seed", 4711L);
        for (long i = 0; i < 4_000; i++) {
            properties(seed + i);
        }
    }

    private static void properties(long seed) {
        Random random = new Random(seed);
        SupportHours hours = randomHours(random);
        Instant start = Instant.parse("2018-01-01T00:00:00Z").plusSeconds(random.nextInt(8 * 365 * 86_400));
        Duration amount = Duration.ofSeconds(1 + random.nextInt(random.nextBoolean() ? 100_000 : 20_000_000));
        Duration more = amount.plusSeconds(random.nextInt(100_000));
        Instant due = hours.after(start, amount);
        String what = "seed " + seed + ", " + start + " and " + amount;
        assertThat(hours.openTime(start, due)).as(what).isEqualTo(amount);
        assertThat(hours.after(start, more)).as(what).isAfterOrEqualTo(due);
        assertThat(hours.after(start.plusSeconds(random.nextInt(100_000)), amount)).as(what).isAfterOrEqualTo(due);
        assertThat(hours.after(hours.before(due, amount), amount)).as(what).isEqualTo(due);
        Duration part = Duration.ofSeconds(random.nextInt((int) amount.toSeconds()));
        assertThat(part.isZero() ? due : hours.after(hours.after(start, part), amount.minus(part))).as(what).isEqualTo(due);
        assertThat(hours.isOpen(due) || hours.isOpen(due.minusNanos(1))).as(what).isTrue();
        assertThat(hours.openTime(hours.before(due, more), due)).as(what).isEqualTo(more);
        assertThat(hours.steps(start, due, List.of()).stream().map(Step::open).reduce(Duration.ZERO, Duration::plus)).as(what).isEqualTo(amount);
    }

    private static SupportHours randomHours(Random random) {
        ZoneId zone = ZoneId.of(List.of("Europe/Amsterdam", "America/Sao_Paulo", "Asia/Beirut", "Australia/Lord_Howe",
                "Pacific/Apia", "America/St_Johns", "UTC").get(random.nextInt(7)));
        Map<DayOfWeek, List<OpenSpan>> week = new EnumMap<>(DayOfWeek.class);
        for (int i = 0; i < 1 + random.nextInt(7); i++) {
            week.put(DayOfWeek.of(1 + random.nextInt(7)), randomSpans(random));
        }
        Map<LocalDate, List<OpenSpan>> dates = new HashMap<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            dates.put(LocalDate.ofEpochDay(17_500 + random.nextInt(3_000)), random.nextBoolean() ? List.of() : randomSpans(random));
        }
        return SupportHours.of(zone, week, dates);
    }

    private static List<OpenSpan> randomSpans(Random random) {
        int[] cuts = random.ints(4, 0, 48).distinct().sorted().toArray();
        List<OpenSpan> spans = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.length; i += 2) {
            spans.add(new OpenSpan(LocalTime.MIDNIGHT.plusMinutes(cuts[i] * 30L), LocalTime.MIDNIGHT.plusMinutes(cuts[i + 1] * 30L)));
        }
        return spans.isEmpty() ? ALL_DAY : spans;
    }
}
