package org.supportpolicy.internal.record;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.FreeTexts;

/**
 * What a record is made of, looked up once.
 *
 * @param record the record
 * @param name its name in words, such as {@code Follow up}
 * @param types the types of its components
 * @param names their names, in the same order
 * @param labels their names in words, such as {@code functionality loss}
 * @param places the index of each name
 * @param free whether each is a free text, in the same order
 * @param nullable whether each may be null, in the same order
 * @param accessors what reads them, in the same order
 * @param all what reads all of them into an array
 * @param constructor makes the record from an array of all
 */
public record Shape(Class<?> record, String name, List<Type> types, List<String> names, List<String> labels, Map<String, Integer> places,
        List<Boolean> free, List<Boolean> nullable, List<Call> accessors, AllComponents all, Call constructor) {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            List<String> names = Stream.of(components).map(RecordComponent::getName).toList();
            Map<String, Integer> places = new HashMap<>();
            names.forEach(name -> places.put(name, places.size()));
            List<Call> accessors = Stream.of(components).map(each -> Call.of(each.getAccessor(), 1)).toList();
            try {
                String name = inWords(type.getSimpleName());
                return new Shape(type, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                        Stream.of(components).map(RecordComponent::getGenericType).toList(), names, names.stream().map(Shape::inWords)
                                .toList(),
                        places, IntStream.range(0, types.length).mapToObj(place -> FreeTexts.holds(type, place)).toList(),
                        Stream.of(components).map(each -> each.getAnnotatedType().isAnnotationPresent(Nullable.class)).toList(),
                        accessors, new AllComponents(accessors), Call.of(type.getConstructor(types), types.length));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Every record has its constructor.", e);
            }
        }
    };

    /** The shape of a record. */
    public static Shape of(Class<?> record) {
        return SHAPES.get(record);
    }

    /** Makes a record; what its constructor throws comes as it is. */
    public Object make(@Nullable Object[] values) {
        return constructor.with(values);
    }

    /** The value of a component of a record. */
    public @Nullable Object value(Object record, int place) {
        return accessors.get(place).on(record);
    }

    /** The values of a record, in the order of its components. */
    public Stream<@Nullable Object> values(Object record) {
        return IntStream.range(0, names.size()).mapToObj(place -> value(record, place));
    }

    /** The values of a record in an array of its own; nulls where there is no record. */
    public @Nullable Object[] array(@Nullable Object record) {
        return record == null ? new Object[names.size()] : all.of(record);
    }

    /** "functionalityLoss" as "functionality loss". */
    private static String inWords(String name) {
        return HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
