package org.supportpolicy.internal.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.fact.Known;
import org.supportpolicy.fact.Names;

/**
 * What a rule can ask of an object, or call: a component, a method or function, a constructor.
 *
 * @param code what is called
 * @param result what comes of it
 * @param parameters what it takes
 * @param wants for each parameter the component of it that must have been seen to be known; null for none
 * @param implies what is known for certain where it holds
 */
public record Member(Executable code, Type result, List<Type> parameters, List<@Nullable String> wants, List<String> implies) {

    /** A component of a record. */
    static Member of(RecordComponent component) {
        return new Member(component.getAccessor(), Type.of(component.getAnnotatedType(), component), List.of(), List.of(), List.of());
    }

    /** A method or function. */
    static Member of(Method method) {
        InRules mark = method.getAnnotation(InRules.class);
        return new Member(method, Type.of(method.getAnnotatedReturnType(), method), parameters(method), wants(method), mark == null
                ? List.of() : List.of(mark.implies()));
    }

    /** The constructor of a record from all its components. */
    static Member of(Constructor<?> constructor) {
        Class<?> made = constructor.getDeclaringClass();
        List<Type> components = List.of(made.getRecordComponents()).stream()
                .map(component -> Type.of(component.getAnnotatedType(), component)).toList();
        return new Member(constructor, Type.of(made), components, wants(constructor), List.of());
    }

    /** A method of texts. */
    static Member ofText(String name) {
        try {
            return of(String.class.getMethod(name, String.class));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Type> parameters(Executable code) {
        List<Type> types = new ArrayList<>();
        for (Parameter parameter : code.getParameters()) {
            Class<?> many = parameter.isVarArgs() ? parameter.getType().getComponentType() : null;
            Type type = many == null ? Type.of(parameter.getAnnotatedType(), parameter) : Type.of(many);
            types.add(many == null ? type : new Type(many, null, false, type.from(), type.to(), names(parameter)));
        }
        return types;
    }

    private static Names.@Nullable Thing names(Parameter parameter) {
        Names names = parameter.getAnnotation(Names.class);
        return names == null ? null : names.value();
    }

    private static List<@Nullable String> wants(Executable code) {
        List<String> wants = new ArrayList<>();
        for (Parameter parameter : code.getParameters()) {
            Known known = parameter.getAnnotation(Known.class);
            wants.add(known == null ? null : known.value());
        }
        return wants;
    }

    /** Whether it takes this many arguments. */
    boolean takes(int arguments) {
        return code.isVarArgs() ? arguments >= parameters.size() : arguments == parameters.size();
    }

    /** What it wants as an argument. */
    public Type parameter(int place) {
        return parameters.get(Math.min(place, parameters.size() - 1));
    }

    /** The component of an argument that must be known; null for none. */
    @Nullable String wanted(int place) {
        return place < wants.size() ? wants.get(place) : null;
    }

    public boolean isStatic() {
        return Modifier.isStatic(code.getModifiers());
    }

    /** Its name, or that of what it makes. */
    public String name() {
        return code instanceof Method ? code.getName() : code.getDeclaringClass().getSimpleName();
    }

    /** What is called tells one from another. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Member member && code.equals(member.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }
}
