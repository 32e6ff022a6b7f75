package org.supportpolicy.finding;

import java.time.Instant;
import java.util.Objects;

/**
 * When the ticket becomes closed if nothing happens.
 *
 * @param at the first instant at which it is closed
 */
@AtMostOne
public record ClosesAt(Instant at) implements Finding {

    /** Checks that all is given. */
    public ClosesAt {
        Objects.requireNonNull(at, "The at must be given.");
    }
}
