package org.supportpolicy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.supportpolicy.internal.record.Given;

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
        Objects.requireNonNull(decision, "The decision must be given.");
        Objects.requireNonNull(until, "The until must be given.");
        changes = Given.list(changes, "changes", "change");
    }

    /**
     * A stretch in which the decision stays as it is.
     *
     * @param decision the decision, as it is at the beginning of the stretch
     * @param end the first instant that is not in it; empty for the last stretch, which goes on past the end of the time looked at
     */
    public record Segment(Decision decision, Optional<Instant> end) {

        /** Checks that all is given. */
        public Segment {
            Objects.requireNonNull(decision, "The decision must be given.");
            Objects.requireNonNull(end, "The end must be given.");
        }

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

    /** What falls due: first responses, follow-ups and their reminders, closings, ends of guarantees and withdrawals, sorted. */
    public List<Due> due() {
        return DueList.of(this);
    }

    /**
     * What happens as text: each instant at which something changes, the answers from then on, and the clauses. Do not parse it: its
     * wording and layout may change without warning.
     *
     * @param locale Dutch for Dutch, any other for English
     */
    public String explain(Locale locale) {
        return new OutlookText(this, Objects.requireNonNull(locale, "The locale must be given.")).text();
    }
}
