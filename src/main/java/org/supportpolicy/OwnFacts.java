package org.supportpolicy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.finding.OwnFinding;
import org.supportpolicy.internal.own.OwnTypes;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.internal.words.Spelling;

/**
 * The facts that a policy declares beside those of the library. A host makes them by name, or of records of its own. Immutable and
 * thread-safe.
 */
public final class OwnFacts {

    /** Those of a policy that declares none. */
    public static final OwnFacts NONE = new OwnFacts(OwnTypes.NONE, false);

    private final OwnTypes types;
    private final boolean isLenient;

    private OwnFacts(OwnTypes types, boolean isLenient) {
        this.types = types;
        this.isLenient = isLenient;
    }

    static OwnFacts of(OwnTypes types) {
        return types == OwnTypes.NONE ? NONE : new OwnFacts(types, false);
    }

    /** These and those of another policy; of two with one key the other's. */
    public OwnFacts and(OwnFacts other) {
        return of(types.and(Objects.requireNonNull(other, "The other must be given.").types));
    }

    /** The same; what they do not declare they leave out. */
    OwnFacts lenient() {
        return new OwnFacts(types, true);
    }

    OwnTypes types() {
        return types;
    }

    /** Equal declarations are equal, whichever policy has them, for as long as either is used. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OwnFacts facts && types == facts.types && isLenient == facts.isLenient;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(types);
    }

    /** Their classes by their keys in a fact set, such as {@code tier}, in the order in which they are declared. */
    public Map<String, Class<? extends OwnFact>> kinds() {
        return types.facts();
    }

    /** The classes of the findings that the policy declares, by their names, in the order in which they are declared. */
    public Map<String, Class<? extends OwnFinding>> findings() {
        Map<String, Class<? extends OwnFinding>> findings = new LinkedHashMap<>();
        types.findings().forEach(finding -> findings.put(finding.getSimpleName(), finding));
        return Collections.unmodifiableMap(findings);
    }

    /**
     * The values that the policy adds to those of a class that the library knows, in the order in which they are declared.
     *
     * @param kind the class, such as {@code Exclusion.class}
     */
    public <T extends OpenValue<T>> List<T> further(Class<T> kind) {
        return types.members(Objects.requireNonNull(kind, "The kind must be given.")).stream().map(kind::cast).toList();
    }

    /**
     * Starts a fact of which nothing is known.
     *
     * @param key its key in a fact set, such as {@code tier}
     * @throws IllegalArgumentException if the policy declares no such fact
     */
    public Builder fact(String key) {
        return new Builder(this, kind(Objects.requireNonNull(key, "The key must be given.")));
    }

    /**
     * The fact that a record of the host's own says, which is public, has the name of the fact, and components with the names of those of
     * the fact. A constant stands for that of the same name.
     *
     * @throws IllegalArgumentException if its class is not public, the policy declares no such fact or component, or a value is of another
     *     type
     * @throws BadFactException if a value is none that may be
     */
    public OwnFact fact(Record record) {
        Map<String, Object> known = OwnValues.known(Objects.requireNonNull(record, "The record must be given."));
        Builder builder = fact(FactPath.key(record.getClass()));
        known.forEach(builder::with);
        return builder.build();
    }

