package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that say what happens if nobody acts. */
class ShowOutlookTest {

    private static final String RESOLVED = """
            {"asOf":"2025-03-05T10:00:00+01:00","ticket":{"number":"T-7, \\"x\\"","state":"RESOLVED"},\
            "resolution":{"markedResolvedAt":"2025-03-04T10:00:00+01:00"}}
            """;

    private final StringWriter problems = new StringWriter();

    private String said(int status, String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(Main.run(args, new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, new PrintWriter(problems)))
                .as(problems.toString()).isEqualTo(status);
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void anOutlookIsToldInBothLanguages() {
        assertThat(said(0, RESOLVED, "outlook", "-")).contains("From Wed 12 March 2025, 00:00\n", "State: the ticket is closed",
                "[closure.permanent]", "Nothing else changes until Mon 5 March 2035, 10:00 if nobody acts.");
        assertThat(said(0, RESOLVED, "outlook", "--lang", "nl", "--until", "2025-03-11", "-"))
                .contains("Er verandert niets tot di 11 maart 2025, 23.59.59").doesNotContain("Vanaf");
    }

    @Test
    void theLastDayOfFactsIsAnEndAfterWhichNothingChanges() {
        assertThat(said(0, RESOLVED, "outlook", "--until", "2999-12-31", "-")).contains("\nNothing else changes any more if nobody acts.\n");
        String last = RESOLVED.replace("2025-03-05T10", "2999-12-31T10");
        assertThat(said(0, last, "outlook", "-")).contains("\nNothing changes any more if nobody acts.\n");
        assertThat(said(0, last, "outlook", "--lang", "nl", "-")).contains("\nEr verandert niets meer als niemand iets doet.\n");
        assertThat(said(0, RESOLVED, "outlook", "--lang", "nl", "--until", "2999-12-31", "-")).contains("\nDaarna verandert er niets meer als niemand iets doet.\n");
        assertThat(said(0, RESOLVED, "forecast", "-", "--until", "2999-12-31")).endsWith("1 fact set: 1 moment at which something falls due.\n");
        said(2, RESOLVED, "forecast", "-", "--until", "3000-01-01");
    }

    @Test
    void anEndBeforeTheTicketIsRefusedAndTheOtherTicketsAreLookedAt() {
        String earlier = RESOLVED.replace("2025-03-05T10", "2025-03-04T11");
        assertThat(said(1, RESOLVED + earlier, "outlook", "--json", "--until", "2025-03-04", "-").lines()).hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("\"asOf\":\"2025-03-04T11:00:00+01:00\",\"until\":\"2025-03-04T23:59:59"));
        assertThat(problems.toString()).contains("standard input:1\n", "SP-W012\n"
                + "    The end (2025-03-04) of an outlook must not lie before the instant of the fact set (2025-03-05T10:00:00+01:00).");
        assertThat(said(1, RESOLVED, "outlook", "--lang", "nl", "--until", "2025-03-05T08:59:59Z", "-")).isEmpty();
        assertThat(problems.toString()).contains("Het einde (2025-03-05T08:59:59Z) van een vooruitblik mag niet");
        assertThat(said(0, RESOLVED, "outlook", "--until", "2025-03-05T10:00:00+01:00", "-")).contains("Nothing changes");
    }

    @Test
    void aFileWithoutANameIsNamedAllTheSame() {
        said(1, "", "what-if", "");
        assertThat(problems.toString()).startsWith("\"\"  SP-I008");
    }

    @Test
    void aForecastOfNothingThatCouldBeReadSaysNoSum() {
        assertThat(said(1, "", "forecast", "none.jsonl", "--until", "2026-12-31")).isEmpty();
        assertThat(problems.toString()).startsWith("none.jsonl  SP-I008");
    }

    @Test
    void jsonSaysEachSectionBeforeAndAfterAndABadLineDoesNotStopTheOthers() {
        String said = said(1, "{\"asOf\":1}\n" + RESOLVED, "outlook", "--json", "-");
        assertThat(said).startsWith("{\"ticket\":\"T-7, \\\"x\\\"\",\"asOf\":\"2025-03-05T10:00:00+01:00\",\"until\":\"2035-03-05T10:00:00+01:00\","
                + "\"changes\":[{\"at\":\"2025-03-12T00:00:00+01:00\",\"sections\":[")
                .contains("{\"section\":\"lifecycle\",\"from\":{\"state\":\"RESOLVED\",\"reopenableUntil\":\"2025-03-12T00:00:00+01:00\","
                        + "\"closesAt\":\"2025-03-12T00:00:00+01:00\"},\"to\":{\"state\":\"CLOSED\"}}", "\"clauses\":[\"closure.permanent\",");
        assertThat(said.lines()).hasSize(1);
        assertThat(problems.toString()).contains("standard input:1");
    }

    @Test
    void aDecisionSaysHowLongItIsValidWhenAsked() {
        assertThat(said(0, RESOLVED, "decide", "--json", "--valid-until", "-"))
                .contains("\"asOf\":\"2025-03-05T10:00:00+01:00\",\"validUntil\":\"2025-03-12T00:00:00+01:00\",\"support\"");
        assertThat(said(0, RESOLVED, "decide", "--json", "-")).doesNotContain("validUntil");
        said(2, RESOLVED, "decide", "--valid-until", "-");
        assertThat(problems.toString()).contains("--valid-until must stand beside --json.");
    }

    @Test
    void aForecastSortsWhatFallsDue(@TempDir Path directory) throws IOException {
        String later = RESOLVED.replace("T-7, \\\"x\\\"", "T-6").replace("2025-03-04", "2025-03-05");
        assertThat(said(0, later + RESOLVED, "forecast", "-", "--until", "2025-12-31")).isEqualTo("""
                2025-03-12  1
                    00:00  closed  T-7, "x"
                2025-03-13  1
                    00:00  closed  T-6
                2 fact sets: 2 moments at which something falls due.
                """);
        Path csv = directory.resolve("due.csv");
        assertThat(said(0, later + RESOLVED, "forecast", "-", "--until", "2025-03-12", "--lang", "nl", "--csv", csv.toString()))
                .isEqualTo("2 feitensets: 1 moment waarop iets moet gebeuren of afloopt.\n");
        assertThat(Files.readString(csv)).isEqualTo("at,kind,ticket\r\n2025-03-12T00:00:00+01:00,CLOSING,\"T-7, \"\"x\"\"\"\r\n");
        assertThat(said(0, RESOLVED, "forecast", "-", "--until", "2020-01-01")).isEqualTo("1 fact set: 0 moments at which something falls due.\n");
        said(2, RESOLVED, "forecast", "-", "--until", "tomorrow");
        assertThat(problems.toString()).contains("The value (tomorrow) of --until must be a day such as 2026-12-31");
    }
}
