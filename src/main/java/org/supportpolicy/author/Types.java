package org.supportpolicy.author;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.AbsentMeansNone;
import org.supportpolicy.fact.Range;
import org.supportpolicy.internal.own.OwnTypes;
import org.supportpolicy.internal.record.Constants;

/** Says what a component can be. */
record Types(Locale locale, OwnTypes own) {

    private static final Set<String> PLAIN = Set.of("Boolean", "Duration", "Instant", "Integer", "LocalDate", "Period", "String");

    String of(RecordComponent component) {
        Range range = component.getAnnotation(Range.class);
        String said = range == null ? of(component.getGenericType())
                : range.to() == Integer.MAX_VALUE ? word("glossary.from", range.from()) : word("glossary.range", range.from(), range.to());
        return said + (component.isAnnotationPresent(AbsentMeansNone.class) ? "; " + word("glossary.none") : "");
    }

    private String of(Type type) {
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            return many.getRawType() == Map.class ? word("glossary.by", Arrays.stream(of).map(this::of).toArray())
                    : word("glossary.many", of(of[0]));
        }
        Class<?> kind = type instanceof Class<?> simple ? simple : Object.class;
        return Constants.isKind(kind)
                ? word("glossary.one-of", Stream.concat(Constants.of(kind).stream(), own.members(kind).stream()).map(Object::toString)
                        .collect(Collectors.joining(", ")))
                : PLAIN.contains(kind.getSimpleName()) ? word("glossary." + kind.getSimpleName()) : kind.getSimpleName();
    }

    private String word(String key, Object... values) {
        return Problem.of(key, values).said().in(locale);
    }
}
