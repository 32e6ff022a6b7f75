package org.supportpolicy.internal.record;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.OpenValue;

/** Values that go by their names: the constants of enums, and those to which a policy may add. */
public final class Constants {

    private Constants() {}

    /** Whether a class is one of such values. */
    public static boolean isKind(Class<?> kind) {
        return kind.isEnum() || OpenValue.class.isAssignableFrom(kind);
    }

    /** Whether a value is one of them. */
    public static boolean is(@Nullable Object value) {
        return value instanceof Enum || value instanceof OpenValue;
    }

    /** The class that a value belongs to; that of a constant is the one that declares it. */
    public static Class<?> kind(Object value) {
        return value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    }

    /** The name of a constant. */
    public static String name(Object constant) {
        return constant instanceof Enum<?> one ? one.name() : ((OpenValue<?>) constant).name();
    }

    /** The constants of a class that the library knows, in their order. */
    public static List<Object> of(Class<?> kind) {
        return kind.isEnum() ? Stream.of((Object[]) kind.getEnumConstants()).toList() : open(kind);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Object> open(Class kind) {
        return List.copyOf(OpenValue.known(kind));
    }
}
