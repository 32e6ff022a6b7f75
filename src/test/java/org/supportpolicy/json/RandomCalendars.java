package org.supportpolicy.json;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Fact sets of a ticket whose response is due by a desk with hours of any kind, in any zone and year, now and then with holds and holidays
 * by the thousands.
 */
final class RandomCalendars {

    private static final List<String> ZONES = Stream.concat(Stream.of("+18:00", "-18:00", "UTC", "+00:00:01"), ZoneId.getAvailableZoneIds().stream().sorted()).toList();
    private static final List<String> TARGETS = List.of("PT0.000000001S", "PT1S", "PT4H", "PT8H", "PT40H", "PT1000H", "PT20000H", "PT50000H", "PT87600H", "P1D", "P3653D");
    private static final String REST = "\"customer\":{\"kind\":\"CUSTOMER\",\"maintenanceActive\":true,\"deployment\":\"ON_PREMISE\"},\"contact\":{\"authorised\":true},"
            + "\"intake\":{\"subject\":\"s\",\"description\":\"d\",\"expectedResults\":\"e\",\"businessImpact\":\"b\",\"serverUrl\":\"u\",\"module\":\"m\",\"stepsToReproduce\":\"r\","
            + "\"sampleMachines\":[{\"groupId\":\"g\",\"machineId\":\"m\"}],\"productVersion\":\"9\"},\"impact\":{\"functionalityLoss\":\"SIGNIFICANT\",\"productionImpact\":\"MAJOR\"}";
    private static final long MINUTE = 60;
    private static final long DAY = 86_400;

    private final Random random;
    private final Instant created;

    private RandomCalendars(Random random) {
        this.random = random;
        this.created = LocalDate.of(1900 + random.nextInt(1_100), 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(random.nextLong(365 * DAY));
    }

    /** One in JSON. */
    static String next(Random random) {
        return new RandomCalendars(random).json();
    }

    private String json() {
        return "{\"asOf\":\"" + created.plusSeconds(random.nextLong(random.nextBoolean() ? 3 * DAY : 2_000 * DAY)) + "\"," + REST + ",\"desk\":{\"zone\":\"" + ZONES.get(random.nextInt(ZONES.size()))
                + "\",\"hours\":{" + Stream.of(DayOfWeek.values()).filter(day -> random.nextInt(7) > 1).map(day -> "\"" + day + "\":" + spans()).collect(Collectors.joining(","))
                + "},\"holidays\":" + many(holiday -> "\"" + created.atZone(ZoneOffset.UTC).toLocalDate().plusDays(holiday) + "\"") + ",\"firstResponseTargets\":{"
                + IntStream.rangeClosed(1, 4).mapToObj(level -> "\"" + level + "\":\"" + TARGETS.get(random.nextInt(TARGETS.size())) + "\"").collect(Collectors.joining(","))
                + "}},\"ticket\":{\"createdAt\":\"" + created + "\",\"channel\":\"ONLINE_HELPDESK\",\"kind\":\"PROBLEM\",\"state\":\"ACTIVE\",\"holds\":" + holds() + "}}";
    }

    private String spans() {
        int[] minutes = random.ints(2 * (1 + random.nextInt(random.nextInt(10) == 0 ? 100 : 3)), 0, 1_441).distinct().sorted().toArray();
        return IntStream.range(0, minutes.length / 2).mapToObj(i -> "[\"" + time(minutes[2 * i]) + "\",\"" + time(minutes[2 * i + 1]) + "\"]").collect(Collectors.joining(",", "[", "]"));
    }

    private static String time(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    private String holds() {
        long length = 1 + random.nextInt(3_000);
        long apart = length + random.nextInt(2) * random.nextInt(3_000) - random.nextInt(2) * length / 2;
        return many(hold -> "{\"from\":\"" + created.plusSeconds(hold * apart * MINUTE) + "\",\"to\":\"" + created.plusSeconds((hold * apart + length) * MINUTE) + "\"}");
    }

    private String many(LongFunction<String> item) {
        int count = random.nextInt(20) > 0 ? random.nextInt(12) : random.nextInt(5) > 0 ? random.nextInt(1_000) : random.nextInt(10_001);
        return LongStream.range(0, count).mapToObj(item).collect(Collectors.joining(",", "[", "]"));
    }
}
