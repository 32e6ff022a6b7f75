package org.supportpolicy.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.supportpolicy.internal.own.Spoken;

/** What a schema defines once and refers to by name. Not thread-safe. */
final class Definitions {

    private final Map<String, Object> definitions = new TreeMap<>();

    /** Refers to a definition, which is made when it is first referred to. */
    Map<String, Object> refer(String name, Supplier<Map<String, Object>> definition) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of()); // whatever refers to itself finds it
            definitions.put(name, definition.get());
        }
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("$ref", "#/$defs/" + name);
        return reference;
    }

    /** The same by the name of a class; what a policy declares is set apart from what the schema defines itself. */
    Map<String, Object> refer(Class<?> type, Supplier<Map<String, Object>> definition) {
        return refer((type.isAnnotationPresent(Spoken.class) ? "own." : "") + type.getSimpleName(), definition);
    }

    /** All of them, by name. */
    Map<String, Object> all() {
        return definitions;
    }
}
