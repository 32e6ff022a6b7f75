package org.supportpolicy.finding;

import java.time.Instant;
import java.util.Objects;

/**
 * The window in which the customer may answer before silence becomes a ground for closing.
 *
 * @param opens when support first tried in vain to reach the customer
 * @param closes the first instant at which it is over
 */
@AtMostOne
public record ReplyWindow(Instant opens, Instant closes) implements Finding {

    /** Checks that all is given. */
    public ReplyWindow {
        Objects.requireNonNull(opens, "The opens must be given.");
        Objects.requireNonNull(closes, "The closes must be given.");
    }
}
