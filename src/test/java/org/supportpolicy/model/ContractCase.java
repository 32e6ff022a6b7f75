package org.supportpolicy.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A worked case: a fact set, and what must hold in its decision. Keys are {@code id}, {@code facts}, {@code holds} (path to value),
 * {@code includes} and {@code excludes} (path to members), {@code absent} (paths) and {@code refused} (a JSON pointer).
 *
 * @param facts the fact set as it is written
 * @param expected the whole case
 */
record ContractCase(String facts, Map<String, Object> expected) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Reads a case from its line. */
    static ContractCase of(String line) {
        return new ContractCase(facts(line), object(new Load(LoadSettings.builder().build()).loadFromString(line)));
    }

    String id() {
        return (String) expected.get("id");
    }

    /** The pointer at which the fact set is refused, or null. */
    String refused() {
        return (String) expected.get("refused");
    }

    /**
     * What does not hold.
     *
     * @param decision gives the value at a path, in lists, maps, texts, numbers and truths; null for none
     * @param waits whether a member at a path need not be there yet
     */
    List<String> failures(Function<String, Object> decision, BiPredicate<String, Object> waits) {
        List<String> failures = new ArrayList<>();
        at("holds").forEach((path, value) -> {
            if (!same(value, decision.apply(path))) {
                failures.add(id() + ": " + path + " is " + decision.apply(path) + " and not " + value);
            }
        });
        at("includes").forEach((path, members) -> list(members).forEach(member -> {
            if (!has(decision.apply(path), member) && !waits.test(path, member)) {
                failures.add(id() + ": " + path + " lacks " + member + ", it is " + decision.apply(path));
            }
        }));
        at("excludes").forEach((path, members) -> list(members).forEach(member -> {
            if (has(decision.apply(path), member)) {
                failures.add(id() + ": " + path + " has " + member + ", it is " + decision.apply(path));
            }
        }));
        list(expected.getOrDefault("absent", List.of())).forEach(path -> {
            if (decision.apply((String) path) != null) {
                failures.add(id() + ": " + path + " is " + decision.apply((String) path) + " and not absent");
            }
        });
        return failures;
    }

    private Map<String, Object> at(String key) {
        return object(expected.getOrDefault(key, Map.of()));
    }

    private static boolean has(Object list, Object member) {
        return list != null && list(list).stream().anyMatch(one -> same(member, one));
    }

    /** Whether a value is as expected; instants are the same whatever their offset, and an action may be named by its kind alone. */
    private static boolean same(Object expected, Object value) {
        if (expected instanceof List<?> many) {
            return value instanceof List<?> others && many.size() == others.size()
                    && many.stream().allMatch(one -> same(one, others.get(many.indexOf(one))));
        }
        if (expected instanceof String name && value instanceof Map<?, ?> action) {
            return name.equals(action.get("action"));
        }
        if (expected instanceof String text && value instanceof String other && instant(text) != null) {
            return instant(text).equals(instant(other));
        }
        return expected.equals(value);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The fact set as it is written in the line, so that a reader sees just that. */
    private static String facts(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean facts = parser.currentName().equals("facts");
                parser.nextToken();
                int begin = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (facts) {
                    return line.substring(begin, (int) parser.currentLocation().getCharOffset());
                }
            }
            throw new IllegalArgumentException("A case without facts: " + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    private static Collection<?> list(Object value) {
        return (Collection<?>) value;
    }

    @Override
    public String toString() {
        return id();
    }
}
