package org.supportpolicy.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of several values of which the library knows some, as constants of its class, and to which a policy may add further ones. Two of one
 * class and name are equal. The known ones come first, in the order of the constants, then the others by their names. Immutable.
 *
 * <p>A host that does something of its own for some of them has something to do for the others too: what it does for the most usual one,
 * or to show its {@linkplain #words words}.
 *
 * @param <T> the class itself
 */
public abstract class OpenValue<T extends OpenValue<T>> implements Comparable<T> {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");
    private static final String NAMED = "The name must be given.";

    /** Those that are known, by name: filled while their class is initialized, and only read after that. */
    private static final ClassValue<Map<String, OpenValue<?>>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<String, OpenValue<?>> computeValue(Class<?> kind) {
            return new LinkedHashMap<>();
        }
    };

    private final String name;
    private final @Nullable String english;
    private final @Nullable String dutch;
    /** The place among those that are known; behind all of them for another. */
    private final int order;

    /**
     * Makes one that is known, as a constant of its class.
     *
     * @param name its name, which is that of the constant
     */
    protected OpenValue(String name) {
        this.name = name;
        this.english = null;
        this.dutch = null;
        Map<String, OpenValue<?>> known = KNOWN.get(getClass());
        this.order = known.size();
        known.put(name, this);
    }

    /**
     * Makes one that a policy adds.
     *
     * @param name its name
     * @param english how it is said in English; null for the words of the library, or its name
     * @param dutch the same in Dutch
     * @throws IllegalArgumentException if the name is not in capitals, digits and underscores, from 1 to 60 of them
     */
    protected OpenValue(String name, @Nullable String english, @Nullable String dutch) {
        if (!NAME.matcher(Objects.requireNonNull(name, NAMED)).matches()) {
            throw new IllegalArgumentException("The name must be in capitals, from 1 to 60 of them, with digits and underscores between.");
        }
        this.name = name;
        this.english = english;
        this.dutch = dutch;
        this.order = Integer.MAX_VALUE;
    }

    /** Those of a class that the library knows, in their order. */
    public static <T extends OpenValue<T>> List<T> known(Class<T> kind) {
        try {
            Class.forName(Objects.requireNonNull(kind, "The kind must be given.").getName(), true, kind.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return KNOWN.get(kind).values().stream().map(kind::cast).toList();
    }

    /** The one of a name: the constant, or one that is made. */
    protected static <T extends OpenValue<T>> T named(Class<T> kind, String name, Supplier<T> other) {
        OpenValue<?> known = KNOWN.get(kind).get(Objects.requireNonNull(name, NAMED));
        return known == null ? other.get() : kind.cast(known);
    }

    /** The same where one that is made has words. */
    protected static <T extends OpenValue<T>> T named(Class<T> kind, String name, String english, String dutch, Supplier<T> other) {
        Objects.requireNonNull(name, NAMED);
        Objects.requireNonNull(english, "The english must be given.");
        Objects.requireNonNull(dutch, "The dutch must be given.");
        return named(kind, name, other);
    }

    /** Its name, in capitals. */
    public final String name() {
        return name;
    }

    /** Whether the library knows it; else a policy added it. */
    public final boolean isKnown() {
        return order < Integer.MAX_VALUE;
    }

    /**
     * How the policy says it that added it, in Dutch for a Dutch locale, in English for any other; empty where it has no words of its own.
     */
    public final Optional<String> words(Locale locale) {
        boolean isDutch = Objects.requireNonNull(locale, "The locale must be given.").getLanguage().equals("nl");
        return Optional.ofNullable(isDutch ? dutch : english);
    }

    /** As documents have it; its name unless its class says otherwise. */
    @Override
    public String toString() {
        return name;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other || other instanceof OpenValue<?> that && getClass() == that.getClass() && name.equals(that.name);
    }

    @Override
    public final int hashCode() {
        return name.hashCode();
    }

    @Override
    public final int compareTo(T other) {
        OpenValue<?> that = Objects.requireNonNull(other, "The other must be given.");
        return order != that.order ? Integer.compare(order, that.order) : name.compareTo(that.name);
    }
}
