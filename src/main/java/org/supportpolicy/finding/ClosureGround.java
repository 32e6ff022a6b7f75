package org.supportpolicy.finding;

import org.supportpolicy.fact.Ground;

/**
 * A ground on which the ticket may be marked resolved.
 *
 * @param ground the ground
 */
public record ClosureGround(Ground ground) implements Finding {}
