package org.supportpolicy.finding;

import java.util.List;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.internal.record.Given;

/**
 * The time on hold that does not count for the first response.
 *
 * @param holds the spans, each with an end
 */
public record UncountedHolds(List<Hold> holds) implements Finding {

    /** Copies the spans. */
    public UncountedHolds {
        holds = Given.list(holds, "holds", "hold");
    }
}
