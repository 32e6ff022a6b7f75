package org.supportpolicy.json;

import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Requirement;
import org.supportpolicy.internal.record.Shape;

/** Finds out what a component of a fact may be by trying: the constructors of facts know, and say so nowhere else. */
final class Probe {

    private Probe() {}

    /** Whether a record takes a value for a component, whatever it says of the others. */
    static boolean takes(Class<?> record, String component, @Nullable Object value) {
        return says(record, component, value) == null;
    }

    /** What a record demands of a component when it is given a value; null when it takes it. */
    static @Nullable Requirement says(Class<?> record, String component, @Nullable Object value) {
        Shape shape = Shape.of(record);
        @Nullable Object[] values = new Object[shape.names().size()];
        values[shape.places().get(component)] = value;
        try {
            shape.make(values);
            return null;
        } catch (BadFactException refused) {
            return refused.violations().stream().filter(violation -> violation.component().equals(component))
                    .map(BadFactException.Violation::requirement).findFirst().orElse(null);
        }
    }
}
