package org.supportpolicy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.model.Answers;
import org.supportpolicy.model.ReferenceModel;

/** Speed compares only what does the same work: the baselines decide the tickets of the benchmarks as the library does. */
class BaselinesTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final PlainDrools PLAIN = new PlainDrools();

    @ParameterizedTest
    @EnumSource
    void allDecideAlike(TicketMix kind) {
        for (FactSet facts : kind.tickets(200)) {
            Decision decision = POLICY.decide(facts);
            assertThat(Set.copyOf(PLAIN.decide(facts))).as(facts.toString()).isEqualTo(decision.findings(Finding.class));
            assertThat(Answers.of(decision).differences(ReferenceModel.decide(facts, QuickClock::of))).as(facts.toString()).isEmpty();
        }
    }

    @Test
    void refusedTicketsAreRefusedAndTheUnknownOnesLeftOpen() {
        assertThat(TicketMix.REFUSED.tickets(50)).allSatisfy(facts ->
                assertThat(POLICY.decide(facts).support()).contains(SupportAnswer.NOT_OWED));
        assertThat(TicketMix.UNKNOWN.tickets(50)).allSatisfy(facts -> assertThat(POLICY.decide(facts).needs()).hasSizeGreaterThan(5));
    }

    @Test
    void theMixTakesEveryKindInTurn() {
        assertThat(TicketMix.standard(8).toList()).hasSize(8).doesNotHaveDuplicates();
    }
}
