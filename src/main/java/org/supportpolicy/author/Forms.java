package org.supportpolicy.author;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.supportpolicy.fact.Range;
import org.supportpolicy.internal.own.OwnTypes;
import org.supportpolicy.internal.record.Constants;

/** What components and functions can take or give. */
record Forms(OwnTypes own) {

    private static final Map<Class<?>, String> PRIMITIVE = Map.of(boolean.class, "Boolean", int.class, "Integer");

    /** What a component or parameter of a type can be, by the range that it is marked with. */
    Glossary.Form of(Type type, AnnotatedElement marked) {
        Range range = marked.getAnnotation(Range.class);
        Glossary.Form form = of(type);
        return range == null ? form : new Glossary.Form(form.type(), range.from() == Integer.MIN_VALUE ? null : range.from(),
                range.to() == Integer.MAX_VALUE ? null : range.to(), form.constants(), form.of());
    }

    private Glossary.Form of(Type type) {
        if (type instanceof ParameterizedType many) {
            List<Glossary.Form> of = Arrays.stream(many.getActualTypeArguments()).map(this::of).toList();
            return new Glossary.Form(many.getRawType() == Map.class ? "Map" : "List", null, null, List.of(), of);
        }
        Class<?> kind = type instanceof Class<?> simple ? simple : Object.class;
        return new Glossary.Form(PRIMITIVE.getOrDefault(kind, kind.getSimpleName()), null, null,
                constants(kind).map(Constants::name).toList(), List.of());
    }

    /** What can be chosen: what the library knows, then what the policy adds. */
    Stream<Object> constants(Class<?> kind) {
        return Constants.isKind(kind) ? Stream.concat(Constants.of(kind).stream(), own.members(kind).stream()) : Stream.of();
    }
}
