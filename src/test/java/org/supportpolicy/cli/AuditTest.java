package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was decided and logged is decided again, and what has moved since is told. */
class AuditTest {

    private static final String RESOLVED = "{\"asOf\":\"%3$s-30T12:00:00Z\",\"desk\":{\"zone\":\"%2$s\"},\"ticket\":{\"number\":\"%1$s\",\"state\":\"RESOLVED\"},"
            + "\"resolution\":{\"markedResolvedAt\":\"%3$s-28T20:00:00Z\"}}\n";
    private static final String HOME = "Europe/Amsterdam";

    private static String resolved(String number, String zone, String month) {
        return String.format(RESOLVED, number, zone, month);
    }

    private static String log(String facts, String... options) {
        MainTest.Outcome logged = MainTest.run(facts, Stream.concat(Stream.of("decide", "--json", "--with-facts", "-"), Stream.of(options)).toArray(String[]::new));
        assertThat(logged.err()).isEmpty();
        return logged.out();
    }

    @Test
    void aLineHoldsTheDecisionBesideItsFacts() {
        String facts = resolved("T-1", HOME, "2026-10");
        String decision = MainTest.run(facts, "decide", "--json", "-").out().strip();
        assertThat(log(facts).lines()).singleElement().asString().matches("\\{\"library\":\"\\d+\\.\\d+\\.\\d+[^\"]*\",\"zoneRules\":\"sha256:[0-9a-f]{64}\",\"facts\":.*}")
                .contains("\"facts\":{\"asOf\":\"2026-10-30T12:00:00Z\",\"desk\":{\"zone\":\"Europe/Amsterdam\"},\"ticket\":{\"number\":\"T-1\"").endsWith(",\"decision\":" + decision + "}");
        assertThat(MainTest.run(facts, "decide", "--with-facts", "-")).satisfies(wrong -> {
            assertThat(wrong.status()).isEqualTo(2);
            assertThat(wrong.err()).contains("--json");
        });
    }

    @Test
    void whatComesOutAsItWasLoggedEndsWithZero() {
        String log = log(resolved("T-1", HOME, "2026-10") + "\n" + resolved("T-2", "America/Vancouver", "2026-10"));
        assertThat(MainTest.run(log, "audit", "-")).isEqualTo(new MainTest.Outcome(0, "2 decisions: 2 come out as they were logged, 0 otherwise.\n", ""));
        assertThat(MainTest.run(log, "audit", "--json", "-").out().lines()).containsExactly(
                "{\"source\":\"standard input\",\"line\":1,\"ticket\":\"T-1\",\"asOf\":\"2026-10-30T13:00:00+01:00\",\"same\":true,\"moved\":[],\"sections\":[]}",
                "{\"source\":\"standard input\",\"line\":2,\"ticket\":\"T-2\",\"asOf\":\"2026-10-30T05:00:00-07:00\",\"same\":true,\"moved\":[],\"sections\":[]}");
    }

