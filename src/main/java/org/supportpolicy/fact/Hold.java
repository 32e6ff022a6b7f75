package org.supportpolicy.fact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span in which a ticket was on hold, from the first instant until just before the second.
 *
 * @param from when the hold began
 * @param to when it ended; absent means that it has not ended
 */
public record Hold(Instant from, @Nullable Instant to) {

    /**
     * Checks the span.
     *
     * @throws BadFactException if {@code from} is absent or {@code to} lies before {@code from}
     */
    public Hold {
        Check.of("hold").required("from", from).notBefore("to", to, "from", from).done();
    }

    static @Nullable List<Hold> asKnownAt(AsOf now, @Nullable List<Hold> holds) {
        return holds == null ? null : holds.stream()
                .filter(hold -> now.past(hold.from) != null)
                .map(hold -> new Hold(hold.from, now.past(hold.to)))
                .toList();
    }
}
