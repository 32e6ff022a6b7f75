package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Addition;
import org.supportpolicy.fact.By;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.fact.MissingUpdate;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketKind;

/** Fact sets from JSON: what is read, and what is said of what cannot be. */
class FactSetReaderTest {

    private static final FactSetReader READER = new FactSetReader();
    private static final FactSet NEW_YEAR = FactSet.builder(Instant.parse("2026-01-01T00:00:00Z")).build();

    @Test
    void everyKindOfValueIsRead() {
        FactSet facts = READER.read("t", """
                {"asOf": "2026-03-10T16:30:00+01:00",
                 "desk": {"zone": "America/Sao_Paulo", "hours": {"MONDAY": [["09:00", "12:00"], ["13:00", "24:00"]]},
                          "holidays": ["2026-12-25"], "firstResponseTargets": {"2": "PT4H"}, "promptPatching": "P14D"},
                 "ticket": {"number": "T-1", "kind": "TRAINING", "urgencySet": 3, "holds": [{"from": "2026-03-01T00:00:00Z"}]},
                 "intake": {"subject": "x", "notApplicable": ["serverUrl", "sampleMachines"],
                            "sampleMachines": [{"groupId": "g", "machineId": "m"}]},
                 "impact": null,
                 "causes": [{"type": "ADDITION", "by": "THIRD_PARTY", "causedProblem": true},
                            {"type": "MISSING_UPDATE", "availableOn": "2026-02-28"}]}
                """);
        assertThat(facts.asOf()).isEqualTo(Instant.parse("2026-03-10T15:30:00Z"));
        Desk desk = facts.get(Desk.class).orElseThrow();
        assertThat(desk.zone()).isEqualTo(ZoneId.of("America/Sao_Paulo"));
        assertThat(desk.hours()).containsEntry(DayOfWeek.MONDAY,
                List.of(OpenSpan.of("09:00", "12:00"), new OpenSpan(LocalTime.of(13, 0), LocalTime.MIDNIGHT)));
        assertThat(desk.holidays()).containsExactly(LocalDate.of(2026, 12, 25));
        assertThat(desk.targetFor(2)).isEqualTo(Duration.ofHours(4));
        assertThat(facts.get(Ticket.class).orElseThrow().kind()).isEqualTo(TicketKind.TRAINING);
        assertThat(facts.get(Intake.class).orElseThrow().notApplicable()).containsExactly(IntakeField.SERVER_URL, IntakeField.SAMPLE_MACHINES);
        assertThat(facts.causes()).containsExactly(Addition.builder().by(By.THIRD_PARTY).causedProblem(true).build(),
                MissingUpdate.builder().availableOn(LocalDate.of(2026, 2, 28)).build());
    }

