package org.supportpolicy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that happens until an instant if nobody acts. Immutable and thread-safe.
 *
 * @param decision the decision at the beginning
 * @param until the end of the time looked at, itself included
 * @param changes the changes, in order
 */
public record Timeline(Decision decision, Instant until, List<Change> changes) {

    /** Copies the changes. */
    public Timeline {
        changes = List.copyOf(changes);
    }

    /**
     * A stretch in which the decision stays as it is.
     *
     * @param decision the decision, as it is at the beginning of the stretch
     * @param end the first instant that is not in it; empty for the last stretch, which goes on past the end of the time looked at
     */
    public record Segment(Decision decision, Optional<Instant> end) {

        /** The first instant of the stretch. */
        public Instant begin() {
            return decision.asOf();
        }
    }

    /** The stretches between the changes, in order; one at least. */
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        Decision from = decision;
        for (Change change : changes) {
            segments.add(new Segment(from, Optional.of(change.at())));
            from = change.after();
        }
        segments.add(new Segment(from, Optional.empty()));
        return List.copyOf(segments);
    }
}
