package org.supportpolicy.internal.record;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;

/**
 * What the path of a fact or of one of its components names, such as {@code impact}, {@code impact.systemDown} or {@code causes[0].by}.
 *
 * @param fact the fact
 * @param record the fact, or the record in it whose component is named
 * @param component the component; null for a fact as a whole
 * @param type the type of the component, or of the fact
 */
public record FactPath(Class<?> fact, Class<?> record, @Nullable String component, Type type) {

    private static final Pattern CAUSE = Pattern.compile("causes\\[(\\d+)]");
    private static final Pattern PLACE = Pattern.compile("\\[\\d+]");

    private static final Map<String, Class<?>> FACTS = Stream.of(Fact.class, Cause.class)
            .flatMap(sealed -> Arrays.stream(sealed.getPermittedSubclasses())).filter(Class::isRecord)
            .collect(Collectors.toUnmodifiableMap(FactPath::key, Function.identity()));

    /**
     * Reads a path.
     *
     * @param causes the causes of the fact set it belongs to; where there is none of a place, a cause is told by the component
     * @param others facts that may be among those it names, beside those of the library
     * @throws IllegalArgumentException if there is no such fact or component
     */
    public static FactPath of(String path, List<Cause> causes, Collection<? extends Class<?>> others) {
        String[] names = path.split("\\.");
        Class<?> fact = FACTS.get(names[0]);
        if (fact == null) {
            fact = others.stream().filter(other -> key(other).equals(names[0].replaceAll("\\[.*", ""))).findFirst().orElse(null);
        }
        if (fact == null) {
            fact = cause(path, names, causes);
        }
        FactPath found = new FactPath(fact, fact, null, fact);
        for (String name : List.of(names).subList(1, names.length)) {
            found = found.component(path, PLACE.matcher(name).replaceAll(""));
        }
        return found;
    }

    /** The place of the cause that a path names, from 0; -1 when it names none. */
    public static int causeOf(String path) {
        Matcher cause = CAUSE.matcher(path);
        return cause.lookingAt() ? Integer.parseInt(cause.group(1)) : -1;
    }

    private static Class<?> cause(String path, String[] names, List<Cause> causes) {
        int place = causeOf(path);
        return place >= 0 && place < causes.size() ? causes.get(place).getClass()
                : FACTS.values().stream().filter(Cause.class::isAssignableFrom)
                        .filter(kind -> place >= 0 && names.length > 1 && Shape.of(kind).names().contains(names[1]))
                        .findFirst().orElseThrow(() -> unknown(path));
    }

    private FactPath component(String path, String name) {
        Type inner = type instanceof ParameterizedType many ? many.getActualTypeArguments()[0] : type;
        if (!(inner instanceof Class<?> holder) || !holder.isRecord() || !Shape.of(holder).places().containsKey(name)) {
            throw unknown(path);
        }
        Shape shape = Shape.of(holder);
        return new FactPath(fact, holder, name, shape.types().get(shape.places().get(name)));
    }

    private static IllegalArgumentException unknown(String path) {
        return new IllegalArgumentException("There is no fact (" + path + ").");
    }

    /** The key of a fact in a fact set, such as {@code impact}. */
    public static String key(Class<?> fact) {
        String name = fact.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
