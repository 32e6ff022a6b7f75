package org.supportpolicy.finding;

import java.util.Objects;

/**
 * How tickets of this urgency are answered.
 *
 * @param priority the priority of the response
 * @param coverage when responses are given
 */
@AtMostOne
public record ResponseRegime(ResponsePriority priority, Coverage coverage) implements Finding {

    /** Checks that all is given. */
    public ResponseRegime {
        Objects.requireNonNull(priority, "The priority must be given.");
        Objects.requireNonNull(coverage, "The coverage must be given.");
    }
}
