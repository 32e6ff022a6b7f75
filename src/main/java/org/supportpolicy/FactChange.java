package org.supportpolicy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Fact;

/**
 * A component of the facts that has another value.
 *
 * @param path the component, such as {@code customer.maintenanceActive}; a path without a dot is a whole fact, of which nothing is known
 * @param fact the kind of fact
 * @param from what it was; null for unknown, or for a fact that was not there
 * @param to what it is; null for unknown
 */
public record FactChange(String path, Class<? extends Fact> fact, @Nullable Object from, @Nullable Object to) {

    /** Checks that all is given. */
    public FactChange {
        Objects.requireNonNull(path, "The path must be given.");
        Objects.requireNonNull(fact, "The fact must be given.");
    }
}
