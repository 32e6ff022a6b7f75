package org.supportpolicy.finding;

import java.util.Objects;
import org.supportpolicy.fact.Names;

/**
 * A ground on which support is not owed.
 *
 * @param clause the clause that refuses it
 */
public record Refusal(@Names(Names.Thing.CLAUSE) String clause) implements Finding {

    /** Checks that all is given. */
    public Refusal {
        Objects.requireNonNull(clause, "The clause must be given.");
    }
}
