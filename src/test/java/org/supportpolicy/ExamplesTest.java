package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.examples.DecideOneTicket;
import org.supportpolicy.examples.ServiceNowReplay;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.verify.ScenarioSuite;

/** The examples and the README do what they say. */
class ExamplesTest {

    private static final Path TICKETS = Path.of("examples/tickets");

    @TestFactory
    Stream<DynamicTest> everyTicketShowsTheClauseItIsListedWith() throws IOException {
        SupportPolicy policy = SupportPolicy.standard();
        String list = Files.readString(TICKETS.resolve("README.md"));
        List<String[]> rows = Pattern.compile("\\| `([\\w-]+\\.json)` \\|[^|]+\\| `([\\w.-]+)` \\|").matcher(list).results()
                .map(row -> new String[] {row.group(1), row.group(2)}).toList();
        try (Stream<Path> files = Files.list(TICKETS)) {
            assertThat(rows).extracting(row -> row[0]).containsExactlyInAnyOrderElementsOf(
                    files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")).toList());
        }
        return rows.stream().map(row -> DynamicTest.dynamicTest(row[0], () -> assertThat(
                policy.decide(new FactSetReader().read(TICKETS.resolve(row[0]))).reasons()).extracting(Reason::clause).contains(row[1])));
    }

    @Test
    void theReplayOfTheMadeUpRowsPrintsItsTable() throws IOException {
        String table = replay(Path.of("examples/servicenow-replay/sample.csv"));
        assertThat(table).contains("13 rows, 3 incidents, 8 decisions").containsPattern("urgency 1 +1 +0 +0 +0")
                .containsPattern("Reopened within seven days of being marked resolved +1\\b")
                .containsPattern("Reopened later, which the policy refuses +1\\b")
                .containsPattern("too early for the policy +1\\b")
                .contains("line 12 has an unknown incident_state (-100)");
    }

    @Test
    void theReplayOfTheRealLogAccountsForEveryRow() throws IOException {
        Path log = Path.of("../shared/data/uci498-lifecycle.csv.gz");
        assumeThat(log).as("the real incident log is not part of the project; it is skipped where it is not there").exists();
        assertThat(replay(log)).contains("141,712 rows, 24,918 incidents", "Rows that cannot be read and were left out")
                .contains("line 115643 has an unknown incident_state (-100)");
    }

    @Test
    void aLogWithAnotherHeaderIsRefused(@TempDir Path directory) throws IOException {
        Path log = Files.writeString(directory.resolve("log.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> replay(log)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("must be number,seq");
    }

    @Test
    void theJavaOfTheReadmeIsTheExampleThatIsCompiled() throws IOException {
        Matcher snippets = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        String examples = stripped(Files.readString(Path.of("examples/embedding/DecideOneTicket.java")))
                + stripped(Files.readString(Path.of("examples/embedding/HostPolicyTest.java")));
        assertThat(snippets.results().map(snippet -> stripped(snippet.group(1)))).hasSize(3).allSatisfy(snippet -> assertThat(examples).contains(snippet));
    }

    @Test
    void theScenarioOfTheReadmeIsAsExpected(@TempDir Path directory) throws IOException {
        Matcher snippet = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertThat(snippet.find()).isTrue();
        SupportPolicy policy = SupportPolicy.standard();
        var scenarios = ScenarioSuite.of(policy, Files.writeString(directory.resolve("readme.yaml"), snippet.group(1))).scenarios();
        assertThat(scenarios).hasSize(2).allSatisfy(scenario -> scenario.verify(policy));
    }

    @Test
    void theRuleOfTheReadmeStandsInItsFile() throws IOException {
        Matcher rule = Pattern.compile("```\n(rule .*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertThat(rule.find()).isTrue();
        assertThat(Files.readString(Path.of("src/main/resources/rules/closure.drl"))).contains(rule.group(1));
    }

    @Test
    void theTextOfTheReadmeIsWhatTheExamplePrints() throws IOException {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            DecideOneTicket.main(new String[0]);
        } finally {
            System.setOut(out);
        }
        Matcher shown = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertThat(shown.find()).isTrue();
        Stream.of(shown.group(1).split("…\n")).map(String::strip).filter(part -> !part.isEmpty())
                .forEach(part -> assertThat(printed.toString(StandardCharsets.UTF_8)).contains(part));
    }

    private static String stripped(String java) {
        return java.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static String replay(Path log) throws IOException {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        new ServiceNowReplay().run(log, new PrintStream(table, true, StandardCharsets.UTF_8), null);
        return table.toString(StandardCharsets.UTF_8);
    }
}
