package org.supportpolicy.examples;

import java.time.Instant;
import java.util.Locale;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;

/** The smallest host: one policy, one ticket, one explanation. */
public final class DecideOneTicket {

    private DecideOneTicket() {}

    /** Prints the explanation. */
    public static void main(String[] args) {
        SupportPolicy policy = SupportPolicy.standard();                     // once: immutable and thread-safe
        FactSet facts = FactSet.builder(Instant.parse("2025-03-12T09:00:00Z"))
                .with(Ticket.builder().number("T-7").state(TicketState.RESOLVED).build(),
                      Resolution.builder().markedResolvedAt(Instant.parse("2025-03-04T09:00:00Z")).build())
                .build();
        Decision decision = policy.decide(facts);                            // as often as you like
        System.out.println(decision.lifecycle().orElseThrow().state());      // CLOSED
        System.out.println(decision.explain(Locale.ENGLISH));
    }
}
