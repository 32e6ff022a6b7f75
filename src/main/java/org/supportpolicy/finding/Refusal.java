package org.supportpolicy.finding;

/**
 * A ground on which support is not owed.
 *
 * @param clause the clause that refuses it
 */
public record Refusal(String clause) implements Finding {}
