package org.supportpolicy.finding;

import java.time.Instant;

/**
 * A first response that counts was given.
 *
 * @param at when it was given
 */
@AtMostOne
public record CountedResponse(Instant at) implements Finding {}
