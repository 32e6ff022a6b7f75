package org.supportpolicy.finding;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The product is announced to be withdrawn.
 *
 * @param notice the day of the notice
 * @param day the first day without support
 */
@AtMostOne
public record WithdrawnFrom(LocalDate notice, LocalDate day) implements Finding {

    /** Checks that all is given. */
    public WithdrawnFrom {
        Objects.requireNonNull(notice, "The notice must be given.");
        Objects.requireNonNull(day, "The day must be given.");
    }
}
