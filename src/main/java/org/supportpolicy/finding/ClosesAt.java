package org.supportpolicy.finding;

import java.time.Instant;

/**
 * When the ticket becomes closed if nothing happens.
 *
 * @param at the first instant at which it is closed
 */
@AtMostOne
public record ClosesAt(Instant at) implements Finding {}
