package org.supportpolicy.finding;

import java.util.Objects;
import org.supportpolicy.fact.Ground;

/**
 * A ground on which the ticket may be marked resolved.
 *
 * @param ground the ground
 */
public record ClosureGround(Ground ground) implements Finding {

    /** Checks that all is given. */
    public ClosureGround {
        Objects.requireNonNull(ground, "The ground must be given.");
    }
}
