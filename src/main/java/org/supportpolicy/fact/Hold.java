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
     * @throws BadFactException if {@code from} is absent, {@code to} lies before {@code from}, or one of them not in the years of facts
     */
    public Hold {
        Check.of("hold").required("from", from).instant("from", from).instant("to", to).notBefore("to", to, "from", from).done();
    }

    static @Nullable List<Hold> asKnownAt(AsOf now, @Nullable List<Hold> holds) {
        return holds == null || arePast(now, holds) ? holds : holds.stream()
                .filter(hold -> now.isPast(hold.from))
                .map(hold -> new Hold(hold.from, now.past(hold.to)))
                .toList();
    }

    private static boolean arePast(AsOf now, List<Hold> holds) {
        for (int i = 0, end = holds.size(); i < end; i++) { // often asked
            if (!now.isPast(holds.get(i).from) || !now.isPast(holds.get(i).to)) {
                return false;
            }
        }
        return true;
    }
}
