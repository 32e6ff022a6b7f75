package org.supportpolicy.model;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;

/** Reads and changes components of fact sets by their paths, such as {@code impact.productionImpact}. */
final class Facts {

    private Facts() {}

    /** The value at a path, or null when it is unknown. */
    static Object get(FactSet facts, String path) {
        Class<? extends Fact> type = type(path);
        return facts.get(type).map(fact -> values(fact)[index(type, path)]).orElse(null);
    }

    /** The fact set with another value at a path; a path without a dot takes a whole fact. */
    static FactSet with(FactSet facts, String path, Object value) {
        Class<? extends Fact> type = type(path);
        List<Fact> all = new ArrayList<>(facts.facts());
        Fact former = facts.get(type).orElse(null);
        all.remove(former);
        if (path.contains(".")) {
            Object[] values = former == null ? new Object[type.getRecordComponents().length] : values(former);
            values[index(type, path)] = value;
            all.add(make(type, values));
        } else {
            all.add((Fact) value);
        }
        return FactSet.builder(facts.asOf()).with(all.toArray(Fact[]::new)).build();
    }

    private static int index(Class<?> type, String path) {
        String component = path.substring(path.indexOf('.') + 1);
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList().indexOf(component);
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Fact> type(String path) {
        String name = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        try {
            return (Class<? extends Fact>) Class.forName("org.supportpolicy.fact." + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static Object[] values(Fact fact) {
        try {
            RecordComponent[] components = fact.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getAccessor().invoke(fact);
            }
            return values;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Fact make(Class<? extends Fact> type, Object[] values) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new)).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
