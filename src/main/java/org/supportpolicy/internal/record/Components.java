package org.supportpolicy.internal.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;

/** Takes facts apart and puts them together, component by component. */
public final class Components {

    /** Which of two says less; of two that say as much, always the same comes first. */
    public static final Comparator<FactSet> SMALLER = Comparator.<FactSet>comparingInt(Components::size).thenComparing(FactSet::asOf)
            .thenComparing(FactSet::toString);

    private Components() {}

    /** Makes a record from the values of some of its components, the others being unknown. */
    public static <T> T make(Class<T> type, Map<String, Object> known) {
        Shape shape = Shape.of(type);
        return type.cast(shape.make(shape.names().stream().map(known::get).toArray()));
    }

    /** The components of a record that are known, by name. */
    public static Map<String, Object> known(Object record) {
        Shape shape = Shape.of(record.getClass());
        Map<String, Object> known = new LinkedHashMap<>();
        for (int i = 0; i < shape.names().size(); i++) {
            Object value = shape.value(record, i);
            if (value != null) {
                known.put(shape.names().get(i), value);
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
                try {
                    List<Fact> with = new ArrayList<>(facts.facts());
                    with.set(i, make(fact.getClass(), fewer));
                    smaller.add(set(facts, with));
                } catch (BadFactException e) {
                    continue; // the component cannot be left out
                }
            }
        }
        return smaller;
    }

    private static FactSet set(FactSet facts, List<Fact> others) {
        return FactSet.builder(facts.asOf()).with(others.toArray(Fact[]::new)).build();
    }
}
