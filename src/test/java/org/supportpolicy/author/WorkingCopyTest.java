package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.verify.Scenario;

class WorkingCopyTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void begin() {
        WorkingCopy.init(directory);
    }

    @Test
    void aFreshCopyIsThePolicyWithItsScenarios() {
        WorkingCopy copy = WorkingCopy.read(directory);
        assertThat(copy.problems()).isEmpty();
        assertThat(copy.policy()).isPresent();
        assertThat(copy.clauses()).hasSameSizeAs(copy.policy().orElseThrow().clauses());
        assertThat(copy.scenarios()).hasSizeGreaterThan(1000);
    }

    @Test
    void theStandardCopyIsThatWhichIsMade() {
        WorkingCopy standard = WorkingCopy.standard();
        WorkingCopy made = WorkingCopy.read(directory);
        assertThat(standard.problems()).isEmpty();
        assertThat(standard.draft().fingerprint()).isEqualTo(made.draft().fingerprint())
                .isEqualTo(standard.policy().orElseThrow().receipt().fingerprint());
        assertThat(standard.scenarios()).extracting(Scenario::title).isEqualTo(made.scenarios().stream().map(Scenario::title).toList());
        assertThat(standard.draft().rules()).isEqualTo(standard.policy().orElseThrow().rules());
    }

    @ParameterizedTest
    @CsvSource({"closure.drl, 346, closure.permanent", "closure.drl, 1, ''", "policy.nl.md, 34, scope.external-definitions", "policy.en.md, 1, ''", "readings.en.md, 9, ''", "none.drl, 1, ''"})
    void aProblemBelongsToTheClauseInWhichItStands(String file, int line, String clause) {
        WorkingCopy made = WorkingCopy.read(directory);
        Problem problem = Problem.of("SP-R018", "x").in(directory.resolve(file).toString()).at(line, 1, null);
        assertThat(made.draft().clauseOf(problem).orElse("")).isEqualTo(clause);
        assertThat(made.draft().clauseOf(Problem.of("SP-R018", "x"))).isEmpty();
    }

    /** What is being edited is checked as if it were written, and nothing is written. */
    @ParameterizedTest
    @CsvSource({
        "closure.drl, 'rule \"', 'ruel \"'",
        "closure.drl, Lifecycle(, Lifecycl(",
        "policy.en.md, closure.reopen, closure.reopens",
        "policy.nl.md, '### ', '# '",
        "readings.en.md, AMB-01, AMB-00",
        "scenarios/closure.yaml, given, gven",
        "scenarios/closure.yaml, 'title: ', 'title '",
        "facts.drl, '', declare",
        "further.drl, '', rule",
        "scenarios/further.yaml, '', '- title: none'",
    })
    void whatIsBeingEditedCountsAsIfItWereWritten(String file, String from, String to) throws IOException {
        Path path = directory.resolve(file);
        String text = from == null || from.isEmpty() ? to : Files.readString(path).replace(from, to);
        byte[] before = Files.exists(path) ? Files.readAllBytes(path) : null;

        WorkingCopy edited = WorkingCopy.read(directory, Map.of(file, text));

        assertThat(edited.problems()).isNotEmpty();
        assertThat(Files.exists(path) ? Files.readAllBytes(path) : null).isEqualTo(before);
        Files.writeString(path, text);
        assertThat(PolicyCheck.check(directory)).isEqualTo(edited.problems());
    }

    @Test
    void aMistakeInARuleLeavesTheClausesAndTheScenarios() {
        WorkingCopy edited = WorkingCopy.read(directory, Map.of("closure.drl", "rule"));
        assertThat(edited.policy()).isEmpty();
        assertThat(edited.clauses()).hasSizeGreaterThan(100);
        assertThat(edited.scenarios()).hasSizeGreaterThan(1000);
    }

    @Test
    void withoutScenariosThereAreNone() throws IOException {
        Path bare = Files.createDirectory(directory.resolve("bare"));
        Files.copy(directory.resolve("closure.drl"), bare.resolve("closure.drl"));
        assertThat(WorkingCopy.read(bare, Map.of("scenarios/a.yaml", "no list")).scenarios()).isEmpty();
    }

    @Test
    void aDirectoryWithoutRulesIsRefused() throws IOException {
        Path bare = Files.createDirectory(directory.resolve("bare"));
        assertThatThrownBy(() -> WorkingCopy.read(bare)).isInstanceOf(PolicyException.class).hasMessageContaining("SP-R002");
        assertThat(PolicyCheck.check(bare)).extracting(Problem::code).isEqualTo(List.of("SP-R002"));
    }

    @Test
    void whatIsReadAgainIsWhatIsReadAnew() throws IOException {
        Path scenarios = directory.resolve(WorkingCopy.SCENARIOS);
        WorkingCopy first = WorkingCopy.read(directory);
        String closure = Files.readString(scenarios.resolve("closure.yaml"));
        WorkingCopy twice = first.again(directory, Map.of("scenarios/again.yaml", closure));
        assertThat(said(twice)).isEqualTo(said(WorkingCopy.read(directory, Map.of("scenarios/again.yaml", closure)))).isNotEmpty();
        String clauses = Files.readString(directory.resolve("policy.en.md"));
        Map<String, String> renamed = Map.of("policy.en.md", clauses.replace("### closure.reopen ·", "### closure.reopened ·"));
        assertThat(said(first.again(directory, renamed))).isEqualTo(said(WorkingCopy.read(directory, renamed)))
                .anyMatch(said -> said.contains("scenarios/closure.yaml"));
        WorkingCopy back = twice.again(directory, Map.of());
        assertThat(back.problems()).isEmpty();
        assertThat(back.scenarios()).hasSameSizeAs(first.scenarios());
        Files.delete(scenarios.resolve("closure.yaml"));
        assertThat(back.again(directory, Map.of()).scenarios()).hasSameSizeAs(WorkingCopy.read(directory).scenarios())
                .hasSizeLessThan(first.scenarios().size());
    }

    private static List<String> said(WorkingCopy copy) {
        return copy.problems().stream().map(Problem::toString).toList();
    }
}
