package org.supportpolicy;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.supportpolicy.internal.own.OwnTypes;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.Shape;

/** Takes values for components that a policy declares: of the same type, or of one of the host's own with the same names. */
final class OwnValues {

    private final OwnTypes types;

    OwnValues(OwnTypes types) {
        this.types = types;
    }

    /**
     * The value that a component can have.
     *
     * @param path what an error calls the component
     * @throws IllegalArgumentException if the value is of another type
     */
    Object of(String path, Type type, Object value) {
        if (type instanceof ParameterizedType many) {
            Type item = many.getActualTypeArguments()[0];
            if (!(value instanceof Collection<?> items)) {
                throw other(path, "a list", value);
            }
            return items.stream().map(each -> of(path, item, each)).toList();
        }
        Class<?> kind = (Class<?>) type;
        if (Constants.isKind(kind)) {
            return constant(path, kind, value);
        } else if (kind.isInstance(value)) {
            return value;
        } else if (kind.isRecord() && value instanceof Record record) {
            return part(path, Shape.of(kind), record);
        }
        throw other(path, "a " + kind.getSimpleName(), value);
    }

    /** The constant of the same name, among those of the library those that the policy adds too. */
    private Object constant(String path, Class<?> kind, Object value) {
        List<Object> constants = Stream.concat(Constants.of(kind).stream(), types.members(kind).stream()).toList();
        String name = Constants.is(value) ? Constants.name(value) : value instanceof String text ? text : "";
        return constants.stream().filter(constant -> Constants.name(constant).equals(name)).findFirst()
                .orElseThrow(() -> other(path, "one of " + constants.stream().map(Constants::name).toList(), value));
    }

    /**
     * What is known of a record of a host.
     *
     * @throws IllegalArgumentException if the library cannot read it
     */
    static Map<String, Object> known(Record record) {
        Class<?> kind = record.getClass();
        boolean isExported = kind.getModule().isExported(kind.getPackageName(), OwnValues.class.getModule());
        if (!isExported || !Modifier.isPublic(kind.getModifiers())) {
            throw new IllegalArgumentException("The record (" + kind.getName() + ") must be public, and its package exported.");
        }
        return Components.known(record);
    }

    private Object part(String path, Shape shape, Record record) {
        Map<String, Object> known = new LinkedHashMap<>();
        known(record).forEach((name, value) -> {
            Integer place = shape.places().get(name);
            if (place == null) {
                throw new IllegalArgumentException(path + " has no (" + name + ").");
            }
            known.put(name, of(path + "." + name, shape.types().get(place), value));
        });
        return Components.make(shape.record(), known);
    }

    /** Says of a text only that it is one. */
    private static IllegalArgumentException other(String path, String wanted, Object value) {
        return new IllegalArgumentException(path + " must be " + wanted + ", not a " + value.getClass().getSimpleName() + ".");
    }
}
