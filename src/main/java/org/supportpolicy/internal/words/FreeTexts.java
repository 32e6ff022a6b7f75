package org.supportpolicy.internal.words;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.supportpolicy.fact.FreeText;

/** Which components of facts are free texts, looked up once. */
final class FreeTexts {

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

    /** Whether the component of a record at a place is one. */
    static boolean holds(Class<?> record, int place) {
        return FREE.get(record)[place];
    }

    /** Whether nothing was written. */
    static boolean isBlank(Object value) {
        return value instanceof String text ? text.isBlank() : value instanceof Collection<?> many && many.isEmpty();
    }
}