    @Test
    void theInstantAloneIsAFactSet() {
        assertThat(READER.read("t", "{\"asOf\":\"2026-01-01T00:00:00Z\"}").facts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"asOf":"2026-01-01T00:00:00Z","tickt":{}}                            | 1:32 | /tickt                 | SP-I002 | The fact set has no (tickt).                                                     | Maybe ticket.
            {"asOf":"2026-01-01T00:00:00Z","ticket":{"urgncySet":2}}              | 1:42 | /ticket/urgncySet      | SP-I002 | The ticket has no (urgncySet).                                                   | Maybe urgencySet.
            {"asOf":"2026-01-01T00:00:00Z","ticket":{"urgencySet":7}}             | 1:55 | /ticket/urgencySet     | SP-I006 | The urgencySet (7) of ticket must be between 1 and 4.                            |
            {"asOf":"2026-01-01T00:00:00Z","ticket":{"urgencySet":"two"}}         | 1:55 | /ticket/urgencySet     | SP-I004 | The urgencySet (two) of ticket must be a whole number.                           |
            {"asOf":"2026-01-01T00:00:00Z","ticket":{"urgencySet":3.0}}           | 1:55 | /ticket/urgencySet     | SP-I004 | The urgencySet (3.0) of ticket must be a whole number                            |
            {"asOf":"2026-01-01T00:00:00Z","ticket":{"distinctProblems":-1}}      | 1:61 | /ticket/distinctProblems | SP-I006 | The distinctProblems (-1) of ticket must be 0 or more.                         |
            {"asOf":"2026-01-01T00:00:00Z","ticket":{"channel":"ONLINE_HELPDSK"}} | 1:52 | /ticket/channel        | SP-I005 | The channel (ONLINE_HELPDSK) of ticket must be one of ONLINE_HELPDESK, PHONE     | Maybe ONLINE_HELPDESK.
            {"asOf":"2026-01-01T00:00:00Z","contact":{"authorised":"yes"}}        | 1:56 | /contact/authorised    | SP-I004 | The authorised (yes) of contact must be true or false.                           |
            {"asOf":"2026-01-01T00:00:00Z","contact":{"certifiedUntil":"2026-02-29"}} | 1:60 | /contact/certifiedUntil | SP-I004 | must be a date that exists                                                 |
            {"asOf":"2026-01-01T00:00:00","ticket":{}}                            | 1:9  | /asOf                  | SP-I004 | must be a date and time with an offset                                           |
            {"ticket":{}}                                                         | 1:1  |                        | SP-I007 | The asOf of the fact set must be given.                                          |
            {"asOf":"2026-01-01T00:00:00Z","ticket":[]}                           | 1:41 | /ticket                | SP-I004 | The ticket (an array) must be an object.                                         |
            {"asOf":"2026-01-01T00:00:00Z","ticket":{},"ticket":{}}               | 1:44 | /ticket                | SP-I003 | The key (ticket) of fact set must stand there once.                              |
            {"asOf":"2026-01-01T00:00:00Z","causes":[{"by":"VENDOR"}]}            | 1:42 | /causes/0              | SP-I007 | The type of a cause must be given                                                |
            {"asOf":"2026-01-01T00:00:00Z","causes":[{"type":"ADITION"}]}         | 1:50 | /causes/0/type         | SP-I005 | The type (ADITION) of a cause must be one of                                     | Maybe ADDITION.
            {"asOf":"2026-01-01T00:00:00Z","causes":[{"type":"USE","by":"VENDOR"}]} | 1:56 | /causes/0/by         | SP-I002 | The cause USE has no (by).                                                       |
            {"asOf":"2026-01-01T00:00:00Z","intake":{"sampleMachines":[{"groupId":"g"}]}} | 1:60 | /intake/sampleMachines/0 | SP-I006 | The machineId (null) of sampleMachine must be given and not blank.   |
            {"asOf":"2026-01-01T00:00:00Z","desk":{"hours":{"MONDAY":[["17:00","09:00"]]}}} | 1:59 | /desk/hours/MONDAY/0 | SP-I006 | must end on the day on which it begins; write two spans, 17:00–24:00 and |
            {"asOf":"2026-01-01T00:00:00Z","desk":{"hours":{"MONDAI":[]}}}        | 1:49 | /desk/hours/MONDAI     | SP-I005 | must be one of MONDAY                                                            | Maybe MONDAY.
            {"asOf":"2026-01-01T00:00:00Z","desk":{"zone":"Europe/Amsterdm"}}     | 1:47 | /desk/zone             | SP-I004 | must be a time zone such as Europe/Amsterdam                                     |
            {"asOf":"2026-01-01T00:00:00Z","desk":{"firstResponseTargets":{"5":"PT1H"}}} | 1:63 | /desk/firstResponseTargets | SP-I006 | must name an urgency from 1 to 4                                     |
            [1]                                                                   | 1:1  |                        | SP-I004 | The fact set (an array) must be an object.                                       |
            {"asOf":"2026-01-01T00:00:00Z"} x                                     | 1:33 |                        | SP-I001 | The text                                                                         |
            {"asOf" "2026-01-01T00:00:00Z"}                                       | 1:9  |                        | SP-I001 | The text must be JSON                                                            | Maybe a comma or a colon is missing before it.
            """)
    void whatIsWrongIsSaidWhereItStands(String text, String place, String pointer, String code, String message, String advice) {
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> READER.read("t.json", text));
        Problem problem = refused.problems().get(0);
        assertThat(refused.problems()).hasSize(1);
        assertThat(problem.line() + ":" + problem.column()).isEqualTo(place);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.pointer() == null ? "" : problem.pointer()).isEqualTo(pointer == null ? "" : pointer);
        assertThat(problem.message()).contains(message);
        assertThat(problem.advice()).isEqualTo(advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"asOf":"2026-01-01T00:00:00Z","tickt":{}}                          | De feitenset heeft geen (tickt).
            {"asOf":"2026-01-01T00:00:00Z","ticket":{"urgencySet":7}}           | De urgencySet (7) van ticket moet tussen 1 en 4 liggen.
            {"asOf":"2026-01-01T00:00:00Z","ticket":{"urgencySet":12345678901}} | De urgencySet (12345678901) van ticket moet een geheel getal van ten hoogste 2147483647 zijn.
            {"asOf":"2026-01-01T00:00:00Z","ticket":{"channel":"FAX"}}          | De channel (FAX) van ticket moet een van deze zijn: ONLINE_HELPDESK, PHONE
            {"asOf":"2026-02-30T00:00:00Z"}                                     | De asOf (2026-02-30T00:00:00Z) moet op een dag liggen die bestaat.
            {"asOf":"2026-01-01T00:00:00Z","ticket":[]}                         | De ticket (een lijst) moet een object zijn.
            {"asOf":"2026-01-01T00:00:00Z","ticket":{"holds":[null]}}           | Een element van holds (null) moet ingevuld zijn.
            {"asOf":"2026-01-01T00:00:00Z","ticket":{"holds":[{"from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z"}]}} | De to (2026-01-01T00:00:00Z) van hold mag niet vóór from (2026-01-02T00:00:00Z) liggen.
            {"asOf":"2026-01-01T00:00:00Z","causes":[{"type":"USE","by":"X"}]}  | De oorzaak USE heeft geen (by).
            {"asOf":"2026-01-01T00:00:00Z","causes":[{"type":"X"}]}             | De type (X) van een oorzaak moet een van deze zijn: ADDITION
            {"asOf":"2026-01-01T00:00:00Z","causes":[{"by":"VENDOR"}]}          | Het type van een oorzaak moet ingevuld zijn
            {"asOf":"2026-01-01T00:00:00Z","desk":{"hours":{"MAANDAG":[]}}}     | De sleutel (MAANDAG) van hours moet een van deze zijn: MONDAY
            {"ticket":{}}                                                       | De asOf van de feitenset moet ingevuld zijn.
            {"asOf":"2026-01-01T00:00:00Z","ticket":{},"ticket":{}}             | De sleutel (ticket) van feitenset mag er maar één keer staan.
            {"asOf" 1}                                                          | De tekst moet JSON zijn; wat hier staat is dat niet.
            {"asOf":                                                            | De tekst moet JSON zijn; hij eindigt voordat zijn object eindigt.
            {"asOf":"2026-01-01T00:00:00Z"} {}                                  | De tekst moet na zijn JSON-object eindigen; er volgt nog iets.
            """)
    void whatIsWrongIsSaidInDutchToo(String text, String dutch) {
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> READER.read("t.json", text));
        assertThat(refused.problems()).hasSize(1);
        assertThat(refused.problems().get(0).said().dutch()).startsWith(dutch);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"asOf":"2026-01-01T00:00:00Z","ticket":{"number":"1",}}   | 1:55 | Maybe the comma before it is one too many.
            {"asOf":"2026-01-01T00:00:00Z" "ticket":{}}                | 1:32 | Maybe a comma or a colon is missing before it.
            {"asOf" "2026-01-01T00:00:00Z"}                            | 1:9  | Maybe a comma or a colon is missing before it.
            {'asOf':"2026-01-01T00:00:00Z"}                            | 1:2  | Maybe the double quotes of JSON ("), which are straight.
            {"asOf":“2026-01-01T00:00:00Z”}                            | 1:9  | Maybe the double quotes of JSON ("), which are straight.
            {asOf:"2026-01-01T00:00:00Z"}                              | 1:2  | Maybe a key; keys stand in double quotes.
            {"asOf":now}                                               | 1:9  | Maybe a text; texts stand in double quotes.
            {"impact":{"systemDown":True}}                             | 1:25 | Maybe true.
            {"impact":{"systemDown":None}}                             | 1:25 | Maybe null.
            {"ticket":{"urgencySet":02}}                               | 1:26 | Maybe a number; it has no plus, no zero and no point in front.
            {"intake":{"subject":"C:\\Programs"}}                      | 1:26 | Maybe a backslash of the text itself; JSON writes it twice.
            {"intake":{"subject":"a	b"}}                              | 1:24 | Maybe a line break or a tab within a text; JSON writes \\n and \\t.
            { // nothing                                               | 1:3  | Maybe a comment; JSON has none.
            <html>                                                     | 1:1  | Maybe this is HTML or XML.
            {"asOf":}                                                  | 1:9  |
            """)
    void whatWasProbablyMeantInsteadOfJsonIsSaid(String text, String place, String advice) {
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> READER.read("t.json", text));
        assertThat(refused.problems()).hasSize(1).allMatch(problem -> problem.code().equals("SP-I001"));
        Problem problem = refused.problems().get(0);
        assertThat(problem.line() + ":" + problem.column()).isEqualTo(place);
        assertThat(problem.advice()).isEqualTo(advice);
        assertThat(problem.toString()).doesNotContainIgnoringCase("jackson").doesNotContain("Feature", "token");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(READER.read("t", "\uFEFF{\"asOf\":\"2026-01-01T00:00:00Z\"}")).isEqualTo(NEW_YEAR);
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> READER.read("t", "\uFEFF{\"asOf\":1}"));
        assertThat(refused.problems()).extracting(Problem::column).as("as an editor counts").containsExactly(9);
        assertThat(refused).hasMessageContaining(" 1 | {\"asOf\":1}\n   |         ^");
    }

    @Test
    void anOffsetMayStandWithoutItsColon() {
        for (String now : List.of("2026-01-01T00:00:00+0000", "2026-01-01T01:00:00.000+0100", "2025-12-31T18:30-0530")) {
            assertThat(READER.read("t", "{\"asOf\":\"" + now + "\"}")).as(now).isEqualTo(NEW_YEAR);
        }
        assertThat(catchThrowableOfType(PolicyException.class, () -> READER.read("t", "{\"asOf\":\"2026-01-01T00:00:00+000\"}")).problems())
                .extracting(Problem::code).containsExactly("SP-I004");
    }

    @Test
    void bytesAndStreamsAreReadAsTextsAre() {
        byte[] utf8 = "{\"asOf\":\"2026-01-01T00:00:00Z\",\"ticket\":{\"number\":\"é\"}}".getBytes(StandardCharsets.UTF_8);
        FactSet facts = READER.read("t", new String(utf8, StandardCharsets.UTF_8));
        assertThat(READER.read("t", utf8)).isEqualTo(facts);
        assertThat(READER.read("t", new ByteArrayInputStream(utf8))).isEqualTo(facts);
        byte[] latin = new String(utf8, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(PolicyException.class, () -> READER.read("t", latin)).problems().get(0))
                .satisfies(problem -> assertThat(problem.where()).isEqualTo("t:1:52")).satisfies(problem -> assertThat(problem.code()).isEqualTo("SP-I008"));
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThat(catchThrowableOfType(PolicyException.class, () -> READER.read("t", broken))).hasMessageContaining("The stream must be readable to its end.");
    }

    @Test
    void whatOthersReadOrPutTogetherIsReadFromMaps() {
        Map<String, Object> map = Map.of("asOf", Instant.parse("2026-01-01T00:00:00Z"),
                "desk", Map.of("firstResponseTargets", Map.of(2, Duration.ofHours(4)), "holidays", Set.of(LocalDate.of(2026, 1, 1)), "hours",
                        Map.of(DayOfWeek.MONDAY, List.of(List.of("09:00", "17:00")))),
                "ticket", Map.of("kind", TicketKind.PROBLEM, "urgencySet", 2L), "causes", List.of(Map.of("type", "USE", "causedProblem", true)));
        FactSet written = READER.read("t", """
                {"asOf":"2026-01-01T00:00:00Z","desk":{"firstResponseTargets":{"2":"PT4H"},"holidays":["2026-01-01"],"hours":{"MONDAY":[["09:00","17:00"]]}},
                 "ticket":{"kind":"PROBLEM","urgencySet":2},"causes":[{"type":"USE","causedProblem":true}]}""");
        assertThat(READER.read("t", map).facts()).containsExactlyInAnyOrderElementsOf(written.facts());
        PolicyException refused = catchThrowableOfType(PolicyException.class,
                () -> READER.read("form", Map.of("asOf", "2026-01-01T00:00:00Z", "ticket", Map.of("urgencySet", 2.0, "stat", "ACTIVE"))));
        assertThat(refused.problems()).extracting(Problem::where).containsExactlyInAnyOrder("form  /ticket/urgencySet", "form  /ticket/stat");
        Map<String, Object> circle = new HashMap<>();
        circle.put("ticket", circle);
        assertThat(catchThrowableOfType(PolicyException.class, () -> READER.read("t", circle)).problems()).extracting(Problem::code).containsExactly("SP-I001");
        assertThat(catchThrowableOfType(PolicyException.class, () -> FactSetReader.strict().read("t",
                Map.of("asOf", "2026-01-01T00:00:00Z", "ticket", Map.of("createdAt", "2026-01-02T00:00:00Z")))).problems()).extracting(Problem::code).containsExactly("SP-I010");
    }

    @Test
    void everyProblemOfADocumentIsSaidAtOnceInItsOrder() {
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> READER.read("t.json", """
                {
                  "asOf": "yesterday",
                  "ticket": {
                    "urgencySet": 7,
                    "chanel": "PHONE",
                    "holds": [{"from": "2026-01-02T00:00:00Z", "to": "2026-01-01T00:00:00Z"}]
                  }
                }
                """));
        assertThat(refused.problems()).extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.pointer())
                .containsExactly("2:11 /asOf", "4:19 /ticket/urgencySet", "5:5 /ticket/chanel", "6:54 /ticket/holds/0/to");
        assertThat(refused).hasMessageContaining("""
                t.json:5:5  /ticket/chanel  SP-I002
                    The ticket has no (chanel).
                    Maybe channel.
                 5 |     "chanel": "*****",
                   |     ^""");
    }

    @Test
    void everyProblemOfABadCalendarIsSaid() {
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> READER.read("t.json", """
                {"asOf": "2026-01-01T00:00:00Z", "desk": {
                  "zone": "Europe/Nowhere",
                  "hours": {"MONDAY": [["17:00", "09:00"]], "TUESDAY": [["09:00", "12:00"], ["11:00", "13:00"]]},
                  "holidays": ["2026-02-30", "Christmas"]}}
                """));
        assertThat(refused.problems()).extracting(problem -> problem.line() + " " + problem.pointer())
                .containsExactly("2 /desk/zone", "3 /desk/hours", "3 /desk/hours/MONDAY/0", "4 /desk/holidays/0", "4 /desk/holidays/1");
        assertThat(catchThrowableOfType(PolicyException.class, () -> READER.read("t.json",
                "{\"asOf\": \"2026-01-01T00:00:00Z\", \"desk\": {\"hours\": {\"MONDAY\": []}}}"))).hasMessageContaining("must open at least once a week");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        PolicyException refused = catchThrowableOfType(PolicyException.class,
                () -> READER.read("t", "{\"ticket\":" + "[".repeat(100_000)));
        assertThat(refused.problems()).extracting(Problem::message)
                .containsExactly("The text must be JSON of at most 50 levels and 300000 values, without a key, text or number of excessive length.");
    }

    @Test
    void aProblemShowsItsLineHoweverLinesEnd() {
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> new FactSetReader().read("t",
                "{\"asOf\":\"x\",\r\n\"a\":true,\r\"b\":null,\n\n\"c\":false, \"" + "k".repeat(300) + "\":1,\n\"d\":true}"));
        assertThat(refused.getMessage().lines().filter(line -> line.contains(" | {") || line.contains(" | \"")))
                .containsExactly(" 1 | {\"asOf\":\"x\",", " 2 | \"a\":true,", " 3 | \"b\":null,", " 6 | \"d\":true}");
        assertThat(refused.problems()).extracting(Problem::line).containsExactly(1, 2, 3, 5, 5, 6);
    }

    @Test
    void aBadLineIsNumberedAndTheOthersAreStillRead() {
        String lines = Stream.of("{\"asOf\":\"2026-01-01T00:00:00Z\"}", "", "{\"asOf\":1}", "{\"asOf\":\"2026-01-02T00:00:00Z\"}")
                .collect(Collectors.joining("\n"));
        List<FactSetReader.Line> read = READER.lines("s", lines.lines()).toList();
        assertThat(read).extracting(FactSetReader.Line::number).containsExactly(1, 3, 4);
        assertThat(read).extracting(line -> line.facts() != null).containsExactly(true, false, true);
        assertThat(read.get(1).failure().problems().get(0).line()).isEqualTo(3);
    }

    @Test
    void aMissingFileIsSaid() {
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> READER.read(Path.of("no-such-file.json")));
        assertThat(refused).hasMessageContaining("no-such-file.json").hasMessageContaining("The file must exist.");
    }
}
