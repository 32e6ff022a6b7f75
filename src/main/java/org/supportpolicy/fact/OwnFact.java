package org.supportpolicy.fact;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a policy declares beside those of the library, a record like any other. {@code SupportPolicy.fact} starts one by its key.
 */
public non-sealed interface OwnFact extends Fact {

    /**
     * The value of a component.
     *
     * @param name its name
     * @return what it says; null when it is unknown
     * @throws IllegalArgumentException if there is no such component
     */
    default @Nullable Object component(String name) {
        return OwnComponents.value((Record) this, Objects.requireNonNull(name, "The name must be given."));
    }

    /** The same without the instants that lie later, in its lists too. */
    @Override
    default Fact asKnownAt(AsOf now) {
        return (Fact) OwnComponents.known((Record) this, Objects.requireNonNull(now, "The now must be given."));
    }
}
