package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.bench.TicketMix;
import org.supportpolicy.fact.FactSet;

/**
 * Fact sets of the worst shapes that a megabyte can have, and as many items as facts may hold: each is refused, or decided, written,
 * explained in both languages and read back in the processor time that {@value #ORDINARY} fact sets of the standard mix take. Most take
 * a tenth of that; work that grows with the square takes a hundred times as long.
 */
class WorstShapesTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final int ORDINARY = 10_000;
    private static final int PASS = 2_500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MEGABYTE = 1_000_000;
    private static final String DESK = "\"desk\":{\"hours\":{\"MONDAY\":[[\"09:00\",\"17:00\"]],\"TUESDAY\":[[\"09:00\",\"17:00\"]]},\"firstResponseTargets\":{\"1\":\"PT4H\",\"2\":\"PT4H\",\"3\":\"PT4H\",\"4\":\"PT4H\"}}";
    private static final String INTAKE = "\"intake\":{\"subject\":\"s\",\"description\":\"d\",\"expectedResults\":\"e\",\"businessImpact\":\"b\",\"serverUrl\":\"u\",\"module\":\"m\",\"stepsToReproduce\":\"r\","
            + "\"sampleMachines\":[{\"groupId\":\"g\",\"machineId\":\"m\"}],\"productVersion\":\"9\"}";
    private static final String REST = "\"customer\":{\"kind\":\"CUSTOMER\",\"maintenanceActive\":true,\"deployment\":\"ON_PREMISE\"},\"contact\":{\"authorised\":true},"
            + INTAKE + ",\"impact\":{\"functionalityLoss\":\"SIGNIFICANT\",\"productionImpact\":\"MAJOR\"}";
    private static final String CAUSES = "\"causes\":" + many(1_000, i -> "{\"type\":\"MISSING_UPDATE\",\"kind\":\"PATCH\",\"applied\":false,\"couldHavePrevented\":true,\"availableOn\":\"2020-01-01\",\"problemAroseOn\":\""
            + LocalDate.of(2022, 1, 1).plusDays(i) + "\",\"causedProblem\":true}");
    private static final List<String> EVERY_CAUSE = Stream.of("ADDITION\",\"by\":\"CUSTOMER\"", "MISHAP\",\"what\":\"ACCIDENT\",\"by\":\"NOBODY\"", "INSTALLATION_ENVIRONMENT\",\"suitable\":false",
            "MAJOR_UPGRADE\",\"by\":\"CUSTOMER\",\"testEnvironmentAdequate\":false,\"testProceduresAdequate\":false", "USE\",\"designedPurpose\":false", "OPERATING_ENVIRONMENT\",\"certified\":false",
            "MISSING_UPDATE\",\"kind\":\"SUCCESSOR_VERSION\",\"applied\":false,\"couldHavePrevented\":true,\"availableOn\":\"2020-01-01\",\"problemAroseOn\":\"2026-01-01\"")
            .map(cause -> "{\"type\":\"" + cause + ",\"causedProblem\":true}").toList();
    private static final String WEEK = Stream.of(DayOfWeek.values()).map(day -> "\"" + day + "\":" + many(100, i -> span(i * 14))).collect(Collectors.joining(",", "{", "}"));

    private static Map<String, String> shapes() {
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("empty holds", set(ticket(list("{}", MEGABYTE / 3))));
        shapes.put("empty holds, as many as there may be", set(ticket(list("{}", 10_000))));
        shapes.put("good holds, too many", set(ticket(many(20_000, i -> hold(i, 30)))));
        shapes.put("good holds, as many as there may be", set(ticket(many(10_000, i -> hold(i, 30))), DESK, REST));
        shapes.put("holds over centuries", set(ticket(many(10_000, i -> hold(40 * 1440 * i, 39 * 1440))), DESK, REST));
        shapes.put("holds that all overlap", set(ticket(many(10_000, i -> hold(0, i))), DESK, REST));
        shapes.put("a state of a megabyte", set("\"ticket\":{\"state\":\"" + "A".repeat(MEGABYTE) + "\"}"));
        shapes.put("a key of a megabyte", set("\"" + "t".repeat(MEGABYTE) + "\":1"));
        shapes.put("unknown keys", set(join(100_000, i -> "\"tickt" + i + "\":1")));
        shapes.put("one key again and again", set(join(90_000, i -> "\"ticket\":{}")));
        shapes.put("future versions", set(product(many(10_000, i -> version("v" + i, LocalDate.of(2027, 1, 1).plusDays(i)))), REST));
        shapes.put("past versions, the installed one unknown", set(product(many(10_000, i -> version("v" + i, LocalDate.of(2020, 1, 1).minusDays(i % 7_000)))), REST));
        shapes.put("versions without a day", set("\"product\":{\"installedVersion\":\"v9999\",\"versions\":" + many(10_000, i -> "{\"version\":\"v" + i + "\"}") + "}", REST));
        shapes.put("versions that stand twice", set(product(list("{\"version\":\"v\"}", 10_000))));
        shapes.put("causes", set(REST, "\"desk\":{\"promptPatching\":\"P1D\"}", CAUSES));
        shapes.put("causes that leave everything open", set(REST, "\"causes\":" + many(1_000, i -> "{\"type\":\"MISSING_UPDATE\",\"applied\":false,\"problemAroseOn\":\"" + LocalDate.of(2022, 1, 1).plusDays(i) + "\"}")));
        shapes.put("holidays", set("\"desk\":{\"hours\":{\"MONDAY\":[[\"00:00\",\"24:00\"]],\"TUESDAY\":[[\"00:00\",\"24:00\"]]},\"holidays\":" + many(10_000, i -> "\"" + LocalDate.of(1990, 1, 1).plusDays(i * 7L) + "\"")
                + ",\"firstResponseTargets\":{\"2\":\"PT87600H\",\"3\":\"PT1000H\"}}", ticket("[]"), REST));
        shapes.put("a ticket of the year 1900", set("\"ticket\":{\"createdAt\":\"1900-01-01T00:00:00Z\",\"holds\":[{\"from\":\"1900-01-01T00:00:00Z\",\"to\":\"2025-01-01T00:00:00Z\"}]}", DESK, REST));
        shapes.put("spans of a minute", set("\"desk\":{\"hours\":{" + Stream.of("MONDAY", "TUESDAY", "WEDNESDAY").map(day -> "\"" + day + "\":" + many(100, i -> span(i * 10)))
                .collect(Collectors.joining(",")) + "},\"firstResponseTargets\":{\"2\":\"PT40H\"}}", ticket(many(10_000, i -> hold(i, 1))), REST));
        shapes.put("machines", set("\"intake\":{\"sampleMachines\":" + many(10_000, i -> "{\"groupId\":\"g" + i + "\",\"machineId\":\"m" + i + "\"}") + "}"));
        shapes.put("nesting", "{\"asOf\":" + "[".repeat(MEGABYTE));
        shapes.put("lines without end", "\n".repeat(MEGABYTE) + "{\"asOf\":" + "\n".repeat(100) + list("1", 1_000));
        shapes.put("escapes", set("\"ticket\":{\"number\":\"" + "\\u001b".repeat(16_000) + "\"}", REST));
        shapes.put("numbers", "[" + "1,".repeat(MEGABYTE / 2) + "1]");
        shapes.put("numbers with an exponent", set(ticket("[]").replace("\"holds\":[]", "\"urgencySet\":1e999999999"), "\"causes\":" + list("-1E-999999999", 1_000), "\"x\":" + list("1e+2147483648", 60_000)));
        shapes.put("keys as long as they may be", set(join(20, i -> "\"" + i + "k".repeat(49_000) + "\":{}")));
        shapes.put("unknown keys deep inside", set("\"intake\":{\"sampleMachines\":" + list("{\"groupId\":\"g\",\"machineId\":\"m\",\"machineld\":\"m\"}", 10_000) + "}", ticket(list("{\"form\":1,\"form\":2}", 10_000))));
        shapes.put("lists within lists", set("\"x\":" + "[".repeat(40) + list(list("[]", 100), 2_000) + "]".repeat(40)));
        shapes.put("long texts in every place", set(INTAKE.replaceAll("\"([a-z])\"(?=[,}])", "\"" + "\ud83d\ude00$1".repeat(30_000) + "\""), "\"product\":{\"name\":\"" + "\u202e".repeat(100_000) + "\",\"installedVersion\":\"" + "v".repeat(100_000) + "\"}",
                "\"ticket\":{\"number\":\"" + "\\n".repeat(100_000) + "\"}"));
        shapes.put("causes beside a full calendar", set(REST, "\"desk\":{\"hours\":" + WEEK + ",\"holidays\":" + many(5_000, i -> holiday(i, 3)) + ",\"promptPatching\":\"P1D\"}", CAUSES));
        shapes.put("causes of every kind, all established", set(REST, "\"product\":{\"installedVersion\":\"v9\",\"versions\":" + many(10_000, i -> version("v" + i, LocalDate.of(2020, 1, 1).minusDays(i))) + "}",
                "\"causes\":" + many(1_000, i -> EVERY_CAUSE.get(i % EVERY_CAUSE.size()))));
        shapes.put("holds between openings and holidays of centuries", set("\"desk\":{\"hours\":" + WEEK + ",\"holidays\":" + many(10_000, i -> holiday(i, 37)) + ",\"firstResponseTargets\":{\"2\":\"PT50000H\",\"3\":\"PT50000H\"}}",
                ticket(many(10_000, i -> hold(40 * 1440 * i, 39 * 1440))).replace("2026-03-02", "1900-03-02"), REST));
        shapes.put("a desk that opens a minute a week", set("\"desk\":{\"hours\":{\"SUNDAY\":[[\"02:30\",\"02:31\"]]},\"zone\":\"Africa/Casablanca\",\"firstResponseTargets\":{\"2\":\"PT80H\",\"3\":\"PT80H\"}}",
                ticket(many(10_000, i -> hold(7 * 1440 * i, 1440))).replace("2026-03-02", "1900-03-02"), REST));
        shapes.put("reminders over holds between a hundred openings a day and dates of their own", set("\"desk\":{\"hours\":" + WEEK + ",\"datesWithOwnHours\":{"
                + join(10_000, i -> holiday(i, 37) + ":" + (i % 3 == 0 ? "[]" : "[" + span(i % 1_400) + "]")) + "},\"remindBefore\":" + many(10, i -> "\"PT" + (100 * i + 1) + "H\"")
                + ",\"firstResponseTargets\":{\"2\":\"PT4000H\",\"3\":\"PT4000H\"},\"followUpTargets\":{\"2\":\"PT4000H\",\"3\":\"PT4000H\"}}",
                ticket(many(10_000, i -> hold(40 * 1440 * i, 39 * 1440))).replace("2026-03-02", "1900-03-02"), REST, "\"followUp\":{\"lastGivenAt\":\"1900-03-05T00:00:00Z\"}").replace("2026-03-10", "2999-12-31"));
        shapes.put("all lists as long as they may be", set("\"desk\":{\"hours\":" + WEEK + ",\"zone\":\"+18:00\",\"holidays\":" + many(10_000, i -> holiday(i, 37)) + ",\"promptPatching\":\"P1D\",\"firstResponseTargets\":{\"2\":\"PT50000H\",\"3\":\"PT50000H\"}}",
                ticket(many(10_000, i -> hold(40 * 1440 * i, 39 * 1440))), "\"product\":{\"name\":\"p\",\"installedVersion\":\"v9999\",\"versions\":" + many(10_000, i -> version("v" + i, LocalDate.of(2025, 1, 1).minusDays(i))) + "}",
                REST.replace("[{\"groupId\":\"g\",\"machineId\":\"m\"}]", list("{\"groupId\":\"g\",\"machineId\":\"m\"}", 10_000)), CAUSES));
        return shapes;
    }

    @TestFactory
    Stream<DynamicTest> eachIsRefusedOrDecidedInTime() {
        List<String> mix = TicketMix.standard(PASS).map(new FactSetWriter()::write).toList();
        took("to warm up", mix);
        Duration bound = took("ordinary", mix).multipliedBy(ORDINARY / PASS);
        return shapes().entrySet().stream().map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> {
            Duration took = took(shape.getKey(), List.of(shape.getValue()));
            if (took.compareTo(bound) >= 0) { // the code may not have been compiled in time
                took = took(shape.getKey(), List.of(shape.getValue()));
            }
            assertThat(took).isLessThan(bound);
        }));
    }

    private static Duration took(String name, List<String> jsons) {
        String answer = "";
        long start = THREADS.getCurrentThreadCpuTime(); // others may be at work beside it
        for (String json : jsons) {
            answer = answer(json);
        }
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        System.out.printf(Locale.ROOT, "%6d ms  %,10d characters  %s: %s%n", took.toMillis(), jsons.stream().mapToInt(String::length).sum(), name, answer);
        return took;
    }

    private static String answer(String json) {
        try {
            FactSet facts = new FactSetReader().read("t", json);
            Decision decision = POLICY.decide(facts);
            int written = new DecisionWriter().writeUtf8(decision).length;
            int explained = decision.explain(Locale.ENGLISH).length() + decision.explain(Locale.forLanguageTag("nl")).length();
            assertThat(new FactSetReader().read("t", new FactSetWriter().write(facts)).equals(facts)).isTrue();
            return "decided, " + written + " bytes, explained in " + explained + " characters";
        } catch (PolicyException e) {
            assertThat(e.getMessage().length()).isLessThan(60_000);
            return "refused, " + e.problems().size() + " problems, first " + e.problems().get(0).message();
        }
    }

    private static String set(String... members) {
        return "{\"asOf\":\"2026-03-10T16:30:00+01:00\"," + String.join(",", members) + "}";
    }

    private static String ticket(String holds) {
        return "\"ticket\":{\"createdAt\":\"2026-03-02T09:00:00+01:00\",\"channel\":\"ONLINE_HELPDESK\",\"kind\":\"PROBLEM\",\"state\":\"ACTIVE\",\"holds\":" + holds + "}";
    }

    private static String product(String versions) {
        return "\"product\":{\"versions\":" + versions + "}";
    }

    private static String version(String name, LocalDate day) {
        return "{\"version\":\"" + name + "\",\"availableOn\":\"" + day + "\"}";
    }

    private static String hold(int from, int minutes) {
        Instant begin = Instant.parse("1900-03-02T08:00:00Z").plus(Duration.ofMinutes(from + (from < 1_000_000 ? 66_270_000L : 0)));
        return "{\"from\":\"" + begin + "\",\"to\":\"" + begin.plus(Duration.ofMinutes(minutes)) + "\"}";
    }

    private static String span(int minute) {
        return String.format(Locale.ROOT, "[\"%02d:%02d\",\"%02d:%02d\"]", minute / 60, minute % 60, (minute + 1) / 60, (minute + 1) % 60);
    }

    private static String holiday(int number, int apart) {
        return "\"" + LocalDate.of(1985, 1, 1).plusDays((long) number * apart) + "\"";
    }

    private static String list(String item, int count) {
        return many(count, i -> item);
    }

    private static String many(int count, IntFunction<String> item) {
        return "[" + join(count, item) + "]";
    }

    private static String join(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
    }
}
