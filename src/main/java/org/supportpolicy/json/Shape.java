package org.supportpolicy.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shape of a record, looked up once.
 *
 * @param components its components
 * @param names their names, in the same order
 * @param constructor the constructor that takes them all
 */
record Shape(List<RecordComponent> components, List<String> names, Constructor<?> constructor) {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(components, components.stream().map(RecordComponent::getName).toList(),
                        type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("Every record has its constructor.", e);
            }
        }
    };

    static Shape of(Class<?> record) {
        return SHAPES.get(record);
    }

    /** The values of a record, in the order of its components. */
    Stream<Object> values(Object record) {
        return components.stream().map(component -> {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
