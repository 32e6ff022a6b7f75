package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;

/** What takes many decisions ends when its thread is interrupted; one decision does not care. */
class SearchInterruptionTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final FactSet FACTS = FactSet.builder(Instant.parse("2025-03-05T09:00:00Z"))
            .with(Ticket.builder().number("T-7").state(TicketState.RESOLVED).build(),
                    Resolution.builder().markedResolvedAt(Instant.parse("2025-03-04T09:00:00Z")).build())
            .build();

    @AfterEach
    void calm() {
        Thread.interrupted();
    }

    static Stream<Arguments> searches() {
        return Stream.<Function<FactSet, Object>>of(facts -> POLICY.whyNot(facts, "NOT_OWED"), POLICY::whatIf, POLICY::outlook,
                POLICY::timeline).map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aSearchEndsWithItsThread(Function<FactSet, Object> search) {
        assertThat(search.apply(FACTS)).isNotNull();
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> search.apply(FACTS));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void aDecisionIsMadeAllTheSame() {
        Decision decision = POLICY.decide(FACTS);
        Thread.currentThread().interrupt();
        assertThat(POLICY.decide(FACTS)).isEqualTo(decision);
        assertThat(POLICY.decide(FACTS).needs()).isEqualTo(decision.needs());
    }
}
