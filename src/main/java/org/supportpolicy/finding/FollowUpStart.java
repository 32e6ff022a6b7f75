package org.supportpolicy.finding;

import java.time.Instant;
import java.util.Objects;

/**
 * What the next follow-up is counted from, unless the clock stands still.
 *
 * @param at when the customer was last informed, or the clock of the first response started
 */
@AtMostOne
public record FollowUpStart(Instant at) implements Finding {

    /** Checks that all is given. */
    public FollowUpStart {
        Objects.requireNonNull(at, "The at must be given.");
    }
}
