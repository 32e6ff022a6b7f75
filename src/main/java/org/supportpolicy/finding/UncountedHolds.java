package org.supportpolicy.finding;

import java.util.List;
import java.util.Objects;
import org.supportpolicy.fact.Hold;

/**
 * The time on hold that does not count for the first response.
 *
 * @param holds the spans, each with an end
 */
public record UncountedHolds(List<Hold> holds) implements Finding {

    /** Copies the spans. */
    public UncountedHolds {
        Objects.requireNonNull(holds, "The holds must be given.");
        holds.forEach(each -> Objects.requireNonNull(each, "The hold must be given."));
        holds = List.copyOf(holds);
    }
}
