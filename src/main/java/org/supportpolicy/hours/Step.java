package org.supportpolicy.hours;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step on the way to a due time: an opening that counted, a holiday, or many days taken together.
 *
 * @param first the local date, or the first of many
 * @param last the last local date, the same unless days are taken together
 * @param opening what counted of one opening; null for a holiday and for days taken together
 * @param open how much open time the step gave; zero for a holiday
 */
public record Step(LocalDate first, LocalDate last, @Nullable Opening opening, Duration open) {

    /** Checks that all is given. */
    public Step {
        Objects.requireNonNull(first, "The first must be given.");
        Objects.requireNonNull(last, "The last must be given.");
        Objects.requireNonNull(open, "The open must be given.");
    }
}
