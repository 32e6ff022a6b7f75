package org.supportpolicy.finding;

import java.time.Duration;

/**
 * How often the desk keeps the customer informed at this urgency.
 *
 * @param duration the most time between two follow-ups
 */
@AtMostOne
public record FollowUpTarget(Duration duration) implements Finding {}
