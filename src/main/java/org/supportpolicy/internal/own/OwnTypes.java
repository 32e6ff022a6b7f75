package org.supportpolicy.internal.own;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.finding.OwnFinding;
import org.supportpolicy.finding.Referral;
import org.supportpolicy.internal.environment.OptionalLibrary;

/**
 * The classes of what a policy declares. Equal declarations have the same classes for as long as these are used, so that facts made for a
 * policy are facts of the same policy loaded again. Immutable and thread-safe.
 */
public final class OwnTypes {

    /** What a policy that declares nothing has. */
    public static final OwnTypes NONE = new OwnTypes("", List.of(), Map.of());

    /** The classes to whose values a policy may add, by name, and what makes a value of its name and its words in English and Dutch. */
    private static final Map<String, Open> OPEN = Stream.of(
            new Open(Exclusion.class, Exclusion::of, Exclusion::of),
            new Open(ActionKind.class, ActionKind::of, ActionKind::of),
            new Open(Irregularity.class, Irregularity::of, Irregularity::of),
            new Open(Referral.class, Referral::of, Referral::of),
            new Open(Ground.class, Ground::of, Ground::of),
            new Open(IntakeField.class, IntakeField::of, IntakeField::of))
            .collect(Collectors.toUnmodifiableMap(open -> open.kind.getSimpleName(), open -> open));

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private record Open(Class<? extends OpenValue<?>> kind, Function<String, OpenValue<?>> named, Maker maker) {}

    /** Makes a value of a name and its words. */
    @FunctionalInterface
    private interface Maker {
        OpenValue<?> of(String name, String english, String dutch);
    }

    /** What equal declarations became. */
    private record Declared(String home, List<OwnType> types) {}

    private static final Map<Declared, WeakReference<OwnTypes>> MADE = new HashMap<>();

    private final String home;
    private final List<OwnType> types;
    private final Map<String, Class<?>> classes;
    private final Map<String, Class<? extends OwnFact>> facts;
    private final Map<Class<?>, List<OpenValue<?>>> members;

    private OwnTypes(String home, List<OwnType> types, Map<String, Class<?>> classes) {
        this.home = home;
        this.types = types;
        this.classes = classes;
        this.facts = classes.values().stream().filter(OwnFact.class::isAssignableFrom)
                .collect(Collectors.toMap(type -> key(type.getSimpleName()), type -> type.asSubclass(OwnFact.class), (a, b) -> a,
                        LinkedHashMap::new));
        this.members = new HashMap<>();
        types.stream().filter(type -> type.adds() != null).forEach(this::addMembers);
    }

    private void addMembers(OwnType type) {
        Open open = OPEN.get(type.adds());
        List<OpenValue<?>> added = members.computeIfAbsent(open.kind, first -> new ArrayList<>());
        for (String name : type.constants()) {
            OpenValue<?> value = open.maker.of(name, phrase(type.words().english(), type.name() + "." + name),
                    phrase(type.words().dutch(), type.name() + "." + name));
            added.remove(value); // of two editions that add it, the later says it
            added.add(value);
        }
    }

    private static String phrase(List<String> words, String key) {
        return words.get(words.indexOf(key) + 1);
    }

    /** The names of the classes to whose values a policy may add, in their order. */
    public static Set<String> open() {
        return new TreeSet<>(OPEN.keySet());
    }

    /**
     * The value that stands in a document, whether or not the library knows it.
     *
     * @param kind its class, to whose values a policy may add
     * @throws IllegalArgumentException if no value is written so
     */
    public static OpenValue<?> named(Class<?> kind, String written) {
        return OPEN.get(kind.getSimpleName()).named.apply(HUMP.matcher(written).replaceAll("_").toUpperCase(Locale.ROOT));
    }

    /** The values that the policy adds to those of a class that the library knows, in the order in which they are declared. */
    public List<OpenValue<?>> members(Class<?> kind) {
        return members.getOrDefault(kind, List.of());
    }

    /**
     * The classes of declarations that were checked.
     *
     * @param home their package
     * @throws org.supportpolicy.PolicyException if what makes classes is not there
     */
    public static OwnTypes of(String home, List<OwnType> types) {
        if (types.isEmpty()) {
            return NONE;
        }
        Declared declared = new Declared(home, List.copyOf(types));
        synchronized (MADE) {
            WeakReference<OwnTypes> former = MADE.get(declared);
            OwnTypes made = former == null ? null : former.get();
            if (made == null) {
                MADE.values().removeIf(reference -> reference.get() == null);
                made = made(declared);
                MADE.put(declared, new WeakReference<>(made));
            }
            return made;
        }
    }

    /** These classes and those of another policy; of two of one name the other's. */
    public OwnTypes and(OwnTypes other) {
        if (equals(other) || other == NONE) {
            return this;
        }
        Map<String, Class<?>> all = new LinkedHashMap<>(classes);
        all.putAll(other.classes);
        return this == NONE ? other : new OwnTypes(other.home, Stream.concat(
                types.stream().filter(type -> !other.classes.containsKey(type.name())), other.types.stream()).toList(), all);
    }

    private static OwnTypes made(Declared declared) {
        List<OwnType> classes = declared.types.stream().filter(type -> type.adds() == null).toList();
        if (classes.isEmpty()) {
            return new OwnTypes(declared.home, declared.types, Map.of());
        }
        OptionalLibrary.ASM.require();
        return ClassMaker.make(declared.home, classes, made -> new OwnTypes(declared.home, declared.types, made));
    }

    /** The key of a fact in a fact set. */
    public static String key(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** What was declared, in its order. */
    public List<OwnType> declared() {
        return types;
    }

    /** Their package. */
    public String home() {
        return home;
    }

    /** The names of all classes, in the order in which they are declared. */
    public Set<String> names() {
        return classes.keySet();
    }

    /** The class of a name; null when there is none. */
    public @Nullable Class<?> type(String name) {
        return classes.get(name);
    }

    /** The facts by their keys. */
    public Map<String, Class<? extends OwnFact>> facts() {
        return facts;
    }

    /** The fact of a key. */
    public Optional<Class<? extends OwnFact>> fact(String key) {
        return Optional.ofNullable(facts.get(key));
    }

    /** The findings. */
    public List<Class<? extends OwnFinding>> findings() {
        return classes.values().stream().filter(OwnFinding.class::isAssignableFrom)
                .<Class<? extends OwnFinding>>map(type -> type.asSubclass(OwnFinding.class)).toList();
    }
}