    /**
     * A finding that the policy declares, as a test of its rules gives or expects it.
     *
     * @param name its name, such as {@code GoldCustomer}
     * @param components the values of all its components, as {@link Builder#with} takes them, by their names
     * @throws IllegalArgumentException if the policy declares no such finding or component, or a value is of another type
     * @throws BadFactException if a value is missing, or none that may be
     */
    public OwnFinding finding(String name, Map<String, ?> components) {
        Objects.requireNonNull(name, "The name must be given.");
        Objects.requireNonNull(components, "The components must be given.");
        Class<? extends OwnFinding> kind = findings().get(name);
        if (kind == null) {
            throw new IllegalArgumentException("The policy has no finding (" + name + ")." + maybe(name, findings().keySet()));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        components.forEach((component, value) -> values.put(component, value(kind, component, value)));
        return Components.make(kind, values);
    }

    /** The finding that a record of the host's own says, which has the name of the finding, and its components, as above. */
    public OwnFinding finding(Record record) {
        return finding(Objects.requireNonNull(record, "The record must be given.").getClass().getSimpleName(),
                OwnValues.known(record));
    }

    private static String none(Class<?> kind, String component) {
        return kind.getSimpleName() + " has no (" + component + ")." + maybe(component, Shape.of(kind).names());
    }

    private Object value(Class<?> kind, String component, Object value) {
        Shape shape = Shape.of(kind);
        Integer place = shape.places().get(component);
        if (place == null) {
            throw new IllegalArgumentException(none(kind, component));
        }
        return new OwnValues(types).of(kind.getSimpleName() + "." + component, shape.types().get(place), value);
    }

    private Class<? extends OwnFact> kind(String key) {
        Class<? extends OwnFact> kind = kinds().get(key);
        if (kind == null) {
            throw new IllegalArgumentException("The policy has no fact (" + key + ")." + maybe(key, kinds().keySet()));
        }
        return kind;
    }

    private static String maybe(String name, Collection<String> names) {
        String nearest = Spelling.nearest(name, names);
        return nearest == null ? "" : " Maybe " + nearest + ".";
    }

    /**
     * A fact set whose own facts are of this policy.
     *
     * @param ignored the paths of what was left out, since the policy does not declare it
     */
    record Adopted(FactSet facts, List<String> ignored) {}

    /** A fact set whose own facts are of this policy, by whatever policy they were made. */
    FactSet adopted(FactSet facts) {
        return isOurs(facts) ? facts : adoption(facts).facts();
    }

    /** Whether all its own facts are of this policy. */
    boolean isOurs(FactSet facts) {
        List<Fact> all = facts.facts();
        for (int i = 0, end = all.size(); i < end; i++) {
            if (all.get(i) instanceof OwnFact own && kinds().get(FactPath.key(own.getClass())) != own.getClass()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Makes own facts those of this policy.
     *
     * @throws PolicyException if the policy does not declare one of them, or not so, and does not leave it out
     */
    Adopted adoption(FactSet facts) {
        List<Fact> adopted = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Fact fact : facts.facts()) {
            if (fact instanceof OwnFact) {
                adopt((Record) fact, adopted, ignored, problems);
            } else {
                adopted.add(fact);
            }
        }
        if (!problems.isEmpty()) {
            throw new PolicyException("The fact set", problems);
        }
        return new Adopted(FactSet.builder(facts.asOf()).with(adopted.toArray(Fact[]::new)).build(), ignored);
    }

    private void adopt(Record fact, List<Fact> adopted, List<String> ignored, List<Problem> problems) {
        String key = FactPath.key(fact.getClass());
        if (isLenient && !kinds().containsKey(key)) {
            ignored.add(key);
            return;
        }
        try {
            Builder builder = fact(key);
            for (Map.Entry<String, Object> each : Components.known(fact).entrySet()) {
                if (!isLenient || builder.takes(each.getKey(), each.getValue())) {
                    builder.with(each.getKey(), each.getValue());
                } else {
                    ignored.add(key + "." + each.getKey());
                }
            }
            adopted.add(builder.build());
        } catch (IllegalArgumentException e) {
            problems.add(Problem.of("SP-I011", key, String.valueOf(e.getMessage())));
        }
    }

    /** Collects what is known of a fact. Not thread-safe. */
    public static final class Builder {

        private final OwnFacts own;
        private final Class<? extends OwnFact> kind;
        private final Map<String, Object> known = new LinkedHashMap<>();

        private Builder(OwnFacts own, Class<? extends OwnFact> kind) {
            this.own = own;
            this.kind = kind;
        }

        /**
         * Says what a component is.
         *
         * @param component its name
         * @param value its value: of a choice the constant or its name, of a list records with the names of its components; null when it is
         *     unknown
         * @throws IllegalArgumentException if there is no such component, or the value is of another type
         */
        public Builder with(String component, @Nullable Object value) {
            Objects.requireNonNull(component, "The component must be given.");
            if (value != null) {
                known.put(component, own.value(kind, component, value));
            } else if (Shape.of(kind).places().containsKey(component)) {
                known.remove(component);
            } else {
                throw new IllegalArgumentException(none(kind, component));
            }
            return this;
        }

        /** Whether a component can have a value. */
        private boolean takes(String component, Object value) {
            try {
                new Builder(own, kind).with(component, value).build();
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        /**
         * Makes the fact.
         *
         * @throws BadFactException if a value is none that may be
         */
        public OwnFact build() {
            return Components.make(kind, known);
        }
    }
}
