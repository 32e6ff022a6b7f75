package org.supportpolicy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FreeTexts;
import org.supportpolicy.internal.record.Shape;

/**
 * A component of the facts that has another value.
 *
 * @param path the component, such as {@code customer.maintenanceActive}; a path without a dot is a whole fact, of which nothing is known
 * @param fact the kind of fact
 * @param from what it was, of a free text too; null for unknown, or for a fact that was not there
 * @param to what it is; null for unknown
 */
public record FactChange(String path, Class<? extends Fact> fact, @Nullable Object from, @Nullable Object to) {

    /** Checks that all is given. */
    public FactChange {
        Objects.requireNonNull(path, "The path must be given.");
        Objects.requireNonNull(fact, "The fact must be given.");
    }

    /** Whether the component is a free text, of which no more may be said than that it was given. */
    public boolean isFreeText() {
        Integer place = Shape.of(fact).places().get(path.substring(path.lastIndexOf('.') + 1));
        return place != null && FreeTexts.holds(fact, place);
    }

    /** The path with what it was and what it is; of a free text only whether it was given. */
    @Override
    public String toString() {
        return path + ": " + said(from) + " -> " + said(to);
    }

    private String said(@Nullable Object value) {
        return value == null ? "unknown" : isFreeText() ? "given" : value.toString();
    }
}
