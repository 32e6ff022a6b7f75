package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;

/** The tree of reasons says what each answer rests on, and everything once. */
class ReasonTreeTest {

    @Test
    void theInstantIsSaidOnceHoweverOftenItIsLookedAt() {
        FactSet closed = FactSet.builder(Instant.parse("2025-03-12T09:00:00Z"))
                .with(Ticket.builder().state(TicketState.RESOLVED).build(),
                        Resolution.builder().markedResolvedAt(Instant.parse("2025-03-04T09:00:00Z")).build())
                .build();
        List<String> said = ReasonTree.of(SupportPolicy.standard().decide(closed), Locale.ENGLISH).stream()
                .flatMap(part -> part.answers().stream()).flatMap(ReasonTreeTest::said).toList();
        assertThat(said).contains("the ticket is closed").containsOnlyOnce("On Wed 12 March 2025, 10:00");
    }

    private static Stream<String> said(ReasonTree.Node node) {
        return Stream.concat(Stream.of(node.says()), node.rules().stream().flatMap(step -> step.because().stream()).flatMap(ReasonTreeTest::said));
    }
}
