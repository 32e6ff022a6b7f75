package org.supportpolicy.finding;

/**
 * The obligation to support is suspended.
 *
 * @param clause the clause that suspends it
 */
public record Suspension(String clause) implements Finding {}
