package org.supportpolicy.finding;

import java.time.Instant;

/**
 * When the clock of the first response starts.
 *
 * @param at the instant
 */
public record ClockStart(Instant at) implements Finding {}
