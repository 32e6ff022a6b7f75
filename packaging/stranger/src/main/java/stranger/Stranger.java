package stranger;

import java.time.Instant;
import java.util.Locale;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;

/** The README's first program. */
public final class Stranger {

    public static void main(String[] args) {
        SupportPolicy policy = SupportPolicy.standard();
        FactSet facts = FactSet.builder(Instant.parse("2025-03-12T09:00:00Z"))
                .with(Ticket.builder().number("T-7").state(TicketState.RESOLVED).build(),
                      Resolution.builder().markedResolvedAt(Instant.parse("2025-03-04T09:00:00Z")).build())
                .build();
        Decision decision = policy.decide(facts);
        TicketState state = decision.lifecycle().orElseThrow().state();
        if (state != TicketState.CLOSED) {
            throw new AssertionError(decision.explain(Locale.ENGLISH));
        }
        System.out.println("A stranger's project decides: " + state);
    }
}
