package org.supportpolicy.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.supportpolicy.finding.OwnFinding;

/**
 * A finding of a policy that the reader does not know: what was written of it.
 *
 * @param kind its name, where it is declared
 * @param components its components by name, in texts, whole numbers, truths, lists and maps
 */
public record UndeclaredFinding(String kind, Map<String, Object> components) implements OwnFinding {

    /** Copies. */
    public UndeclaredFinding {
        Objects.requireNonNull(kind, "The kind must be given.");
        components = Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNull(components, "The components must be given.")));
    }
}
