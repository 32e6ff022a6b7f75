package org.supportpolicy.finding;

import java.util.Objects;
import org.supportpolicy.fact.Names;

/**
 * Support could still be refused, because something is unknown.
 *
 * @param clause the clause that could still refuse it
 */
public record OpenGate(@Names(Names.Thing.CLAUSE) String clause) implements Finding {

    /** Checks that all is given. */
    public OpenGate {
        Objects.requireNonNull(clause, "The clause must be given.");
    }
}
