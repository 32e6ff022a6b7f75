package org.supportpolicy.internal.own;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.finding.OwnFinding;
import org.supportpolicy.internal.environment.OptionalLibrary;

/**
 * The classes of what a policy declares. Equal declarations have the same classes for as long as these are used, so that facts made for a
 * policy are facts of the same policy loaded again. Immutable and thread-safe.
 */
public final class OwnTypes {

    /** What a policy that declares nothing has. */
    public static final OwnTypes NONE = new OwnTypes("", List.of(), Map.of());

    /** What equal declarations became. */
    private record Declared(String home, List<OwnType> types) {}

    private static final Map<Declared, WeakReference<OwnTypes>> MADE = new HashMap<>();

    private final String home;
    private final List<OwnType> types;
    private final Map<String, Class<?>> classes;
    private final Map<String, Class<? extends OwnFact>> facts;

    private OwnTypes(String home, List<OwnType> types, Map<String, Class<?>> classes) {
        this.home = home;
        this.types = types;
        this.classes = classes;
        this.facts = classes.values().stream().filter(OwnFact.class::isAssignableFrom)
                .collect(Collectors.toMap(type -> key(type.getSimpleName()), type -> type.asSubclass(OwnFact.class), (a, b) -> a,
                        LinkedHashMap::new));
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
                OptionalLibrary.ASM.require();
                MADE.values().removeIf(reference -> reference.get() == null);
                made = ClassMaker.make(home, declared.types, classes -> new OwnTypes(home, declared.types, classes));
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
        return this == NONE ? other : new OwnTypes(other.home, Stream.concat(types.stream().filter(type -> !other.classes.containsKey(type.name())),
                other.types.stream()).toList(), all);
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
