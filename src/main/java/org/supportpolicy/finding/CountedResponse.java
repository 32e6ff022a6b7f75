package org.supportpolicy.finding;

import java.time.Instant;
import java.util.Objects;

/**
 * A first response that counts was given.
 *
 * @param at when it was given
 */
@AtMostOne
public record CountedResponse(Instant at) implements Finding {

    /** Checks that all is given. */
    public CountedResponse {
        Objects.requireNonNull(at, "The at must be given.");
    }
}
