package org.supportpolicy.finding;

import java.util.Objects;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.fact.TicketState;

/**
 * The state of the ticket once the time rules are applied.
 *
 * @param state the state
 */
@AtMostOne
public record Lifecycle(TicketState state) implements Finding {

    /** Checks that all is given. */
    public Lifecycle {
        Objects.requireNonNull(state, "The state must be given.");
    }

    /** Whether the ticket is resolved or closed, so that nothing but reopening is open to it. */
    @InRules
    public boolean isOver() {
        return state == TicketState.RESOLVED || state == TicketState.CLOSED;
    }
}
