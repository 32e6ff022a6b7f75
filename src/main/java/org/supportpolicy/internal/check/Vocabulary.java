package org.supportpolicy.internal.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.OwnFinding;
import org.supportpolicy.internal.own.OwnTypes;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.source.RuleText;
import org.supportpolicy.rules.OpeningHours;
import org.supportpolicy.rules.Periods;

/**
 * All that a rule can speak of: facts and findings, their components and marked methods, constants, and the words for periods and hours.
 */
public final class Vocabulary {

    /** What the library knows. */
    static final Vocabulary LIBRARY = new Vocabulary(libraryTypes(), OwnTypes.NONE, Set.of());
    private static final Map<String, List<Member>> FUNCTIONS = functions();
    /** Where {@code conclude} comes from. */
    public static final String CONCLUDE = "org.supportpolicy.rules.Conclude.conclude";

    /** What can be asked of an object, and what can be called on it. */
    private record Members(Map<String, Member> properties, Map<String, List<Member>> methods) {

        static Members of(Class<?> type) {
            return new Members(propertiesOf(type), methodsOf(type));
        }
    }

    /** No class value: kept with a class of the JDK, what is ours would keep the loader of this library for ever. */
    private static final Map<Class<?>, Members> OF_JDK = new ConcurrentHashMap<>();
    /** A class value, since what a policy declares is to go with it. */
    private static final ClassValue<Members> OURS = new ClassValue<>() {
        @Override
        protected Members computeValue(Class<?> type) {
            return Members.of(type);
        }
    };

    private final OwnTypes own;
    private final Map<String, Class<?>> types;
    private final Set<String> unsound;
    private final Set<String> findings;
    private final Set<String> patterns;

    private Vocabulary(Map<String, Class<?>> types, OwnTypes own, Set<String> unsound) {
        this.own = own;
        this.types = types;
        this.unsound = unsound;
        this.findings = names(Vocabulary::isFinding);
        this.patterns = names(type -> isFact(type) || isFinding(type));
    }

    /** What the library knows, and what a policy declares beside it; what is wrong with that is added to the problems of its file. */
    public static Vocabulary of(Draft draft) {
        OwnTypes own = Declarations.of(draft.facts());
        Set<String> unsound = Declarations.unsound(draft, own);
        if (own == OwnTypes.NONE && unsound.isEmpty()) {
            return LIBRARY;
        }
        Map<String, Class<?>> all = new TreeMap<>(LIBRARY.types);
        own.names().forEach(name -> all.put(name, own.type(name)));
        return new Vocabulary(all, own, unsound);
    }

    /** What the policy declares. */
    public OwnTypes own() {
        return own;
    }

