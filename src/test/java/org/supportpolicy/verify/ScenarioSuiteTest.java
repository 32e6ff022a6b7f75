package org.supportpolicy.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.json.DecisionTree;
import org.supportpolicy.model.RandomFactSets;

/** Scenario files: what they say when they are wrong, and when a decision is. */
class ScenarioSuiteTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();

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
                .containsExactlyInAnyOrder("a.yaml:2:50 SP-I002", "a.yaml:2:86 SP-I005", "a.yaml:3:12 SP-S005", "a.yaml:4:3 SP-S005", "a.yaml:4:3 SP-S003",
                        "b.yaml:2:10 SP-I007", "b.yaml:2:32 SP-I006", "b.yaml:3:30 SP-S005", "b.yaml:3:46 SP-S005", "b.yaml:4:31 SP-S005",
                        "b.yaml:5:13 SP-S006", "b.yaml:11:9 SP-S004");
        assertThat(refused).hasMessageContaining("Maybe systemDown.").hasMessageContaining("Maybe urgency.").hasMessageContaining("Maybe closure.permanent.")
                .hasMessageContaining("Maybe CLOSED_TOO_EARLY.").hasMessageContaining("A row (of 2 values) must have a value for each of the 3 columns.");
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
            SP-S003 | - {title: One, table: {given: [asOf]}}
            """)
    void aFileThatIsNoListOfScenariosIsRefused(String code, String text) throws IOException {
        write("a.yaml", text == null ? "" : text);
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> ScenarioSuite.of(POLICY, directory));
        assertThat(refused.problems()).extracting(problem -> problem.code()).contains(code);
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
                .hasMessageContaining("State: closed");
    }

    @Test
    void everyKeyOfADecisionMayBeExpected() {
        Set<String> written = new TreeSet<>();
        Stream.concat(ScenarioSuite.of(POLICY, Path.of("src/test/resources/scenarios")).scenarios().stream().map(Scenario::facts),
                IntStream.range(0, 200).mapToObj(seed -> new RandomFactSets(seed).next()))
                .forEach(facts -> keys("", DecisionTree.of(POLICY.decide(facts)), written));
        assertThat(Outline.keys()).containsExactlyInAnyOrderElementsOf(written);
    }

    private static void keys(String path, Object value, Set<String> keys) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((key, member) -> keys(path.isEmpty() ? (String) key : path + "." + key, member, keys));
        } else if (value instanceof java.util.List<?> items && !items.isEmpty() && items.get(0) instanceof Map) {
            items.forEach(item -> keys(path, item, keys));
        } else if (!(value instanceof java.util.List<?> items && items.isEmpty())) {
            keys.add(path);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
