package org.supportpolicy.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.FunctionImportDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.words.Spelling;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.finding.Finding;

/** The words a rule file may use: the classes it imports, their fields and constants, and the functions. */
final class Vocabulary {

    private static final String FACTS = "org.supportpolicy.fact.";
    private static final String FINDINGS = "org.supportpolicy.finding.";

    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Map<String, Class<?>> functions = new TreeMap<>();

    /** Reads the imports of a file, and says which of them name nothing. */
    static Vocabulary of(PackageDescr file, SourceText source) {
        Vocabulary words = new Vocabulary();
        for (ImportDescr imported : file.getImports()) {
            words.type(imported.getTarget(), source, source.findRaw(imported.getTarget(), 0));
        }
        for (FunctionImportDescr imported : file.getFunctionImports()) {
            words.function(imported.getTarget(), source, source.findRaw(imported.getTarget(), 0));
        }
        return words;
    }

    private void type(String name, SourceText source, int place) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        if (simple.equals("*")) {
            source.add("SP-R022", place, "The import (" + name + ") must name one class.", null);
            return;
        }
        Class<?> type = load(name);
        if (type == null) {
            source.add("SP-R021", place + name.length() - simple.length(), "There is no class (" + name + ") to import.",
                    Spelling.advice(simple, known()));
        } else {
            types.put(simple, type);
        }
    }

    private void function(String name, SourceText source, int place) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        Class<?> owner = load(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
        if (owner == null || Arrays.stream(owner.getMethods()).noneMatch(method -> method.getName().equals(simple))) {
            source.add("SP-R021", place + name.length() - simple.length(), "There is no function (" + name + ") to import.",
                    owner == null ? null : Spelling.advice(simple, Arrays.stream(owner.getMethods()).map(Method::getName).toList()));
        }
        functions.put(simple, owner == null ? Object.class : owner);
    }

    private static @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, Vocabulary.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** The class a file knows by a simple name, or null. */
    @Nullable Class<?> type(String simple) {
        return types.get(simple);
    }

    /** Whether a function of that name is imported. */
    boolean hasFunction(String name) {
        return functions.containsKey(name);
    }

    /** The class that has an imported function, or null. */
    @Nullable Class<?> function(String name) {
        return functions.get(name);
    }

    /** Whether a fact or finding of that name exists, imported or not. */
    static boolean exists(String simple) {
        return load(FACTS + simple) != null || load(FINDINGS + simple) != null;
    }

    /** The finding of that name, or null. */
    static @Nullable Class<?> finding(String simple) {
        return load(FINDINGS + simple);
    }

    /** The names of all facts and findings. */
    static Set<String> known() {
        return Stream.of(Fact.class, Finding.class).flatMap(sealed -> leaves(sealed)).map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Vocabulary::leaves) : Stream.of(type);
    }

    /** The names by which a pattern may speak of a class: its components, properties and methods. */
    static Set<String> members(Class<?> type) {
        Set<String> names = new LinkedHashSet<>();
        for (Method method : type.getMethods()) {
            if (method.getDeclaringClass() != Object.class && !Modifier.isStatic(method.getModifiers())) {
                names.add(method.getName());
                property(method).ifPresent(names::add);
            }
        }
        return names;
    }

    private static java.util.Optional<String> property(Method method) {
        String name = method.getName();
        int prefix = name.startsWith("is") ? 2 : name.startsWith("get") ? 3 : 0;
        return prefix == 0 || name.length() == prefix || method.getParameterCount() > 0 ? java.util.Optional.empty()
                : java.util.Optional.of(Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1));
    }

    /** The type of a component, property or method without parameters; null when it cannot be told. */
    static @Nullable Class<?> typeOf(Class<?> type, String member) {
        Method accessor = accessor(type, member);
        return accessor == null ? null : accessor.getReturnType();
    }

    /** The method behind a component, property or method without parameters; null when there is none. */
    static @Nullable Method accessor(Class<?> type, String member) {
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0
                    && (method.getName().equals(member) || property(method).filter(member::equals).isPresent())) {
                return method;
            }
        }
        return null;
    }

    /** The constants of an enum and the static methods of any class. */
    static Set<String> statics(Class<?> type) {
        Set<String> names = Arrays.stream(type.getFields()).filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(java.lang.reflect.Field::getName).collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(type.getMethods()).filter(method -> Modifier.isStatic(method.getModifiers())).map(Method::getName).forEach(names::add);
        return names;
    }
}
