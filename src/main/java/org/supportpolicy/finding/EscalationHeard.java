package org.supportpolicy.finding;

import java.util.Objects;
import org.supportpolicy.fact.EscalationChannel;

/**
 * A request for more priority came in a way that support listens to.
 *
 * @param channel how it came
 */
@AtMostOne
public record EscalationHeard(EscalationChannel channel) implements Finding {

    /** Checks that all is given. */
    public EscalationHeard {
        Objects.requireNonNull(channel, "The channel must be given.");
    }
}
