package org.supportpolicy.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The shape of a record, looked up once.
 *
 * @param types the types of its components
 * @param names their names, in the same order
 * @param places the index of each name
 * @param accessors what reads them, in the same order
 * @param constructor makes the record from an array of all
 */
record Shape(List<Type> types, List<String> names, Map<String, Integer> places, List<MethodHandle> accessors, MethodHandle constructor) {

    private static final MethodType READS = MethodType.genericMethodType(1);
    private static final MethodType MAKES = MethodType.methodType(Object.class, Object[].class);

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            MethodHandle[] accessors = new MethodHandle[components.length];
            Map<String, Integer> places = new HashMap<>();
            try {
                for (int i = 0; i < components.length; i++) {
                    places.put(components[i].getName(), i);
                    accessors[i] = MethodHandles.publicLookup().unreflect(components[i].getAccessor()).asType(READS);
                }
                MethodHandle constructor = MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, types));
                return new Shape(Stream.of(components).map(RecordComponent::getGenericType).toList(), Stream.of(components).map(RecordComponent::getName).toList(),
                        places, List.of(accessors), constructor.asSpreader(Object[].class, types.length).asType(MAKES));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Every record has its constructor.", e);
            }
        }
    };

    static Shape of(Class<?> record) {
        return SHAPES.get(record);
    }

    /** Makes a record; what its constructor throws comes as it is. */
    Object make(Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The values of a record, in the order of its components. */
    Stream<Object> values(Object record) {
        return accessors.stream().map(accessor -> {
            try {
                return (Object) accessor.invokeExact(record);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
