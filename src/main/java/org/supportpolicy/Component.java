package org.supportpolicy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record.
 *
 * @param name its name in words
 * @param accessor reads it
 */
record Component(String name, MethodHandle accessor) {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final ClassValue<Component[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected Component[] computeValue(Class<?> record) {
            return Stream.of(record.getRecordComponents()).map(Component::of).toArray(Component[]::new);
        }
    };

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> record) {
            String words = split(record.getSimpleName());
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    };

    private static Component of(RecordComponent component) {
        try {
            return new Component(split(component.getName()),
                    MethodHandles.publicLookup().unreflect(component.getAccessor()).asType(MethodType.genericMethodType(1)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The components of a record, in their order; looked up once. */
    static Component[] of(Class<?> record) {
        return COMPONENTS.get(record);
    }

    /** The name of a record in words, such as {@code Follow up}; made once. */
    static String nameOf(Class<?> record) {
        return NAMES.get(record);
    }

    /** Its value in a record. */
    @Nullable Object in(Object record) {
        try {
            return (Object) accessor.invokeExact(record);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** "functionalityLoss" as "functionality loss". */
    private static String split(String name) {
        return HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
