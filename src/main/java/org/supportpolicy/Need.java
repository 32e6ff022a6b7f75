package org.supportpolicy;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.internal.record.FactPath;

/**
 * Something that is still to be known: a component of a fact, or a whole fact.
 *
 * @param path its path, such as {@code impact.productionImpact}, {@code causes[0].by} or {@code intake}
 * @param fact the kind of fact
 * @param cause the place of the fact among the causes of the fact set, from 0; empty for a fact that is no cause
 * @param component the name of the component; empty when it is a whole fact
 */
public record Need(String path, Class<? extends Fact> fact, OptionalInt cause, Optional<String> component) {

    /** Checks that all is given. */
    public Need {
        Objects.requireNonNull(path, "The path must be given.");
        Objects.requireNonNull(fact, "The fact must be given.");
        Objects.requireNonNull(cause, "The cause must be given.");
        Objects.requireNonNull(component, "The component must be given.");
    }

    /** What a path names, among the facts of the library and those that the policy declares. */
    static Need of(String path, List<Cause> causes, Collection<? extends Class<?>> own) {
        FactPath place = FactPath.of(path, causes, own);
        int cause = FactPath.causeOf(path);
        int dot = path.indexOf('.');
        return new Need(path, place.fact().asSubclass(Fact.class), cause < 0 ? OptionalInt.empty() : OptionalInt.of(cause),
                dot < 0 ? Optional.empty() : Optional.of(path.substring(dot + 1)));
    }
}
