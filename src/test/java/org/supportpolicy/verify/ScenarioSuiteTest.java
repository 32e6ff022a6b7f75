package org.supportpolicy.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpolicy.Clause;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.internal.source.Limits;
import org.supportpolicy.json.DecisionTree;
import org.supportpolicy.model.RandomFactSets;

/** Scenario files: what they say when they are wrong, and when a decision is. */
class ScenarioSuiteTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final List<String> CLAUSES = POLICY.clauses().stream().map(Clause::id).toList();

    @TempDir
    private Path directory;

    @Test
    void everyMistakeOfEveryFileIsSaidWhereItStands() throws IOException {
        write("a.yaml", """
                - title: One
                  given: {asOf: "2025-03-12T00:00:00Z", impact: {systemDwon: true, productionImpact: CRITICL}}
                  expect: {urgncy: {level: 1}}
                - titel: Two
                  given: {}
                """);
        write("b.yaml", """
                - title: Three
                  given: {ticket: {urgencySet: 7}}
                  expect: {support: {answer: OWD}, urgency: {levl: 1}}
                  excludes: {irregularities: [CLOSED_TO_EARLY]}
                  because: [closure.permanet]
                - title: Four
                  table:
                    given: [asOf, ticket.state]
                    expect: [lifecycle.state]
                    rows:
                      - ["2025-03-12T00:00:00Z", CLOSED]
                """);
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> ScenarioSuite.of(POLICY, directory));
        assertThat(refused.problems()).extracting(problem -> problem.source().replace(directory + "/", "") + ":" + problem.line() + ":" + problem.column() + " " + problem.code())
                .containsExactly("a.yaml:2:50 SP-I002", "a.yaml:2:86 SP-I005", "a.yaml:3:12 SP-S005", "a.yaml:4:3 SP-S005", "a.yaml:4:3 SP-S003",
                        "b.yaml:2:10 SP-I007", "b.yaml:2:32 SP-I006", "b.yaml:3:30 SP-S005", "b.yaml:3:46 SP-S005", "b.yaml:4:31 SP-S005",
                        "b.yaml:5:13 SP-S006", "b.yaml:11:9 SP-S004");
        assertThat(refused).hasMessageContaining("Maybe systemDown.").hasMessageContaining("Maybe urgency.").hasMessageContaining("Maybe closure.permanent.")
                .hasMessageContaining("Maybe CLOSED_TOO_EARLY.").hasMessageContaining("A row must have as many values (2) as there are columns (3).");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SP-S002 | - title: One: two
            SP-S002 | - {title: One, title: Two, expect: {}}
            SP-S002 | ''
            SP-S003 | title: One
            SP-S003 | - One
            SP-S003 | - {title: One, given: {asOf: "2025-03-12T00:00:00Z"}}
            SP-S003 | - {title: One, given: {asOf: "2025-03-12T00:00:00Z"}, because: closure.permanent}
            SP-S003 | - {title: One, given: {asOf: "2025-03-12T00:00:00Z"}, includes: {needs: intake}}
            SP-S003 | - {title: One, given: {asOf: "2025-03-12T00:00:00Z"}, expect: {}}
            SP-S003 | - {title: One, given: {asOf: "2025-03-12T00:00:00Z"}, expect: {urgency: {}}, because: [], includes: {needs: []}}
            SP-S003 | - {title: One, given: {asOf: "2025-03-12T00:00:00Z"}, expect: [urgency]}
            SP-S005 | - {title: One, given: {asOf: "2025-03-12T00:00:00Z"}, excludes: {urgency: [2]}}
            SP-S003 | - {title: One, table: {given: [asOf]}}
            SP-S003 | - {title: One, table: {given: [asOf, [asOf]], expect: [urgency], rows: [["2025-03-12T00:00:00Z", 1, null]]}}
            SP-S003 | - {title: One, table: {given: [asOf, asOf], expect: [urgency], rows: [["2025-03-12T00:00:00Z", "2025-03-12T00:00:00Z", null]]}}
            """)
    void aFileThatIsNoListOfScenariosIsRefused(String code, String text) throws IOException {
        write("a.yaml", text == null ? "" : text);
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> ScenarioSuite.of(POLICY, directory));
        assertThat(refused.problems()).extracting(problem -> problem.code()).contains(code);
    }

    @Test
    void aMistakeInAColumnOrInWhatTheRowsShareIsSaidOnceWhereItStands() throws IOException {
        write("a.yaml", """
                - title: A ticket keeps its state
                  given: {ticket: {urgencySet: 7}}
                  because: [closure.permanet]
                  table:
                    given: [asOf, tickt.state]
                    expect: [lifecycle.stat]
                    rows:
                      - ["2025-03-12T00:00:00Z", ACTIVE, ACTIVE]
                      - ["2025-03-12T00:00:00Z", CLOSED, CLOSED]
                      - ["yesterday", RESOLVED, RESOLVED]
                """);
        assertThat(said()).containsExactly("a.yaml:2:32 SP-I006", "a.yaml:3:13 SP-S006", "a.yaml:5:19 SP-I002", "a.yaml:6:14 SP-S005", "a.yaml:10:10 SP-I004");
    }

    @Test
    void aTitleOrARowThatStandsTwiceIsSaidWithWhereItStandsFirst() throws IOException {
        write("a.yaml", """
                - title: A closed ticket stays closed
                  given: {asOf: "2025-03-12T00:00:00Z", ticket: {state: CLOSED}}
                  expect: {lifecycle: {state: CLOSED}}
                """);
        write("b.yaml", """
                - title: A ticket keeps its state
                  given: {asOf: "2025-03-12T00:00:00Z"}
                  table:
                    given: [ticket.state]
                    expect: [lifecycle.state]
                    rows:
                      - [ACTIVE, ACTIVE]
                      - [CLOSED, CLOSED]
                      - [ACTIVE, ACTIVE]
                - title: A closed ticket stays closed
                  given: {asOf: "2025-03-12T00:00:00Z", ticket: {state: CLOSED}}
                  expect: {lifecycle: {state: CLOSED}}
                """);
        List<Problem> problems = ScenarioSuite.problems(CLAUSES, directory);
        assertThat(said()).containsExactly("b.yaml:9:9 SP-S008", "b.yaml:10:10 SP-S008");
        assertThat(problems.get(0).message()).isEqualTo("A row must stand there once; the same stands on line 7.");
        assertThat(problems.get(1).said().dutch()).isEqualTo("De title (A closed ticket stays closed) mag er maar één keer staan; hij staat al in "
                + directory.resolve("a.yaml") + ":1.");
        assertThat(ScenarioSuite.problems(CLAUSES, directory.resolve("a.yaml"), directory.resolve("a.yaml"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void noTextStopsTheReadingOfTheOtherFiles(String place, String code, String message, String text) throws IOException {
        write("a.yaml", text);
        write("b.yaml", "- titel: One\n");
        List<Problem> problems = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ScenarioSuite.problems(CLAUSES, directory));
        assertThat(said()).contains("a.yaml:" + place + " " + code).endsWith("b.yaml:1:3 SP-S005", "b.yaml:1:3 SP-S003");
        assertThat(problems).extracting(Problem::message).anyMatch(said -> said.startsWith(message));
    }

    static Stream<Arguments> noTextStopsTheReadingOfTheOtherFiles() {
        String laughs = IntStream.range(1, 20).mapToObj(level -> "- &a" + level + " [" + ("*a" + (level - 1) + ", ").repeat(9) + "*a" + (level - 1) + "]\n")
                .collect(Collectors.joining("", "- &a0 [ha]\n", ""));
        String rows = "- {title: A, given: {desk: {holidays: [" + "x, ".repeat(2_000) + "x]}}, table: {given: [asOf], expect: [urgency], rows: [" + "[a, b], ".repeat(1_000) + "[a, b]]}}";
        return Stream.of(
                arguments("6:48", "SP-S002", "The file must hold at most 200000 values", laughs),
                arguments("1:10", "SP-S002", "The alias (*a) must name what was marked &a", "- &a [b, *a]"),
                arguments("1:3", "SP-S002", "The alias (*a)", "- *a"),
                arguments("1:33", "SP-S002", "The text must not go deeper than 32 levels", "[".repeat(50_000)),
                arguments("1:65", "SP-S002", "The text must not go deeper", "- ".repeat(50_000)),
                arguments("1:157", "SP-S002", "The text must not go deeper", "{\"a\":".repeat(50_000)),
                arguments("1:11", "SP-S002", "The number (.inf) must be written", "- {title: .inf}"),
                arguments("1:10", "SP-S002", "The number (" + "9".repeat(200), "- title: " + "9".repeat(200_000)),
                arguments("1:10", "SP-S002", "The tag (tag:yaml.org,2002:int) must not stand there.", "- title: !!int abc"),
                arguments("1:3", "SP-S002", "The tag (!desk) must not stand there.", "- !desk {title: a}"),
                arguments("1:3", "SP-S002", "The tag (tag:yaml.org,2002:set)", "- !!set {a, b}"),
                arguments("2:1", "SP-S002", "The text must be YAML, which has no tab here.", "- title: a\n\tgiven: b"),
                arguments("1:9", "SP-S002", "The text must be YAML; a colon does not fit here.", "- a: \"b\": c"),
                arguments("1:4", "SP-S002", "A key must be a text.", "- {[a]: b}"),
                arguments("2:1", "SP-S002", "The file must hold one document", "- a\n---\n- b"),
                arguments("2:3", "SP-S002", "The text must hold no character (U+0007)", "- a\n- \u0007"),
                arguments("1:9", "SP-S002", "The text must be YAML; it ends", "- {title"),
                arguments("1:11", "SP-S002", "The text must be YAML; it ends", "- titl: \"a"),
                arguments("1:6053", "SP-S003", "A table must hold at most 1000000 values", rows));
    }

    @Test
    void aFileThatIsNoTextOfOrdinarySizeIsSaidAndTheOthersAreRead() throws IOException {
        Files.write(directory.resolve("a.yaml"), new byte[] {'-', ' ', (byte) 0xC3, '('});
        write("b.yaml", "#".repeat(2_000_000));
        Files.createDirectory(directory.resolve("c.yaml"));
        write("d.yaml", "\uFEFF- title: One");
        assertThat(said()).containsExactly("a.yaml:1:3 SP-S001", "b.yaml:0:0 SP-S001", "d.yaml:1:3 SP-S003", "d.yaml:1:3 SP-I007");
        assertThat(ScenarioSuite.problems(CLAUSES, Path.of("/dev/null"))).extracting(Problem::message).containsExactly("The file must be a plain file.");
    }

    @Test
    void filesThatNeverEndOrLieElsewhereAreNotRead() throws Exception {
        Path scenarios = Files.createDirectory(directory.resolve("scenarios"));
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "a line of a file elsewhere");
        Files.createSymbolicLink(scenarios.resolve("a.yaml"), elsewhere);
        Files.createSymbolicLink(scenarios.resolve("b.yaml"), Path.of("/dev/zero"));
        assertThat(new ProcessBuilder("mkfifo", scenarios.resolve("c.yaml").toString()).start().waitFor()).isZero();
        Files.createSymbolicLink(scenarios.resolve("d.yaml"), Path.of("gone"));
        Files.createSymbolicLink(scenarios.resolve("again"), Path.of("."));
        Path plain = Files.writeString(scenarios.resolve("plain"), "- title: One\n");
        Files.createSymbolicLink(scenarios.resolve("e.yml"), plain);
        List<Problem> problems = ScenarioSuite.problems(CLAUSES, scenarios);
        assertThat(problems).extracting(problem -> problem.source().replace(scenarios + "/", "") + " " + problem.code() + " " + problem.message()).startsWith(
                "a.yaml SP-S001 The file must lie within the directory of the scenarios; a link leads out of it.", "b.yaml SP-S001 The file must lie within the directory of the scenarios; a link leads out of it.",
                "c.yaml SP-S001 The file must be a plain file.", "d.yaml SP-S001 The file must exist.", "e.yml SP-S003 A scenario must expect something: expect, includes, excludes, because, silent, outlook.");
        assertThat(problems.toString()).doesNotContain("a line of a file");
        Path link = Files.createSymbolicLink(directory.resolve("link"), scenarios);
        assertThat(ScenarioSuite.problems(CLAUSES, link)).hasSameSizeAs(problems).allSatisfy(problem -> assertThat(problem.source()).startsWith(link.toString()));
    }

    @Test
    void thereIsAnEndToTheFilesScenariosAndProblemsOfASuite() throws IOException {
        String head = "- title: A ticket\n  given: {asOf: \"2025-03-12T00:00:00Z\"}\n  table:\n    given: [ticket.number]\n    expect: [urgency]\n    rows:\n";
        write("a.yaml", IntStream.range(0, Limits.SCENARIOS + 1).mapToObj(i -> "      - [T" + i + ", null]\n").collect(Collectors.joining("", head, "")));
        assertThat(ScenarioSuite.problems(CLAUSES, directory)).extracting(Problem::message)
                .containsExactly("The files must hold at most 10000 scenarios in all, each row of a table being one.");
        write("a.yaml", "- {a: b}\n".repeat(50_000));
        assertThat(ScenarioSuite.problems(CLAUSES, directory)).hasSize(200);
        write("a.yaml", "- {title: A, because: [" + "closure.permanet, ".repeat(55_000) + "]}");
        assertThat(ScenarioSuite.problems(CLAUSES, directory)).hasSize(200);
        for (int i = 0; i < Limits.SCENARIO_FILES; i++) {
            write(i + ".yaml", "");
        }
        assertThat(ScenarioSuite.problems(CLAUSES, directory)).extracting(Problem::message).containsExactly("The directory (" + directory + ") must hold at most 1000 scenario files.");
    }

    @Test
    void whatStandsBehindAnAliasCountsWhereverItIsNamed() throws IOException {
        write("a.yaml", """
                - title: A ticket keeps its state
                  given: &closed {asOf: "2025-03-12T00:00:00Z", ticket: {state: CLOSED}}
                  expect: &state {lifecycle: {state: CLOSED}}
                - title: And again
                  given: *closed
                  expect: *state
                """);
        assertThat(ScenarioSuite.of(POLICY, directory).scenarios()).hasSize(2).allSatisfy(each -> each.verify(POLICY));
    }

    @Test
    void aPlaceWithoutScenariosIsRefused() {
        assertThatThrownBy(() -> ScenarioSuite.of(POLICY, directory)).isInstanceOf(PolicyException.class).hasMessageContaining("must hold a scenario file");
        assertThatThrownBy(() -> ScenarioSuite.of(POLICY, directory.resolve("none.yaml"))).isInstanceOf(PolicyException.class).hasMessageContaining("The file must exist.");
    }

    @Test
    void aDecisionThatIsNotAsExpectedIsExplained() throws IOException {
        write("a.yaml", """
                - title: A window
                  given: {ticket: {state: RESOLVED}, resolution: {markedResolvedAt: "2025-03-04T10:00:00+01:00"}}
                  table:
                    given: [asOf]
                    expect: [lifecycle, because, silent, includes.irregularities, excludes.irregularities]
                    rows:
                      - ["2025-03-12T00:00:00+01:00", {state: CLOSED, closesAt: null}, [closure.permanent], [duty.reasonable-efforts], [RESOLVED_WITHOUT_GROUND], [CLOSED_TOO_EARLY]]
                      - ["2025-03-12T00:00:00+01:00", {state: RESOLVED, closesAt: null}, [duty.reasonable-efforts], [closure.permanent], [CLOSED_TOO_EARLY], [RESOLVED_WITHOUT_GROUND]]
                """);
        ScenarioSuite suite = ScenarioSuite.of(POLICY, directory.resolve("a.yaml"));
        suite.scenarios().get(0).verify(POLICY);
        assertThat(suite.scenarios().get(1).line()).isEqualTo(8);
        assertThatThrownBy(() -> suite.scenarios().get(1).verify(POLICY)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("a.yaml:8  A window")
                .hasMessageContaining("  Expected: lifecycle.state RESOLVED\n  Actual:   lifecycle.state CLOSED")
                .hasMessageContaining("  Expected: because duty.reasonable-efforts")
                .hasMessageContaining("  Expected: closure.permanent is silent")
                .hasMessageContaining("  Expected: irregularities includes CLOSED_TOO_EARLY\n  Actual:   irregularities [RESOLVED_WITHOUT_GROUND]")
                .hasMessageContaining("  Expected: irregularities excludes RESOLVED_WITHOUT_GROUND")
                .hasMessageContaining("State: the ticket is closed");
    }

    @Test
    void aClauseHoldsForTheAnswersItStandsBesideAndForNoOther() throws IOException {
        String given = "  given: {asOf: \"2025-03-12T00:00:00+01:00\", ticket: {state: RESOLVED}, resolution: {markedResolvedAt: \"2025-03-04T10:00:00+01:00\", reopenRequestedAt: \"2025-03-12T00:00:00+01:00\"}}\n";
        write("a.yaml", "- title: State\n" + given + "  expect: {lifecycle: {state: CLOSED}}\n  because: [closure.permanent, closure.reopen]\n"
                + "- title: State for the refusal\n" + given + "  expect: {lifecycle: {state: CLOSED}}\n  because: [closure.no-reopen-after-permanent]\n"
                + "- title: Refusal\n" + given + "  includes: {actions: [{action: REFUSE_REOPENING}]}\n  because: [closure.no-reopen-after-permanent, closure.permanent]\n"
                + "- title: Another action for the refusal\n" + given + "  includes: {actions: [{action: CLOSE_PERMANENTLY}]}\n  because: [closure.no-reopen-after-permanent]\n"
                + "- title: Nothing beside it\n" + given + "  expect: {version: null, exclusions: []}\n  because: [closure.no-reopen-after-permanent]\n");
        List<Scenario> scenarios = ScenarioSuite.of(POLICY, directory).scenarios();
        for (int good : new int[] {0, 2, 4}) {
            scenarios.get(good).verify(POLICY);
        }
        assertThatThrownBy(() -> scenarios.get(1).verify(POLICY)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("  Expected: because closure.no-reopen-after-permanent\n  Actual:   because closure.permanent, closure.reopen\n");
        assertThatThrownBy(() -> scenarios.get(3).verify(POLICY)).isInstanceOf(AssertionError.class);
    }

    @Test
    void everyAnswerThatIsNoReceiptShowsAFindingWhoseClausesItMayName() {
        Set<String> answers = Outline.keys().stream().filter(key -> !key.matches("policy\\..*|ticket|asOf|needs|notes\\..*"))
                .map(key -> Outline.isList(key.replaceFirst("\\..*", "")) ? key.replaceFirst("\\..*", "") : key).collect(Collectors.toSet());
        assertThat(Grounds.SHOWN.keySet()).isEqualTo(answers);
    }

    @Test
    void notesMayBeExpected() throws IOException {
        String given = "  given: {asOf: \"2025-03-12T00:00:00+01:00\", resolution: {markedResolvedAt: \"2025-03-12T00:00:05+01:00\"}}\n";
        write("a.yaml", "- title: It is told\n" + given + "  includes: {notes: [{path: resolution.markedResolvedAt, kind: LATER}]}\n"
                + "- title: It is not told\n" + given + "  expect: {notes: []}\n");
        List<Scenario> scenarios = ScenarioSuite.of(POLICY, directory).scenarios();
        scenarios.get(0).verify(POLICY);
        assertThatThrownBy(() -> scenarios.get(1).verify(POLICY)).isInstanceOf(AssertionError.class).hasMessageContaining("kind=LATER");
        write("a.yaml", "- title: There is no such kind\n" + given + "  includes: {notes: [{kind: LATE}]}\n");
        assertThat(said()).containsExactly("a.yaml:3:29 SP-S005");
    }

    @Test
    void everyKeyOfADecisionMayBeExpected() {
        Set<String> written = new TreeSet<>();
        Stream.concat(ScenarioSuite.of(POLICY, Path.of("src/test/resources/scenarios")).scenarios().stream().map(Scenario::facts),
                IntStream.range(0, 200).mapToObj(seed -> new RandomFactSets(seed).next()))
                .forEach(facts -> keys("", DecisionTree.of(POLICY.decide(facts)), written));
        written.add("queue.precedence"); // which only a policy of one's own gives
        assertThat(Outline.keys()).containsExactlyInAnyOrderElementsOf(written);
    }

    private static void keys(String path, Object value, Set<String> keys) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((key, member) -> keys(path.isEmpty() ? (String) key : path + "." + key, member, keys));
        } else if (value instanceof List<?> items && !items.isEmpty() && items.get(0) instanceof Map) {
            items.forEach(item -> keys(path, item, keys));
        } else if (!(value instanceof List<?> items && items.isEmpty())) {
            keys.add(path);
        }
    }

    private List<String> said() {
        return ScenarioSuite.problems(CLAUSES, directory).stream()
                .map(problem -> problem.source().replace(directory + "/", "") + ":" + problem.line() + ":" + problem.column() + " " + problem.code()).toList();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
