package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Limits;

/** Input at its ends: what is too far, too much or written in a second way is refused at its place, soon and in few words. */
class ReaderLimitsTest {

    private static final FactSetReader READER = new FactSetReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"asOf":"+999999999-12-31T23:59:59Z"}                                | /asOf                      | The asOf (+999999999-12-31T23:59:59Z) must lie in the years 1900 to 2999.
            {"asOf":"1899-12-31T23:59:59Z"}                                      | /asOf                      | The asOf (1899-12-31T23:59:59Z) must lie in the years 1900 to 2999.
            AS_OF"ticket":{"createdAt":"-999999999-01-01T00:00:00Z"}}            | /ticket/createdAt          | The createdAt (-999999999-01-01T00:00:00Z) of ticket must lie in the years 1900 to 2999.
            AS_OF"ticket":{"holds":[{"from":"3000-01-01T00:00:00Z"}]}}           | /ticket/holds/0/from       | The from (3000-01-01T00:00:00Z) of hold must lie in the years 1900 to 2999.
            AS_OF"desk":{"holidays":["2026-05-01","9999-05-01"]}}                | /desk/holidays/1           | The holidays (9999-05-01) of desk must lie in the years 1900 to 2999.
            AS_OF"desk":{"firstResponseTargets":{"2":"PT2500000H"}}}             | /desk/firstResponseTargets | The firstResponseTargets (PT2500000H) of desk must last at most 10 years.
            AS_OF"desk":{"promptPatching":"P101Y"}}                              | /desk/promptPatching       | The promptPatching (P101Y) of desk must last at most 100 years.
            AS_OF"desk":{"firstResponseTargets":{"2":"PT1H","+2":"PT2H"}}}       | /desk/firstResponseTargets/+2 | The key (+2) of firstResponseTargets must be a whole number.
            AS_OF"desk":{"firstResponseTargets":{"01":"PT1H"}}}                  | /desk/firstResponseTargets/01 | The key (01) of firstResponseTargets must be a whole number.
            AS_OF"desk":{"firstResponseTargets":{"\u0662":"PT1H"}}}              | /desk/firstResponseTargets/\u0662 | The key (\u0662) of firstResponseTargets must be a whole number.
            AS_OF"desk":{"hours":{"MONDAY":[["09:00","00:00:00"]]}}}             | /desk/hours/MONDAY/0/1     | The to (00:00:00) of span must be written 24:00 when it is the end of the day.
            AS_OF"desk":{"hours":{"MONDAY":[["09:00","00:00"]]}}}                | /desk/hours/MONDAY/0/1     | The to (00:00) of span must be written 24:00 when it is the end of the day.
            AS_OF"ticket":{"distinctProblems":-0}}                               | /ticket/distinctProblems   | The distinctProblems (-0) of ticket must be a whole number.
            AS_OF"ticket":{"urgencySet":1e0}}                                    | /ticket/urgencySet         | The urgencySet (1e0) of ticket must be a whole number.
            AS_OF"contact":{"certifiedUntil":"\u0662026-03-10"}}                 | /contact/certifiedUntil    | The certifiedUntil (\u0662026-03-10) of contact must be a date that exists
            AS_OF"ticket":{"number":"\\ud83d"}}                             | /ticket/number             | The number (\\ud83d) of ticket must hold no half of a character.
            AS_OF"ticket":{"state":"\\u001b[31m\\u202e"}}                        | /ticket/state              | The state (\\u001b[31m\\u202e) of ticket must be one of
            AS_OF"\\u001b[31m":1}                                                | /\\u001b[31m               | The fact set has no (\\u001b[31m).
            """)
    void whatIsTooFarOrWrittenASecondWayIsRefusedAtItsPlace(String json, String pointer, String message) {
        Problem problem = only(json.replace("AS_OF", "{\"asOf\":\"2026-01-01T00:00:00Z\","));
        assertThat(problem.pointer()).isEqualTo(pointer);
        assertThat(problem.message()).startsWith(message);
        assertThat(problem.line()).isOne();
    }

    @Test
    void aLineAtTheEndOfTimeCostsNoOther() {
        String lines = Stream.of("2026-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z")
                .map(asOf -> "{\"asOf\":\"" + asOf + "\"}").collect(Collectors.joining("\n"));
        assertThat(READER.lines("s", lines.lines()).map(line -> line.facts() != null).toList()).containsExactly(true, false, true, true);
    }

    @Test
    void whatIsQuotedIsShortWhereverItStands() {
        String word = "x".repeat(1_000_000);
        List<String> documents = List.of(facts("\"ticket\":{\"state\":\"" + word + "\"}"), facts("\"ticket\":{\"createdAt\":\"" + word + "\"}"),
                facts("\"ticket\":{\"number\":\"" + word + "\"}"), facts("\"desk\":{\"zone\":\"" + word + "\"}"), facts("\"" + word.substring(0, 40_000) + "\":1"),
                facts("\"desk\":{\"hours\":{\"" + word.substring(0, 40_000) + "\":[[\"a\",\"b\"]]}}"), facts("\"causes\":[{\"type\":\"" + word + "\"}]"),
                facts("\"desk\":{\"hours\":{\"MONDAY\":[[\"" + word + "\",\"10:00\"]]}}"), facts("\"desk\":{\"promptPatching\":\"P" + word + "\"}"),
                facts("\"desk\":{\"firstResponseTargets\":{\"1\":\"" + word + "\"}}"), facts("\"ticket\":{\"urgencySet\":" + "1".repeat(999) + "}"));
        for (String document : documents) {
            PolicyException refused = catchThrowableOfType(PolicyException.class, () -> READER.read("t", document));
            assertThat(refused.getMessage()).hasSizeLessThan(2_500);
            assertThat(refused.problems()).allSatisfy(problem -> assertThat(problem.said().dutch()).hasSizeLessThan(1_000));
        }
    }

    @Test
    void noMoreIsToldThanAHundredProblemsAndThatThereAreMore() {
        String holds = IntStream.range(0, 10_000).mapToObj(i -> "{}").collect(Collectors.joining(",\n"));
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> READER.read("t", facts("\"ticket\":{\"holds\":[" + holds + "]}")));
        assertThat(refused.problems()).hasSize(Limits.PROBLEMS + 1);
        assertThat(refused.problems().get(99).pointer()).isEqualTo("/ticket/holds/99");
        assertThat(refused.problems().get(99).line()).isEqualTo(100);
        assertThat(refused.problems().get(100).message()).isEqualTo("There are more problems than the 100 that are told.");
        assertThat(refused.problems().get(100).line()).isEqualTo(100);
        String keys = IntStream.range(0, 140_000).mapToObj(i -> "\"tickt" + i + "\":1").collect(Collectors.joining(","));
        assertThat(catchThrowableOfType(PolicyException.class, () -> READER.read("t", facts(keys))).problems()).hasSize(Limits.PROBLEMS + 1);
    }

    @Test
    void listsTextsAndDocumentsHaveTheirMost(@TempDir Path directory) throws IOException {
        assertThat(only(facts("\"ticket\":{\"holds\":" + list("{\"from\":\"2026-01-01T00:00:00Z\"}", 10_001) + "}")).message())
                .isEqualTo("The holds (10001) of ticket must have at most 10000 items.");
        assertThat(only(facts("\"desk\":{\"hours\":{\"MONDAY\":" + list("[\"09:00\",\"10:00\"]", 101) + "}}")).message())
                .isEqualTo("The hours (101) of MONDAY must have at most 100 items.");
        assertThat(only(facts("\"causes\":" + list("{\"type\":\"USE\"}", 1_001))).message()).isEqualTo("The causes (1001) must have at most 1000 items.");
        assertThat(READER.read("t", facts("\"causes\":" + list("{\"type\":\"USE\"}", 1_000))).causes()).hasSize(1_000);
        assertThat(only("[" + list("1", 400_000) + "]").message()).startsWith("The text must be JSON of at most 50 levels and 300000 values");
        assertThat(only(" ".repeat(10_000_001)).message()).isEqualTo("The text (10000001 characters) must have at most 10000000.");
        Path large = Files.write(directory.resolve("large.json"), new byte[30_000_001]);
        assertThatThrownBy(() -> READER.read(large)).isInstanceOf(PolicyException.class).hasMessageContaining("The file (30000001 bytes) must hold at most 10000000 characters");
    }

    @Test
    void aFileThatIsNoPlainOneOrNotUtf8IsSaid(@TempDir Path directory) throws Exception {
        Path pipe = directory.resolve("pipe.json");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        for (Path file : List.of(pipe, Path.of("/dev/zero"), directory)) {
            assertThatThrownBy(() -> READER.read(file)).isInstanceOf(PolicyException.class).hasMessageContaining("SP-I008").hasMessageContaining("must be a plain file");
        }
        Path latin = Files.write(directory.resolve("latin.json"), "{\n\"caf\u00e9\": 1}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> READER.read(latin)).isInstanceOf(PolicyException.class).hasMessageContaining("latin.json:2:5  SP-I008");
        assertThatThrownBy(() -> READER.read(directory.resolve("none"))).isInstanceOf(PolicyException.class).hasMessageContaining("must exist");
    }

    @Test
    void aLineThatATerminalWouldObeyIsNotShown() {
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> READER.read("t", "{\"asOf\" \u001b[31m\u202e}"));
        assertThat(refused.getMessage()).doesNotContain("\u001b").doesNotContain("\u202e");
    }

    private static String facts(String members) {
        return "{\"asOf\":\"2026-01-01T00:00:00Z\"," + members + "}";
    }

    private static String list(String item, int count) {
        return IntStream.range(0, count).mapToObj(i -> item).collect(Collectors.joining(",", "[", "]"));
    }

    private static Problem only(String json) {
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> READER.read("t", json));
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0);
    }
}
