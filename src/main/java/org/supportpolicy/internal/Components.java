package org.supportpolicy.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;

/** Takes facts apart and puts them together, component by component. */
public final class Components {

    private Components() {}

    /** Makes a record from the values of some of its components, the others being unknown. */
    public static <T> T make(Class<T> type, Map<String, Object> known) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(component -> known.get(component.getName())).toArray();
        return Objects.requireNonNull(make(type, values));
    }

    private static <T> @Nullable T make(Class<T> type, @Nullable Object[] values) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new)).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof BadFactException) {
                return null;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The components of a record that are known, by name. */
    public static Map<String, Object> known(Object record) {
        Map<String, Object> known = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(record);
                if (value != null) {
                    known.put(component.getName(), value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return known;
    }

    /** How much a fact set says: its facts and their known components. */
    public static int size(FactSet facts) {
        return facts.facts().stream().mapToInt(fact -> 1 + known(fact).size()).sum();
    }

    /** Takes facts and components away for as long as a property stays. */
    public static FactSet smallest(FactSet facts, Predicate<FactSet> stays) {
        FactSet smallest = facts;
        FactSet smaller = facts;
        while (smaller != null) {
            smallest = smaller;
            smaller = smaller(smallest).stream().filter(stays).findFirst().orElse(null);
        }
        return smallest;
    }

    /** The fact sets with one fact, or one component, less. */
    public static List<FactSet> smaller(FactSet facts) {
        List<FactSet> smaller = new ArrayList<>();
        for (Fact fact : facts.facts()) {
            List<Fact> without = new ArrayList<>(facts.facts());
            without.remove(fact);
            smaller.add(set(facts, without));
        }
        for (int i = 0; i < facts.facts().size(); i++) {
            Fact fact = facts.facts().get(i);
            for (String name : known(fact).keySet()) {
                Map<String, Object> fewer = known(fact);
                fewer.remove(name);
                Fact poorer = make(fact.getClass(), Arrays.stream(fact.getClass().getRecordComponents()).map(component -> fewer.get(component.getName())).toArray());
                if (poorer != null) {
                    List<Fact> with = new ArrayList<>(facts.facts());
                    with.set(i, poorer);
                    smaller.add(set(facts, with));
                }
            }
        }
        return smaller;
    }

    private static FactSet set(FactSet facts, List<Fact> others) {
        return FactSet.builder(facts.asOf()).with(others.toArray(Fact[]::new)).build();
    }
}
