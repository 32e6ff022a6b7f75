package org.supportpolicy.finding;

import org.supportpolicy.fact.Ground;

/**
 * A ground for marking resolved that the facts rule out.
 *
 * @param ground the ground
 */
public record RefutedGround(Ground ground) implements Finding {}
