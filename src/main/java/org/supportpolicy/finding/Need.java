package org.supportpolicy.finding;

/**
 * An unknown fact that could still change an undetermined answer.
 *
 * @param path the path of the fact, such as {@code impact.productionImpact}
 */
public record Need(String path) implements Finding {}
