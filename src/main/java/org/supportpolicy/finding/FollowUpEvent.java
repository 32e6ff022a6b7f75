package org.supportpolicy.finding;

import java.time.Instant;
import java.util.Objects;

/**
 * The customer was informed, or the clock of the first response started: the next follow-up is counted from the latest of them.
 *
 * @param at when that was
 */
public record FollowUpEvent(Instant at) implements Finding {

    /** Checks that all is given. */
    public FollowUpEvent {
        Objects.requireNonNull(at, "The at must be given.");
    }
}
