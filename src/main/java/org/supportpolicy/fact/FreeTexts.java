package org.supportpolicy.fact;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Which components of facts are free texts, and what may be said of them. */
public final class FreeTexts {

    private static final String GIVEN = "given";

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
        return FREE.get(Objects.requireNonNull(record, "The record must be given."))[place];
    }

    /** Whether nothing was written: a text that is blank, or an empty collection. */
    public static boolean isBlank(Object value) {
        Objects.requireNonNull(value, "The value must be given.");
        return value instanceof String text ? text.isBlank() : value instanceof Collection<?> many && many.isEmpty();
    }

    /**
     * A fact set whose free texts say no more than whether they were given. It is decided as the other is, since no rule asks for more.
     */
    public static FactSet masked(FactSet facts) {
        Objects.requireNonNull(facts, "The facts must be given.");
        return FactSet.builder(facts.asOf()).with(facts.facts().stream().map(FreeTexts::masked).toArray(Fact[]::new)).build();
    }

    private static <T> T masked(T record) {
        @Nullable Object[] values = Records.values(record);
        boolean same = true;
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null && holds(record.getClass(), i)) {
                values[i] = mask(value);
            } else if (value instanceof List<?> many && many.stream().allMatch(Record.class::isInstance)) {
                List<?> masked = many.stream().map(FreeTexts::masked).toList();
                values[i] = masked.equals(many) ? many : masked;
            }
            same &= values[i] == value;
        }
        return same ? record : Records.like(record, values);
    }

    /** What stands for a free text, or for a list of records that hold some: whether it was given. */
    public static Object mask(Object value) {
        Objects.requireNonNull(value, "The value must be given.");
        return value instanceof List<?> many ? many.stream().map(FreeTexts::masked).toList() : isBlank(value) ? "" : GIVEN;
    }

    /** A record as Java prints it, but of free texts only whether they were given. */
    static String hidden(Record record) {
        StringJoiner text = new StringJoiner(", ", record.getClass().getSimpleName() + "[", "]");
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable Object[] values = Records.values(record);
        for (int i = 0; i < values.length; i++) {
            text.add(components[i].getName() + "=" + (values[i] == null || !holds(record.getClass(), i) ? values[i]
                    : isBlank(values[i]) ? "blank" : GIVEN));
        }
        return text.toString();
    }
}
