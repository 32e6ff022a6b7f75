package org.supportpolicy.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supportpolicy.fact.OpenSpan;

/** Measures what a due time far ahead costs against one near, in one run. Not a test: run its main method. */
final class DueTimeCost {

    private static long sink;

    private DueTimeCost() {}

    public static void main(String[] args) {
        Map<LocalDate, List<OpenSpan>> holidays = new HashMap<>();
        for (int year = 2020; year < 2040; year++) {
            holidays.put(LocalDate.of(year, 1, 1), List.of());
            holidays.put(LocalDate.of(year, 12, 25), List.of());
        }
        SupportHours hours = SupportHours.of(ZoneId.of("Europe/Amsterdam"), Arrays.stream(DayOfWeek.values()).limit(5)
                .collect(Collectors.toMap(Function.identity(), day -> List.of(OpenSpan.of("09:00", "17:00")))), holidays);
        Duration day = Duration.ofHours(8);
        Duration tenYears = hours.openTime(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2035-01-01T00:00:00Z"));
        for (int round = 0; round < 5; round++) {
            double near = nanos(hours, day);
            double far = nanos(hours, tenYears);
            System.out.printf(java.util.Locale.ROOT, "one day ahead %.0f ns, ten years ahead %.0f ns, ratio %.2f%n", near, far, far / near);
        }
        if (sink == 42) {
            System.out.println(sink);
        }
    }

    private static double nanos(SupportHours hours, Duration amount) {
        Instant start = Instant.parse("2025-01-06T08:00:00Z");
        int times = 200_000;
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            sink += hours.after(start.plusSeconds(i), amount).getEpochSecond();
        }
        return (System.nanoTime() - begun) / (double) times;
    }
}
