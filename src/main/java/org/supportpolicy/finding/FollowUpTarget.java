package org.supportpolicy.finding;

import java.time.Duration;
import java.util.Objects;

/**
 * How often the desk keeps the customer informed at this urgency.
 *
 * @param duration the most time between two follow-ups
 */
@AtMostOne
public record FollowUpTarget(Duration duration) implements Finding {

    /** Checks that all is given. */
    public FollowUpTarget {
        Objects.requireNonNull(duration, "The duration must be given.");
    }
}
