package org.supportpolicy.finding;

import org.supportpolicy.fact.Names;

/**
 * The obligation to support is suspended.
 *
 * @param clause the clause that suspends it
 */
public record Suspension(@Names(Names.Thing.CLAUSE) String clause) implements Finding {}
