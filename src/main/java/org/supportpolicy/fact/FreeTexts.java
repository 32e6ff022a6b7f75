package org.supportpolicy.fact;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Which components of facts are free texts, and what may be said of them. */
public final class FreeTexts {

    private static final ClassValue<boolean[]> FREE = new ClassValue<>() {
        @Override
        protected boolean[] computeValue(Class<?> record) {
            RecordComponent[] components = record.getRecordComponents();
            boolean[] free = new boolean[components.length];
            for (int i = 0; i < free.length; i++) {
                free[i] = components[i].isAnnotationPresent(FreeText.class);
            }
            return free;
        }
    };

    private FreeTexts() {}

    /**
     * Whether the component of a record at a place is one.
     *
     * @param record the class of the record
     * @param place the place of the component among its components, from 0
     */
    public static boolean holds(Class<?> record, int place) {
        return FREE.get(record)[place];
    }

    /** Whether nothing was written: a text that is blank, or an empty collection. */
    public static boolean isBlank(Object value) {
        return value instanceof String text ? text.isBlank() : value instanceof Collection<?> many && many.isEmpty();
    }

    /** A record as Java prints it, but of free texts only whether they were given. */
    static String hidden(Record record) {
        StringJoiner text = new StringJoiner(", ", record.getClass().getSimpleName() + "[", "]");
        RecordComponent[] components = record.getClass().getRecordComponents();
        try {
            for (int i = 0; i < components.length; i++) {
                @Nullable Object value = components[i].getAccessor().invoke(record);
                text.add(components[i].getName() + "=" + (value == null || !holds(record.getClass(), i) ? value
                        : isBlank(value) ? "blank" : "given"));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The accessors of a fact are public and fail never.", e);
        }
        return text.toString();
    }
}
