package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.Audit;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FreeTexts;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.SampleMachine;
import org.supportpolicy.model.RandomFactSets;

/** Logs are read back as they were written, and masking free texts changes no decision. */
class LogTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();

    @Test
    void whatIsLoggedComesOutTheSame() {
        LogWriter writer = new LogWriter(new DecisionWriter());
        IntStream.range(0, 1_000).parallel().mapToObj(seed -> new RandomFactSets(seed).next()).forEach(facts -> {
            Decision decision = POLICY.decide(facts);
            LoggedDecision logged = new LogReader().read("log", 1, writer.write(facts, decision));
            assertThat(logged.policy()).isEqualTo(decision.policy());
            assertThat(logged.sections()).isEqualTo(DecisionTree.of(decision));
            assertThat(Audit.by(POLICY).of(logged)).satisfies(result -> {
                assertThat(result.isSame()).isTrue();
                assertThat(result.moved()).isEmpty();
                assertThat(result.otherZoneRules()).contains(false);
            });
        });
    }

    @Test
    void inWhateverFormADecisionIsLoggedTheSameComesOut() {
        Locale dutch = Locale.forLanguageTag("nl");
        DecisionWriter whole = new DecisionWriter();
        for (DecisionWriter form : List.of(whole.in(dutch), whole.withStructuredReasons(), whole.withQuestions(dutch), whole.withValidity(), whole.answersOnly())) {
            LogWriter writer = new LogWriter(form);
            IntStream.range(0, 20).mapToObj(seed -> new RandomFactSets(seed).next()).forEach(facts ->
                    assertThat(Audit.by(POLICY).of(new LogReader().read("log", 1, writer.write(facts, POLICY.decide(facts)))).differences()).isEmpty());
        }
    }

    @Test
    void maskingFreeTextsChangesNoDecision() {
        DecisionWriter writer = new DecisionWriter();
        FactSetWriter facts = new FactSetWriter();
        long masked = IntStream.range(0, 1_000).parallel().filter(seed -> {
            FactSet given = new RandomFactSets(seed).next();
            FactSet bare = FreeTexts.masked(given);
            assertThat(writer.write(POLICY.decide(bare))).isEqualTo(writer.write(POLICY.decide(given)));
            assertThat(FreeTexts.masked(bare)).isEqualTo(bare);
            bare.get(Intake.class).ifPresent(LogTest::saysNothing);
            return !facts.write(bare).equals(facts.write(given));
        }).count();
        assertThat(masked).isGreaterThan(200);
    }

    private static void saysNothing(Intake intake) {
        assertThat(new String[] {intake.subject(), intake.description(), intake.expectedResults(), intake.businessImpact(), intake.serverUrl(), intake.module(),
            intake.stepsToReproduce(), intake.productVersion()}).isSubsetOf(null, "", "given");
        if (intake.sampleMachines() != null) {
            assertThat(intake.sampleMachines()).allMatch(new SampleMachine("given", "given")::equals);
        }
    }
}
