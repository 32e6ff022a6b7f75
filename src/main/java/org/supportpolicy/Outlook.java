package org.supportpolicy;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What happens next if nobody acts: until when a decision holds although no fact changes, and what changes then. Immutable and
 * thread-safe.
 *
 * @param decision the decision
 * @param until the end of the time looked at, itself included
 * @param next the first change of the decision; empty when there is none until then
 */
public record Outlook(Decision decision, Instant until, Optional<Change> next) {

    /** Checks that all is given. */
    public Outlook {
        Objects.requireNonNull(decision, "The decision must be given.");
        Objects.requireNonNull(until, "The until must be given.");
        Objects.requireNonNull(next, "The next must be given.");
    }

    /** The first instant after that of the decision at which one of its sections is another; empty when there is none until the end. */
    public Optional<Instant> validUntil() {
        return next.map(Change::at);
    }
}
