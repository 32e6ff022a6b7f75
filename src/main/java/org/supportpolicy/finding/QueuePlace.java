package org.supportpolicy.finding;

import org.jspecify.annotations.Nullable;

/**
 * What places the ticket in the queue.
 *
 * @param urgency the urgency, 1 (first) to 4; null when undetermined
 * @param certified whether a certified administrator created the ticket, who goes first at equal urgency; null when unknown
 */
@AtMostOne
public record QueuePlace(@Nullable Integer urgency, @Nullable Boolean certified) implements Finding {}
