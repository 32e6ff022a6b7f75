package org.supportpolicy.finding;

import java.time.Instant;

/**
 * When the first response is due.
 *
 * @param at the last instant that is in time
 */
public record ResponseDue(Instant at) implements Finding {}
