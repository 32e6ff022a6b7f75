package org.supportpolicy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides a ticket at one instant after the other, and says how far ahead each decision can be relied on. */
@FunctionalInterface
interface Ahead {

    /**
     * A decision, and how long all that it looked at stays as it is.
     *
     * @param decision the decision
     * @param next the first instant at which anything can be otherwise; null when there is none in the time looked at
     */
    record Glimpse(Decision decision, @Nullable Instant next) {}

    /** What is decided at an instant in the time looked at. */
    Glimpse at(Instant instant);
}