    private static Map<String, Member> propertiesOf(Class<?> type) {
        Map<String, Member> properties = new LinkedHashMap<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                properties.put(component.getName(), Member.of(component));
            }
        }
        marked(type).filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
                .forEach(method -> properties.putIfAbsent(property(method.getName()), Member.of(method)));
        return properties;
    }

    private static Map<String, List<Member>> methodsOf(Class<?> type) {
        Map<String, List<Member>> methods = new TreeMap<>();
        if (type == String.class) {
            Stream.of("startsWith", "endsWith").forEach(name -> methods.put(name, List.of(Member.ofText(name))));
        }
        marked(type).forEach(method -> methods.merge(method.getName(), List.of(Member.of(method)),
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        return methods;
    }

    private static Stream<Method> marked(Class<?> type) {
        return Arrays.stream(type.getMethods()).filter(method -> method.isAnnotationPresent(InRules.class))
                .sorted(Comparator.comparing(Method::toString));
    }

    /** {@code isOver} and {@code getPastHolds} go by {@code over} and {@code pastHolds}, as Drools has it. */
    private static String property(String method) {
        int prefix = method.startsWith("is") ? 2 : method.startsWith("get") ? 3 : 0;
        return prefix == 0 || prefix == method.length() ? method
                : Character.toLowerCase(method.charAt(prefix)) + method.substring(prefix + 1);
    }

    private static Map<String, Class<?>> libraryTypes() {
        Map<String, Class<?>> types = new TreeMap<>();
        Stream.of(Fact.class, Finding.class).flatMap(Vocabulary::leaves).forEach(type -> add(type, types));
        return types;
    }

    private static void add(Class<?> type, Map<String, Class<?>> types) {
        if (!type.getName().startsWith("org.supportpolicy.") || types.put(type.getSimpleName(), type) != null || !type.isRecord()) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            add(component.getType(), types);
            if (component.getGenericType() instanceof ParameterizedType many) {
                Arrays.stream(many.getActualTypeArguments()).filter(Class.class::isInstance).forEach(inner -> add((Class<?>) inner, types));
            }
        }
    }

    /** What a sealed type permits, and every sealed type between. */
    private static Stream<Class<?>> leaves(Class<?> type) {
        return type == OwnFact.class || type == OwnFinding.class ? Stream.of() : !type.isSealed() ? Stream.of(type)
                : Stream.concat(type == Fact.class || type == Finding.class ? Stream.of()
                        : Stream.of(type), Arrays.stream(type.getPermittedSubclasses()).flatMap(Vocabulary::leaves));
    }

    private static Map<String, List<Member>> functions() {
        Map<String, List<Member>> functions = new TreeMap<>();
        Stream.of(Periods.class, OpeningHours.class).flatMap(owner -> Arrays.stream(owner.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toString))
                .forEach(method -> functions.merge(method.getName(), List.of(Member.of(method)),
                        (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        return functions;
    }

    /** The class of a name, or null. */
    public @Nullable Class<?> type(String simple) {
        return types.get(simple);
    }

    /** Whether the policy declares something of this name, or tried to, with a mistake that has been said. */
    boolean isUnsound(String simple) {
        return unsound.contains(simple);
    }

    /** Whether a rule speaks of something whose declaration has a mistake, so that nothing more can be said of it. */
    boolean isUnsound(RuleBook book, RuleText rule) {
        return !unsound.isEmpty() && Stream.of(book.body(rule).split(" ")).anyMatch(unsound::contains);
    }

    /** Whether a class has this whole name. */
    boolean isNamed(String name) {
        return types.values().stream().anyMatch(type -> type.getName().equals(name));
    }

    /** Whether a fact set has this key. */
    boolean isKey(String key) {
        return key.equals("asOf") || key.equals("causes") || types.values().stream().filter(Vocabulary::isFact)
                .anyMatch(type -> OwnTypes.key(type.getSimpleName()).equals(key));
    }

    /** The names of all classes, or of those that can be looked at. */
    public Set<String> types(boolean patternsOnly) {
        return patternsOnly ? patterns : types.keySet();
    }

    /** The names of all findings. */
    public Set<String> findings() {
        return findings;
    }

    private Set<String> names(Predicate<Class<?>> which) {
        return types.entrySet().stream().filter(entry -> which.test(entry.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    public static boolean isFact(Class<?> type) {
        return Fact.class.isAssignableFrom(type);
    }

    public static boolean isFinding(Class<?> type) {
        return Finding.class.isAssignableFrom(type);
    }

    /** The functions of a name; none when there is no such function. */
    public static List<Member> functions(String name) {
        return FUNCTIONS.getOrDefault(name, List.of());
    }

    /** The names of all functions. */
    public static Set<String> functionNames() {
        return FUNCTIONS.keySet();
    }

    /** What can be asked of an object by a name alone, by that name. */
    public static Map<String, Member> properties(Class<?> type) {
        return allOf(type).properties;
    }

    /** What can be called on an object, or on the class itself, by name. */
    public static Map<String, List<Member>> methods(Class<?> type) {
        return allOf(type).methods;
    }

    private static Members allOf(Class<?> type) {
        return type.getClassLoader() == null ? OF_JDK.computeIfAbsent(type, Members::of) : OURS.get(type);
    }

    /** The constants of a class by name; none unless it has some. */
    static Map<String, Object> constants(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        if (Constants.isKind(type)) {
            Constants.of(type).forEach(constant -> constants.put(Constants.name(constant), constant));
        }
        return constants;
    }

    /** The values of a class by name: those that the library knows, and those that the policy adds. */
    public Map<String, Object> members(Class<?> type) {
        Map<String, Object> members = constants(type);
        own.members(type).forEach(member -> members.put(member.name(), member));
        return members;
    }

    /** The constructor of a finding from all its components; empty for one that is no record. */
    public static Optional<Member> constructor(Class<?> finding) {
        if (!finding.isRecord()) {
            return Optional.empty();
        }
        Class<?>[] types = Arrays.stream(finding.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = finding.getDeclaredConstructor(types);
            return Optional.of(Member.of(constructor));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has its constructor.", e);
        }
    }
}
