package org.supportpolicy.internal.check;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Names;
import org.supportpolicy.fact.Range;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.words.ProblemTexts;

/**
 * What a value can be.
 *
 * @param kind its class, a wrapper for a primitive one
 * @param element the class of what it holds, when it is a list or set; else null
 * @param nullable whether it can be unknown
 * @param from the least number it can be
 * @param to the greatest number it can be
 * @param names what it names, when it is a text; null when it is free
 */
public record Type(Class<?> kind, @Nullable Class<?> element, boolean nullable, int from, int to, Names.@Nullable Thing names) {

    static final Type TRUTH = of(Boolean.class);
    static final Type NUMBER = of(Integer.class);
    static final Type TEXT = of(String.class);
    /** What null is: of any class, and unknown. */
    static final Type UNKNOWN = new Type(Void.class, null, true, Integer.MIN_VALUE, Integer.MAX_VALUE, null);

    private static final Map<Class<?>, String> SAID = Map.of(Boolean.class, "truth", Integer.class, "number", String.class, "text",
            Instant.class, "instant",
            LocalDate.class, "date", Duration.class, "duration", Period.class, "period", ZoneId.class, "zone");

    /** A class, known for certain. */
    public static Type of(Class<?> kind) {
        return new Type(kind, null, false, Integer.MIN_VALUE, Integer.MAX_VALUE, null);
    }

    /** A number that is written down. */
    static Type number(int value) {
        return new Type(Integer.class, null, false, value, value, null);
    }

    /** The type of a component, parameter or result. */
    static Type of(AnnotatedType type, AnnotatedElement marked) {
        Class<?> kind = type.getType() instanceof ParameterizedType many ? (Class<?>) many.getRawType() : (Class<?>) type.getType();
        Class<?> element = type.getType() instanceof ParameterizedType many && Collection.class.isAssignableFrom(kind)
                ? (Class<?>) many.getActualTypeArguments()[0] : null;
        Range range = marked.getAnnotation(Range.class);
        Names names = marked.getAnnotation(Names.class);
        return new Type(wrapper(kind), element, !kind.isPrimitive() && type.isAnnotationPresent(Nullable.class), range == null
                ? Integer.MIN_VALUE : range.from(),
                range == null ? Integer.MAX_VALUE : range.to(), names == null ? null : names.value());
    }

    private static Class<?> wrapper(Class<?> kind) {
        return kind == boolean.class ? Boolean.class : kind == int.class ? Integer.class : kind;
    }

    /** The same, known for certain. */
    Type known() {
        return new Type(kind, element, false, from, to, names);
    }

    /** Whether values come before and after each other. */
    boolean isOrdered() {
        return kind == Integer.class || kind == Instant.class || kind == LocalDate.class || kind == Duration.class;
    }

    /** Whether two values can be the same. */
    boolean canEqual(Type other) {
        return this.equals(UNKNOWN) || other.equals(UNKNOWN)
                || element == null && other.element == null && (kind.isAssignableFrom(other.kind) || other.kind.isAssignableFrom(kind));
    }

    /** Whether a value of another type can stand where this is wanted, but for what is unknown. */
    boolean takes(Type other) {
        return other.equals(UNKNOWN) || kind.isAssignableFrom(other.kind) && (element == null || Objects.equals(element, other.element));
    }

    /** Whether it lies between certain numbers. */
    boolean isBounded() {
        return kind == Integer.class && (from != Integer.MIN_VALUE || to != Integer.MAX_VALUE);
    }

    /** What it is called. */
    public Problem.Said said() {
        String key = SAID.get(kind);
        return key != null ? ProblemTexts.said("type." + key) : element != null ? ProblemTexts.said("type.many", element.getSimpleName())
                : ProblemTexts.said(Constants.isKind(kind) ? "type.constant" : "type.fact", kind.getSimpleName());
    }
}
