package org.supportpolicy.finding;

import java.time.Instant;
import java.util.Objects;

/**
 * When the ticket was complete, so that its clock may start.
 *
 * @param at the instant
 */
@AtMostOne
public record CompletedAt(Instant at) implements Finding {

    /** Checks that all is given. */
    public CompletedAt {
        Objects.requireNonNull(at, "The at must be given.");
    }
}
