package org.supportpolicy.finding;

import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Range;

/**
 * What places the ticket in the queue.
 *
 * @param urgency the urgency, 1 (first) to 4; null when undetermined
 * @param certified whether a certified administrator created the ticket, who goes first at equal urgency; null when unknown
 */
@AtMostOne
public record QueuePlace(@Range(from = 1, to = 4) @Nullable Integer urgency, @Nullable Boolean certified) implements Finding {

    /**
     * Checks the urgency.
     *
     * @throws IllegalArgumentException if it is known and no level
     */
    public QueuePlace {
        if (urgency != null) {
            Level.check(urgency);
        }
    }
}