    @Test
    void otherZoneDataNameExactlyTheTicketsInTheZoneThatMoved(@TempDir Path directory) throws Exception {
        Path facts = Files.writeString(directory.resolve("facts.jsonl"), IntStream.range(0, 60).mapToObj(i -> switch (i % 3) {
            case 0 -> resolved("moved-" + i, "America/Vancouver", "2026-10");
            case 1 -> resolved("summer-" + i, "America/Vancouver", "2026-06");
            default -> resolved("home-" + i, HOME, "2026-10");
        }).collect(Collectors.joining()));
        String log = Files.writeString(directory.resolve("log.jsonl"), process("test-1", 0, "decide", "--json", "--with-facts", facts.toString())).toString();
        assertThat(process("test-1", 0, "audit", log)).isEqualTo("60 decisions: 60 come out as they were logged, 0 otherwise.\n");
        String text = process("test-2", 1, "audit", log);
        assertThat(text.lines().filter(line -> line.contains("another decision")).map(line -> line.replaceAll(".*ticket ([\\w-]+),.*", "$1")))
                .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "moved-" + 3 * i).toList());
        assertThat(text).startsWith(log + """
                :1  ticket moved-0, 2026-10-30T05:00:00-07:00: another decision comes out
                    lifecycle.closesAt: 2026-11-05T00:00:00-08:00 -> 2026-11-05T00:00:00-07:00
                    lifecycle.reopenableUntil: 2026-11-05T00:00:00-08:00 -> 2026-11-05T00:00:00-07:00
                    Zone data: test-1 -> test-2; America/Vancouver goes by other rules since.
                """).endsWith("60 decisions: 40 come out as they were logged, 20 otherwise.\n"
                        + "Moved since: the rules for 0, the library for 0, the zone data for 60, other rules in the zone of 40.\n");
        assertThat(process("test-2", 1, "audit", "--json", log).lines()).hasSize(60)
                .allSatisfy(line -> assertThat(line.contains("\"same\":false")).isEqualTo(line.contains("\"ticket\":\"moved-")))
                .anySatisfy(line -> assertThat(line).contains("\"ticket\":\"moved-0\"", "\"moved\":[{\"part\":\"zoneData\",\"from\":\"test-1\",\"to\":\"test-2\",\"zone\":\"America/Vancouver\",\"otherRules\":true}]",
                        "\"sections\":[{\"section\":\"lifecycle\",\"from\":{\"state\":\"RESOLVED\",\"reopenableUntil\":\"2026-11-05T00:00:00-08:00\",", "\"to\":{\"state\":\"RESOLVED\",\"reopenableUntil\":\"2026-11-05T00:00:00-07:00\","))
                .anySatisfy(line -> assertThat(line).contains("\"ticket\":\"home-2\"", "\"same\":true", "\"zone\":\"Europe/Amsterdam\",\"otherRules\":false"));
    }

    /** What a process of its own prints under a version of the time-zone data. */
    private static String process(String zones, int status, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                "-Djava.time.zone.DefaultZoneRulesProvider=" + MovedZones.class.getName(), "-D" + MovedZones.VERSION + "=" + zones, Main.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(status);
        return out;
    }

    @Test
    void otherRulesAnotherLibraryAndNothingAtAllAreToldApart(@TempDir Path directory) throws IOException {
        String copy = directory.resolve("copy").toString();
        MainTest.run("", "init", copy);
        Path closure = directory.resolve("copy/closure.drl");
        Files.writeString(closure, Files.readString(closure).replace("daysAfter( 7,", "daysAfter( 5,"));
        String log = log(resolved("T-1", HOME, "2026-10"));
        assertThat(MainTest.run(log, "audit", "--rules", copy, "-").out()).contains("\n    lifecycle.closesAt: 2026-11-05T00:00:00+01:00 -> 2026-11-03T00:00:00+01:00\n")
                .containsPattern("\n    Rules: 1\\.0 sha256:\\w{64} -> 1\\.0 sha256:\\w{64}\n").contains("the rules for 1, the library for 0, the zone data for 0,");
        String older = log.replaceAll("\"library\":\"[^\"]+\"", "\"library\":\"0.0.1\"");
        assertThat(MainTest.run(older, "audit", "-")).satisfies(same -> {
            assertThat(same.status()).isZero();
            assertThat(same.out()).contains("the rules for 0, the library for 1, the zone data for 0,");
        });
        String forged = log.replace("\"state\":\"RESOLVED\",\"reopenableUntil\"", "\"state\":\"CLOSED\",\"reopenableUntil\"");
        assertThat(MainTest.run(forged, "audit", "-")).satisfies(other -> {
            assertThat(other.status()).isEqualTo(1);
            assertThat(other.out()).contains("    lifecycle.state: CLOSED -> RESOLVED\n    Nothing has moved: the log was changed, or it was not made by what it names.\n");
        });
        String swapped = log.replace("\"decision\":{", "\"decision\":{\"x\":").replaceFirst("\"x\":", "").replaceFirst("(\"decision\":.*)\"ticket\":\"T-1\"", "$1\"ticket\":\"T-2\"");
        assertThat(MainTest.run(swapped, "audit", "--lang", "nl", "-").out()).contains("ticket T-1, 2026-10-30T13:00:00+01:00: er komt een andere beslissing uit\n    ticket: T-2 -> T-1\n    Er is niets verschoven: ");
    }

    @Test
    void aLogThatDoesNotTellItsLibraryAndZoneRulesIsReadToo() {
        String log = log(resolved("T-1", HOME, "2026-10")).replaceAll("\"library\":\"[^\"]+\",\"zoneRules\":\"[^\"]+\",", "");
        assertThat(MainTest.run(log, "audit", "-").status()).isZero();
        String older = log.replaceAll("\"zoneData\":\"[^\"]+\"", "\"zoneData\":\"2001a\"").replace("\"closesAt\":\"2026-11-05T00", "\"closesAt\":\"2026-11-05T01");
        assertThat(MainTest.run(older, "audit", "-").out()).contains("Zone data: 2001a -> ", "; the log does not say by which rules Europe/Amsterdam went.");
        assertThat(MainTest.run(older, "audit", "--json", "-").out()).contains("\"zone\":\"Europe/Amsterdam\"}]");
    }

    @Test
    void aBadLineIsSaidWithItsPlaceAndTheOthersAreAudited(@TempDir Path directory) throws IOException {
        String good = log(resolved("T-1", HOME, "2026-10"));
        Path log = Files.writeString(directory.resolve("log.jsonl"), good + "{\"facts\":{\"asOf\":\"2026-10-30T12:00:00Z\",\"ticket\":{\"urgencySet\":7}},\"decision\":{\"policy\":{\"edition\":\"1.0\"}}}\n"
                + "[]\n{\"decision\":3,\"fact\":{}}\n" + good.replace("\"facts\":", "\"facts\":\n"));
        MainTest.Outcome outcome = MainTest.run("", "audit", log.toString(), directory.resolve("none").toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("1 decision: 1 comes out as it was logged, 0 otherwise.\n");
        assertThat(outcome.err()).contains("log.jsonl:2:64  /facts/ticket/urgencySet  SP-I006", "/decision/policy  SP-I007\n    The fingerprint of policy must be given.",
                "log.jsonl:3:1  (whole document)  SP-I004\n    The line of a log (an array) must be an object.", "  /decision  SP-I004\n    The decision (a number) must be an object.",
                "The line of a log has no (fact).\n    Maybe facts.", "The facts of a line of a log must be given.", "log.jsonl:5:", "log.jsonl:6:", "none  SP-I008");
        assertThat(MainTest.run("", "audit", directory.resolve("none").toString()).out()).isEmpty();
        assertThat(MainTest.run("{}\n", "audit", "--lang", "nl", "-").err()).contains("Van een regel van een logboek moet facts ingevuld zijn.");
        assertThat(MainTest.run("", "audit").status()).isEqualTo(2);
    }

    @Test
    void anEmptyLogIsRefusedAsAnEmptyFactSetIs(@TempDir Path directory) throws IOException {
        String empty = Files.writeString(directory.resolve("empty.json"), " \n\n").toString();
        for (String log : List.of(empty, "-")) {
            for (String language : List.of("en", "nl")) {
                MainTest.Outcome outcome = MainTest.run("", "audit", "--lang", language, log);
                assertThat(outcome).isEqualTo(MainTest.run("", "decide", "--lang", language, log));
                assertThat(outcome.status()).isEqualTo(1);
                assertThat(outcome.err()).contains("  SP-I001\n");
            }
        }
    }

    @Test
    void aLongLogIsReadLittleFurtherThanItIsAnswered() {
        byte[] line = log(resolved("T-1", HOME, "2026-10")).getBytes(StandardCharsets.UTF_8);
        int lines = 5_000;
        ManyLines log = new ManyLines(line, lines);
        int[] written = {0};
        int[] farthest = {0};
        PrintStream out = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int length) {
                written[0] += (int) new String(bytes, from, length, StandardCharsets.UTF_8).chars().filter(character -> character == '\n').count();
                farthest[0] = Math.max(farthest[0], log.given() - written[0]);
            }
        };
        assertThat(Main.run(new String[] {"audit", "--json", "-"}, log, out, new PrintWriter(Writer.nullWriter()))).isZero();
        assertThat(written[0]).isEqualTo(lines);
        assertThat(farthest[0]).isLessThan(2_000);
    }

    @Test
    void redactedLogsHoldNoFreeTextAndAuditAsWell() {
        String facts = "{\"asOf\":\"2026-03-10T16:30:00+01:00\",\"ticket\":{\"number\":\"T-1\",\"kind\":\"PROBLEM\"},\"intake\":{\"subject\":\"Secret one\",\"description\":\" \","
                + "\"serverUrl\":\"https://secret.example\",\"sampleMachines\":[{\"groupId\":\"secret\",\"machineId\":\"secret\"}]}}\n";
        assertThat(log(facts)).contains("Secret one", "https://secret.example");
        String redacted = log(facts, "--redact");
        assertThat(redacted.toLowerCase(Locale.ROOT)).doesNotContain("secret").contains("\"subject\":\"given\",\"description\":\"\"");
        assertThat(redacted.substring(redacted.indexOf("\"decision\":"))).isEqualTo(log(facts).substring(log(facts).indexOf("\"decision\":")));
        assertThat(MainTest.run(redacted, "audit", "-").status()).isZero();
        assertThat(log(facts, "--redact", "--show-texts").toLowerCase(Locale.ROOT)).doesNotContain("secret");
    }
}
