package org.supportpolicy.finding;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A superseded version keeps its guaranteed period.
 *
 * @param since the day on which its successor came out
 * @param through the last day of it
 */
@AtMostOne
public record Guarantee(LocalDate since, LocalDate through) implements Finding {

    /** Checks that all is given. */
    public Guarantee {
        Objects.requireNonNull(since, "The since must be given.");
        Objects.requireNonNull(through, "The through must be given.");
    }
}
