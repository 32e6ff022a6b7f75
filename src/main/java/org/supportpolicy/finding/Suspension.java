package org.supportpolicy.finding;

import java.util.Objects;
import org.supportpolicy.fact.Names;

/**
 * The obligation to support is suspended.
 *
 * @param clause the clause that suspends it
 */
public record Suspension(@Names(Names.Thing.CLAUSE) String clause) implements Finding {

    /** Checks that all is given. */
    public Suspension {
        Objects.requireNonNull(clause, "The clause must be given.");
    }
}
