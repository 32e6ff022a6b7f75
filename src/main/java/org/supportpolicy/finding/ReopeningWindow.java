package org.supportpolicy.finding;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.InRules;

/**
 * The window in which the customer may reopen the ticket.
 *
 * @param opens when the ticket was marked resolved
 * @param closes the first instant at which it is too late
 */
@AtMostOne
public record ReopeningWindow(Instant opens, Instant closes) implements Finding {

    /** Checks that all is given. */
    public ReopeningWindow {
        Objects.requireNonNull(opens, "The opens must be given.");
        Objects.requireNonNull(closes, "The closes must be given.");
    }

    /** Whether an instant lies in the window; an unknown one does not. */
    @InRules
    public boolean contains(@Nullable Instant event) {
        return event != null && !event.isBefore(opens) && event.isBefore(closes);
    }
}
