package org.supportpolicy.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A stretch of time in which a desk is open, from the first instant until just before the second.
 *
 * @param from when it opens
 * @param to when it closes
 */
public record Opening(Instant from, Instant to) {

    /** Checks that all is given. */
    public Opening {
        Objects.requireNonNull(from, "The from must be given.");
        Objects.requireNonNull(to, "The to must be given.");
    }

    /** How long it really lasts, whatever the clocks do meanwhile. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /** The part of its length, in nanoseconds, that lies before an instant. */
    long nanosBefore(Instant instant) {
        return instant.isAfter(from) ? Duration.between(from, instant.isBefore(to) ? instant : to).toNanos() : 0;
    }
}
