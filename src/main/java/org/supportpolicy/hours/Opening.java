package org.supportpolicy.hours;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time in which a desk is open, from the first instant until just before the second.
 *
 * @param from when it opens
 * @param to when it closes
 */
public record Opening(Instant from, Instant to) {

    /** How long it really lasts, whatever the clocks do meanwhile. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /** The part of its length, in nanoseconds, that lies before an instant. */
    long nanosBefore(Instant instant) {
        return instant.isAfter(from) ? Duration.between(from, instant.isBefore(to) ? instant : to).toNanos() : 0;
    }
}
