package org.supportpolicy.finding;

/**
 * A more urgent level than the mildest that is met, or that unknown facts may still bring.
 *
 * @param level 1 (most urgent) to 3
 */
public record PossibleUrgency(int level) implements Finding {}
