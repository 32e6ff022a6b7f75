package org.supportpolicy.finding;

import java.util.Objects;
import org.supportpolicy.fact.Ground;

/**
 * A ground that held when the ticket was marked resolved.
 *
 * @param ground the ground
 */
public record GroundAtMarking(Ground ground) implements Finding {

    /** Checks that all is given. */
    public GroundAtMarking {
        Objects.requireNonNull(ground, "The ground must be given.");
    }
}
