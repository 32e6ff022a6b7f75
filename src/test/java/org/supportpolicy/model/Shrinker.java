package org.supportpolicy.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;

/** Takes facts and components away from a fact set for as long as it keeps a property. */
final class Shrinker {

    private Shrinker() {}

    static FactSet shrink(FactSet facts, Predicate<FactSet> keeps) {
        FactSet smallest = facts;
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (FactSet smaller : smaller(smallest)) {
                if (keeps.test(smaller)) {
                    smallest = smaller;
                    shrunk = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** The fact sets with one fact or one component less. */
    static List<FactSet> smaller(FactSet facts) {
        List<FactSet> smaller = new ArrayList<>();
        List<Fact> all = facts.facts();
        for (int i = 0; i < all.size(); i++) {
            List<Fact> without = new ArrayList<>(all);
            without.remove(i);
            smaller.add(FactSet.builder(facts.asOf()).with(without.toArray(Fact[]::new)).build());
        }
        for (int i = 0; i < all.size(); i++) {
            for (Fact fact : poorer(all.get(i))) {
                List<Fact> with = new ArrayList<>(all);
                with.set(i, fact);
                smaller.add(FactSet.builder(facts.asOf()).with(with.toArray(Fact[]::new)).build());
            }
        }
        return smaller;
    }

    private static List<Fact> poorer(Fact fact) {
        List<Fact> poorer = new ArrayList<>();
        RecordComponent[] components = fact.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getAccessor().invoke(fact);
            }
            for (int i = 0; i < values.length; i++) {
                if (values[i] != null) {
                    Object[] without = values.clone();
                    without[i] = null;
                    poorer.add((Fact) fact.getClass().getDeclaredConstructor(
                            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)).newInstance(without));
                }
            }
        } catch (InvocationTargetException e) {
            return poorer;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return poorer;
    }
}
