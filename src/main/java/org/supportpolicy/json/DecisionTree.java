package org.supportpolicy.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;

/** A decision as it is written in JSON, in maps, lists, texts, whole numbers and truths, so that decisions can be compared part by part. */
public final class DecisionTree {

    private static final DecisionWriter WRITER = new DecisionWriter();

    private DecisionTree() {}

    /**
     * The sections of a decision by their keys.
     *
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public static Map<String, Object> of(Decision decision) {
        return read(WRITER.write(Objects.requireNonNull(decision, "The decision must be given.")));
    }

    /**
     * Some of them, which need not be looked for beyond that, beside what says which decision it is.
     *
     * @param keys the keys that are asked for; those that no decision has are left out
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public static Map<String, Object> of(Decision decision, Collection<String> keys) {
        return read(WRITER.only(Objects.requireNonNull(keys, "The keys must be given."))
                .write(Objects.requireNonNull(decision, "The decision must be given.")));
    }

    /** The same of an object that a writer has written. */
    @SuppressWarnings("unchecked") // an object becomes a map
    static Map<String, Object> read(String json) {
        try (JsonParser parser = Jackson.factory().createParser(json)) {
            parser.nextToken();
            return (Map<String, Object>) Objects.requireNonNull(read(parser));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of a value that was read before. */
    static @Nullable Object of(Node node) {
        if (node instanceof Node.Members object) {
            Map<String, Object> members = new LinkedHashMap<>();
            object.members().forEach(member -> members.put(member.key(), of(member.value())));
            return members;
        } else if (node instanceof Node.Items many) {
            List<Object> items = new ArrayList<>();
            many.items().forEach(item -> items.add(of(item)));
            return items;
        } else if (node instanceof Node.Number number) {
            return whole(number.value());
        } else if (node instanceof Node.Truth truth) {
            return truth.value();
        }
        return node instanceof Node.Text text ? text.value() : null;
    }

    /** A whole number; any other, of which a decision has none, as it was written. */
    private static Object whole(String number) {
        try {
            return Integer.valueOf(number);
        } catch (NumberFormatException e) {
            return number;
        }
    }

    private static @Nullable Object read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    members.put(key, read(parser));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser));
                }
                yield items;
            }
            case VALUE_NUMBER_INT -> parser.getIntValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }
}
