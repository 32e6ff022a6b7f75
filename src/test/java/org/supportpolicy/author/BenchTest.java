package org.supportpolicy.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.LocalTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.Decision;
import org.supportpolicy.EarlyAnswer;
import org.supportpolicy.HostedPartners;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.verify.ScenarioSuite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;


/** What an analyst does with a working copy. */
class BenchTest {

    /** Of how many small mistakes one is made; the gate makes all. */
    private static final int MUTANTS = Integer.getInteger("supportpolicy.mutants", 8);
    /** Of how many combinations of facts one is looked at for gaps; the gate looks at all. */
    private static final int COMBINATIONS = Integer.getInteger("supportpolicy.combinations", 7);
    private static final SupportPolicy STANDARD = SupportPolicy.standard();
    private static final List<Scenario> SCENARIOS = ScenarioSuite.of(STANDARD, Path.of("src/test/resources/scenarios")).scenarios();

    @TempDir
    private Path directory;

    @BeforeEach
    void init() {
        WorkingCopy.init(directory);
    }

    @Test
    void aWorkingCopyIsTheStandardPolicyWithItsScenarios() throws IOException {
        assertThat(SupportPolicy.load(directory).receipt()).isEqualTo(STANDARD.receipt());
        assertThat(PolicyCheck.check(directory)).isEmpty();
        assertThat(ScenarioSuite.of(STANDARD, directory.resolve("scenarios")).scenarios()).hasSameSizeAs(SCENARIOS);
        assertThatThrownBy(() -> WorkingCopy.init(directory)).isInstanceOf(PolicyException.class).hasMessageContaining("must be empty, so that nothing is overwritten");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("README.md", "closure.drl", "policy.en.md", "policy.nl.md", "scenarios");
        }
    }

    @Test
    void aPlaceWhereNoWorkingCopyCanBeIsSaid() throws IOException {
        assertThatThrownBy(() -> WorkingCopy.init(directory)).isInstanceOf(PolicyException.class).hasMessageContaining("SP-W001");
        assertThatThrownBy(() -> WorkingCopy.init(directory.resolve("closure.drl"))).isInstanceOf(PolicyException.class).hasMessageContaining("SP-W001");
        assertThatThrownBy(() -> WorkingCopy.init(directory.resolve("closure.drl").resolve("copy"))).isInstanceOf(PolicyException.class)
                .hasMessageContaining("SP-W002").hasMessageContaining("must be writable (Not a directory)");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("nowhere"));
        assertThatThrownBy(() -> WorkingCopy.init(link)).isInstanceOf(PolicyException.class).hasMessageContaining("SP-W001");
    }

    @Test
    void aClauseWithoutARuleAndAMarkWithOneAreProblems() throws IOException {
        edit("priority.drl", "@clause(\"priority.business-critical\")", "@clause(\"scope.covered-software\")");
        assertThat(PolicyCheck.check(directory)).extracting(Problem::code).containsExactlyInAnyOrder("SP-R036", "SP-R015", "SP-R016");
    }

    @Test
    void theStandardPolicyHasNoGapNoConflictAndNoRuleThatNeverFires() {
        GapReport report = GapReport.of(STANDARD, SCENARIOS, COMBINATIONS);
        System.out.println("Gaps: " + report.combinations() + ", " + report.combinations().values().stream().mapToInt(Integer::intValue).sum() + " combinations");
        assertThat(report.findings()).isEmpty();
        assertThat(report.silent()).isEmpty();
        assertThat(report.combinations()).containsKeys("entitlement", "request", "urgency", "first response", "exclusions", "closing", "versions")
                .allSatisfy((section, count) -> assertThat(count).isGreaterThan(100 / COMBINATIONS));
    }

    @Test
    void aGapAConflictAndASilentRuleAreFoundWithAWitness() throws IOException {
        edit("urgency.drl", "    Impact()\n    not PossibleUrgency( level < 4 )", "    Impact( functionalityLoss == null || functionalityLoss != FunctionalityLoss.NONE )\n    not PossibleUrgency( level < 4 )");
        edit("request.drl", "maintenanceActive == true || serviceSubscriptionActive == true", "maintenanceActive == true || serviceSubscriptionActive != null");
        edit("terms.drl", "Use( causedProblem == true, designedPurpose == false )", "Use( causedProblem == true, designedPurpose == false )\n    Duties( platformMeetsRequirements == true )");
        edit("terms.drl", "import org.supportpolicy.fact.EarlierEdition;", "import org.supportpolicy.fact.Duties;\nimport org.supportpolicy.fact.EarlierEdition;");
        SupportPolicy edited = SupportPolicy.load(directory);
        GapReport report = GapReport.of(edited, List.of(), COMBINATIONS);
        assertThat(report.isClean()).isFalse();
        GapReport.Found gap = report.findings().stream().filter(found -> found.kind() == GapReport.Kind.NO_ANSWER && found.subject().equals("urgency")).findFirst().orElseThrow();
        assertThat(edited.decide(read(gap.witness())).urgency()).isEmpty();
        GapReport.Found conflict = report.findings().stream().filter(found -> found.kind() == GapReport.Kind.TWO_ANSWERS).findFirst().orElseThrow();
        assertThat(conflict.rules()).extracting(Rule::name).containsExactlyInAnyOrder("A customer with an active maintenance or service subscription may ask for support directly",
                "A customer without an active subscription has self-service only");
        assertThatThrownBy(() -> edited.decide(read(conflict.witness()))).isInstanceOf(PolicyException.class).hasMessageContaining("SP-R092");
        assertThat(report.silent()).extracting(Rule::name).contains("A problem caused by use for another purpose than the product was designed for is excluded");
    }

    @Test
    void aRefusalThatDoesNotWaitForWhatItLooksAtIsFoundTooEarly() throws IOException {
        HostedPartners.refuse(directory);
        SupportPolicy edited = SupportPolicy.load(directory);
        GapReport report = GapReport.of(edited, SCENARIOS, COMBINATIONS);
        GapReport.Found early = report.findings().stream().filter(found -> found.kind() == GapReport.Kind.EARLY).findFirst().orElseThrow();
        assertThat(early.subject()).isEqualTo("support.answer is owed, and yet not owed once is known: customer.deployment");
        Decision decision = edited.decide(read(early.witness()));
        assertThat(decision.needs()).contains("customer.deployment");
        assertThat(decision.early()).extracting(EarlyAnswer::other).contains(SupportAnswer.NOT_OWED);
        assertThat(edited.decide(decision.early().get(0).completion()).support()).contains(SupportAnswer.NOT_OWED);
        assertThat(STANDARD.decide(early.witness()).early()).isEmpty();
    }

    @Test
    void aRuleThatFailsIsFoundWithAWitnessAndTheRestIsStillDecided() throws IOException {
        edit("closure.drl", "// Marking resolved\n", """
                rule "Every window for an answer is followed by another"
                    @clause("closure.no-customer-reply")
                    @nl("Op elk venster voor een antwoord volgt een ander")
                when
                    AsOf( $zone : zone )
                    ReplyWindow( $closes : closes )
                then
                    conclude( kcontext, new ReplyWindow( $closes, daysAfter( 0, $closes, $zone ) ) );
                end

                """);
        SupportPolicy edited = SupportPolicy.load(directory);
        GapReport gaps = GapReport.of(edited, List.of(), COMBINATIONS);
        assertThat(gaps.findings()).extracting(GapReport.Found::kind).containsOnly(GapReport.Kind.FAILS);
        GapReport.Found failure = gaps.findings().get(0);
        assertThat(failure.rules()).extracting(Rule::clause).containsExactly("closure.no-customer-reply");
        assertThat(failure.subject()).startsWith("SP-R091 ");
        assertThat(failure.count()).isGreaterThan(1);
        assertThat(Components.size(failure.witness())).isEqualTo(2);
        assertThatThrownBy(() -> edited.decide(read(failure.witness()))).isInstanceOf(PolicyException.class).hasMessageContaining("SP-R091");
        PolicyDiff.Report report = PolicyDiff.between(STANDARD, edited).report(SCENARIOS);
        PolicyDiff.Change change = change(report, List.of("closure.no-customer-reply"), "decision");
        assertThat(change.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.before()).isEqualTo("decided");
            assertThat((String) difference.after()).startsWith("SP-R091 ");
        });
        assertThat(Components.size(change.witness())).isEqualTo(2);
        assertThat(report.isDecided()).isFalse();
        PolicyDiff.Report same = PolicyDiff.between(edited, edited).report(List.of());
        assertThat(same.changes()).isEmpty();
        assertThat(same.undecided()).isGreaterThanOrEqualTo(failure.count());
        assertThat(same.isDecided()).isFalse();
    }

    @Test
    void fiveDaysForSevenNameTheClauseTheBoundaryAndAWitnessOfEachWindow() throws IOException {
        edit("closure.drl", "daysAfter( 7,", "daysAfter( 5,");
        SupportPolicy edited = SupportPolicy.load(directory);
        PolicyDiff.Report report = PolicyDiff.between(STANDARD, edited).report(SCENARIOS);
        assertThat(report.tried()).isGreaterThan(50_000);
        PolicyDiff.Change answering = change(report, List.of("closure.no-customer-reply"), "closureGrounds");
        assertThat(Duration.between(answering.from().orElseThrow(), answering.until().orElseThrow())).isEqualTo(Duration.ofDays(2));
        PolicyDiff.Change closing = change(report, List.of("closure.reopen"), "lifecycle.state");
        assertThat(Duration.between(closing.from().orElseThrow(), closing.until().orElseThrow())).isEqualTo(Duration.ofDays(2));
        assertThat(closing.from().orElseThrow().atZone(ZoneId.of("Europe/Amsterdam")).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(closing.differences()).contains(new PolicyDiff.Difference("lifecycle.state", "RESOLVED", "CLOSED"));
        assertThat(STANDARD.decide(read(closing.witness())).lifecycle()).isNotEqualTo(edited.decide(read(closing.witness())).lifecycle());
        assertThat(Components.size(closing.witness())).isEqualTo(4);
        assertThat(report.changes()).allSatisfy(change -> assertThat(change.clauses()).allMatch(List.of("closure.reopen", "closure.no-customer-reply")::contains));
    }

    @Test
    void nothingChangesBetweenAPolicyAndItself() {
        assertThat(PolicyDiff.between(STANDARD, SupportPolicy.load(directory)).report(List.of()).changes()).isEmpty();
    }

    @Test
    void aReplayCountsAnswersAndChanges() throws IOException {
        edit("closure.drl", "daysAfter( 7,", "daysAfter( 5,");
        Replay replay = new Replay(SupportPolicy.load(directory), STANDARD);
        FactSetReader reader = new FactSetReader();
        String ticket = "{\"asOf\":\"2025-03-11T12:00:00+01:00\",\"ticket\":{\"number\":\"T-%d\",\"state\":\"RESOLVED\"},\"resolution\":{\"markedResolvedAt\":\"2025-03-%s\"}}";
        assertThat(replay.decide(reader.read("one", String.format(ticket, 1, "04T10:00:00+01:00")))).isTrue();
        assertThat(replay.decide(reader.read("two", String.format(ticket, 2, "01T10:00:00+01:00")))).isFalse();
        assertThat(replay.tickets()).isEqualTo(2);
        assertThat(replay.changed()).isEqualTo(1);
        assertThat(replay.changedTickets()).isEqualTo(1);
        assertThat(replay.answers().get("lifecycle.state")).containsEntry("CLOSED", 2);
        assertThat(replay.changes()).hasSize(1).allSatisfy((key, count) -> assertThat(key.get(0)).containsExactly("closure.reopen"));
    }

    @Test
    void coverageNamesWhatNoScenarioTries() {
        Coverage all = Coverage.of(STANDARD, SCENARIOS);
        System.out.println("Coverage: " + all.rulesTried() + " of " + all.rules().size() + " rules, " + all.conditionsTried() + " of " + all.conditions() + " conditions");
        assertThat(all.rulesTried()).isEqualTo(all.rules().size());
        Coverage few = Coverage.of(STANDARD, SCENARIOS.subList(0, 3));
        assertThat(few.rulesTried()).isLessThan(20);
        assertThat(few.rules()).anySatisfy(rule -> {
            assertThat(rule.rule().name()).isEqualTo("A resolved ticket can be reopened for seven days");
            assertThat(rule.conditions()).extracting(Coverage.Condition::text).contains("markedResolvedAt != null", "not EarlierEdition( reopenableUntil != null )");
        });
    }

    @Test
    void theStandardScenariosNoticeNineteenOfTwentySmallMistakes() {
        MutantReport report = MutantReport.of(STANDARD, SCENARIOS, false, ProgressListener.NOBODY, MUTANTS);
        System.out.println("Mutants: " + report.mutants() + ", of which " + report.survivors().size() + " go unnoticed");
        List<String> survivors = new ArrayList<>();
        report.survivors().forEach(survivor -> survivors.add(survivor.file() + ":" + survivor.line() + " " + survivor.what()));
        assertThat(report.mutants()).isGreaterThan(1_300 / MUTANTS);
        assertThat(report.noticed()).as(String.join("\n", survivors)).isGreaterThanOrEqualTo(MUTANTS == 1 ? 0.96 : 0.92); // a share of few is not quite that of all
    }

    private static PolicyDiff.Change change(PolicyDiff.Report report, List<String> clauses, String answer) {
        return report.changes().stream().filter(change -> change.clauses().equals(clauses) && change.answers().contains(answer)).findFirst().orElseThrow();
    }

    private static FactSet read(FactSet witness) {
        return new FactSetReader().read("witness", new FactSetWriter().write(witness));
    }

    private void edit(String file, String piece, String other) throws IOException {
        String text = Files.readString(directory.resolve(file));
        assertThat(text).contains(piece);
        Files.writeString(directory.resolve(file), text.replace(piece, other));
    }
}
