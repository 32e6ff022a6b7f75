package org.supportpolicy.finding;

import org.supportpolicy.fact.Ground;

/**
 * A ground that held when the ticket was marked resolved.
 *
 * @param ground the ground
 */
public record GroundAtMarking(Ground ground) implements Finding {}
