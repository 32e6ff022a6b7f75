package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;
import org.supportpolicy.model.RandomFactSets;

/** When decisions are equal, and what stands of one in a log. */
class DecisionTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final FactSet FACTS = Examples.completeTicket();

    @Test
    void decisionsOnEqualFactsByOnePolicyAreEqual() {
        SupportPolicy again = SupportPolicy.standard();
        IntStream.range(0, 200).mapToObj(i -> new RandomFactSets(i).next()).forEach(facts -> {
            FactSet read = new FactSetReader().read("t", new FactSetWriter().write(facts));
            assertThat(again.decide(facts)).isEqualTo(POLICY.decide(facts)).hasSameHashCodeAs(POLICY.decide(facts));
            assertThat(again.decide(read).equals(POLICY.decide(facts))).isEqualTo(read.equals(facts));
        });
    }

    @Test
    void decisionsThatDifferInInstantFactsPolicyOrReasonsAreNot() {
        Decision decision = POLICY.decide(FACTS);
        assertThat(decision).isNotEqualTo(POLICY.decide(FACTS.at(FACTS.asOf().plusNanos(1)))).isNotEqualTo(null)
                .isNotEqualTo(POLICY.decide(FACTS.toBuilder().without(Intake.class).build()))
                .isNotEqualTo(POLICY.decide(FACTS, List.of(), "urgency.level-2-definition"));
    }

    @Test
    void theLineForALogSaysWhatTellsMost() {
        assertThat(POLICY.decide(FACTS)).hasToString("Decision[ticket T-1042, asOf 2026-03-10T15:30:00Z, support OWED, urgency 2, state ACTIVE, "
                + "response due 2026-03-11T10:00:00Z, edition 1.0, " + POLICY.receipt().fingerprint() + "]");
        assertThat(POLICY.decide(Examples.nothingKnown())).hasToString("Decision[no ticket number, asOf 2026-03-10T15:30:00Z, support UNDETERMINED, "
                + "edition 1.0, " + POLICY.receipt().fingerprint() + "]");
    }

    @Test
    void theLineForALogSaysNothingThatAnybodyWroteAndStaysOneLine() {
        Intake secret = Intake.builder().subject("secret").description("secret").expectedResults("secret").businessImpact("secret")
                .serverUrl("secret").module("secret").stepsToReproduce("secret").productVersion("secret").build();
        Decision decision = POLICY.decide(FACTS.toBuilder().without(Intake.class).without(Ticket.class)
                .with(secret, Ticket.builder().number("T\n[forged]" + "x".repeat(1_000)).build()).build());
        assertThat(decision.toString()).doesNotContain("secret").doesNotContain("\n").startsWith("Decision[ticket T<U+000A>[forged]xxx").hasSizeLessThan(400);
        assertThat(POLICY.outlook(FACTS).toString()).hasSizeLessThan(800);
    }

    @Test
    void aFollowUpDueStandsInTheLine() {
        Desk desk = FACTS.get(Desk.class).orElseThrow();
        FactSet facts = FACTS.toBuilder().without(Desk.class).with(Desk.builder().hours(desk.hours())
                .followUpTargets(java.util.Map.of(2, Duration.ofHours(8))).build()).build();
        assertThat(POLICY.decide(facts).toString()).contains(", follow-up due " + POLICY.decide(facts).followUp().orElseThrow().dueAt().orElseThrow() + ", ");
        assertThat(Instant.parse("2026-03-11T14:00:00Z")).isEqualTo(POLICY.decide(facts).followUp().orElseThrow().dueAt().orElseThrow());
    }
}
