package org.supportpolicy.finding;

import org.supportpolicy.fact.Names;

/**
 * A ground on which support is not owed.
 *
 * @param clause the clause that refuses it
 */
public record Refusal(@Names(Names.Thing.CLAUSE) String clause) implements Finding {}
