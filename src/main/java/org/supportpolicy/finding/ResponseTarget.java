package org.supportpolicy.finding;

import java.time.Duration;
import java.util.Objects;

/**
 * The desk's own target for the first response; the policy has none.
 *
 * @param duration how long it may take
 */
@AtMostOne
public record ResponseTarget(Duration duration) implements Finding {

    /** Checks that all is given. */
    public ResponseTarget {
        Objects.requireNonNull(duration, "The duration must be given.");
    }
}
