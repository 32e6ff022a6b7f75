package org.supportpolicy.finding;

import java.time.Instant;

/**
 * When the ticket was complete, so that its clock may start.
 *
 * @param at the instant
 */
@AtMostOne
public record CompletedAt(Instant at) implements Finding {}
