package org.supportpolicy.finding;

/**
 * Support could still be refused, because something is unknown.
 *
 * @param clause the clause that could still refuse it
 */
public record OpenGate(String clause) implements Finding {}
