package org.supportpolicy.internal.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.supportpolicy.FactChange;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;

/** In which components two fact sets differ. */
public final class Changes {

    private Changes() {}

    /** What has another value, in the order of the facts. */
    public static List<FactChange> between(FactSet facts, FactSet others) {
        Map<String, Class<? extends Fact>> kinds = new HashMap<>();
        Map<String, Object> before = known(facts, kinds);
        Map<String, Object> after = known(others, kinds);
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<FactChange> changes = new ArrayList<>();
        for (String path : paths) {
            boolean isWhole = before.get(path) instanceof Fact || after.get(path) instanceof Fact;
            boolean isSaid = isWhole && paths.stream().anyMatch(other -> other.startsWith(path + "."));
            if (!isSaid && !Objects.equals(before.get(path), after.get(path))) {
                changes.add(new FactChange(path, kinds.get(path), before.get(path), after.get(path)));
            }
        }
        return changes;
    }

    /** What is known, by path; a fact of which nothing is known by its own. */
    private static Map<String, Object> known(FactSet facts, Map<String, Class<? extends Fact>> kinds) {
        Map<String, Object> known = new LinkedHashMap<>();
        int causes = 0;
        for (Fact fact : facts.facts()) {
            String key = fact instanceof Cause ? "causes[" + causes++ + "]" : FactPath.key(fact.getClass());
            Map<String, Object> components = Components.known(fact);
            components.forEach((name, value) -> put(key + "." + name, value, fact, known, kinds));
            if (components.isEmpty()) {
                put(key, fact, fact, known, kinds);
            }
        }
        return known;
    }

    private static void put(String path, Object value, Fact fact, Map<String, Object> known, Map<String, Class<? extends Fact>> kinds) {
        known.put(path, value);
        kinds.putIfAbsent(path, fact.getClass());
    }
}
