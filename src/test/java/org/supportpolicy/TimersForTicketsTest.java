package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpolicy.bench.TicketMix;
import org.supportpolicy.examples.TimersForTickets;
import org.supportpolicy.fact.FactSet;

/** The example host tells of a thousand tickets what their timelines tell, in order, however often it is asked. */
class TimersForTicketsTest {

    @Test
    void aQueueOfTimersTellsEveryChangeInOrder() {
        List<FactSet> tickets = TicketMix.standard(1_000).toList();
        Instant end = Instant.parse("2027-03-10T15:30:00Z");
        TimersForTickets timers = new TimersForTickets(tickets);
        List<Instant> told = new ArrayList<>();
        for (Instant now = Instant.parse("2026-03-10T15:30:00Z"); now.isBefore(end); now = now.plus(Duration.ofDays(7))) {
            timers.run(now, (facts, change) -> told.add(change.at()));
        }
        timers.run(end, (facts, change) -> told.add(change.at()));
        SupportPolicy policy = SupportPolicy.standard();
        List<Instant> changes = tickets.stream().flatMap(facts -> policy.timeline(facts, end).changes().stream()).map(Change::at).sorted().toList();
        assertThat(told).hasSizeGreaterThan(200).isEqualTo(changes);
    }
}
