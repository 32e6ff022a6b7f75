package org.supportpolicy.fact;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes facts apart into the values of their components, and makes facts of such values. */
final class Records {

    private Records() {}

    /** The values of a record, in the order of its components. */
    static @Nullable Object[] values(Object record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getAccessor().invoke(record);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The accessors of a fact are public and fail never.", e);
        }
        return values;
    }

    /**
     * Makes a record of the class of another.
     *
     * @throws BadFactException if the values are not good together
     */
    static <T> T like(T record, @Nullable Object[] values) {
        Class<?> type = record.getClass();
        Class<?>[] types = Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // the constructor of the record's own class
            T made = (T) type.getConstructor(types).newInstance(values);
            return made;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof BadFactException bad) {
                throw bad;
            }
            throw new IllegalStateException("A fact refuses values as bad or takes them.", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The constructor of a fact is public.", e);
        }
    }
}
