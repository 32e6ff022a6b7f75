package org.supportpolicy.finding;

import java.util.Objects;
import org.supportpolicy.fact.IntakeField;

/**
 * An item of the intake form is missing.
 *
 * @param field the item
 */
public record MissingInformation(IntakeField field) implements Finding {

    /** Checks that all is given. */
    public MissingInformation {
        Objects.requireNonNull(field, "The field must be given.");
    }
}
