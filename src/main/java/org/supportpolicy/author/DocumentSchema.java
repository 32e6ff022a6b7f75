package org.supportpolicy.author;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may stand at a place of a document, by its JSON Schema. Not thread-safe. */
final class DocumentSchema {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String DEFINITIONS = "#/$defs/";

    /** A whole schema, and what was found in it. */
    private static final class Whole {
        final Map<String, Object> definitions;
        final Map<Object, String> names = new IdentityHashMap<>();
        final Map<Object, DocumentSchema> found = new IdentityHashMap<>();

        Whole(Map<String, Object> root) {
            this.definitions = map(root.get("$defs"));
            definitions.forEach((name, definition) -> names.put(definition, name.substring(name.indexOf('.') + 1))); // own.Tier is Tier
        }
    }

    private static final Map<String, Object> NOTHING = Map.of();

    private final Whole whole;
    private final List<Map<String, Object>> parts;
    private final Map<String, Object> properties = new LinkedHashMap<>();

    private DocumentSchema(Whole whole, List<Map<String, Object>> parts) {
        this.whole = whole;
        this.parts = parts;
        parts.forEach(part -> map(part.get("properties")).forEach(properties::putIfAbsent));
    }

    /** A schema that is given as JSON. */
    static DocumentSchema of(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            Map<String, Object> root = map(value(parser));
            return new DocumentSchema(new Whole(root), List.of(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                members.put(key, value(parser));
            }
            return members;
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return items;
        }
        return parser.getText();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map ? (Map<String, Object>) value : NOTHING;
    }

    /** What stands in the items of a list, or here where there is no list. */
    DocumentSchema items() {
        return parts.stream().filter(part -> part.containsKey("items")).findFirst().map(part -> at(map(part.get("items")))).orElse(this);
    }

    /** The keys that may stand here. */
    Set<String> keys() {
        return properties.keySet();
    }

    /** What stands under a key; nothing that is known where there is no such key. */
    DocumentSchema member(String key) {
        return at(map(properties.get(key)));
    }

    /** What is said of a key. */
    String said(String key) {
        return String.valueOf(map(properties.get(key)).getOrDefault("description", ""));
    }

    /** The constants that may stand here, or the one. */
    List<String> constants() {
        return parts.stream().flatMap(part -> Stream.concat(
                part.get("enum") instanceof List<?> constants ? constants.stream() : Stream.empty(), Stream.ofNullable(part.get("const"))))
                .map(String::valueOf).distinct().toList();
    }

    /** Whether true and false may stand here. */
    boolean isTruth() {
        return parts.stream().anyMatch(part -> "boolean".equals(part.get("type")));
    }

    /** The name of the record or class that stands here, such as {@code Ticket}; empty when it has none. */
    String name() {
        return parts.stream().map(part -> whole.names.getOrDefault(part, "")).filter(name -> !name.isEmpty()).findFirst().orElse("");
    }

    /**
     * The name of the record that has a key, of several that may stand here; empty when it has none.
     *
     * @param type what stands under {@code type}, which tells causes from each other; null when nothing does
     */
    String holder(String key, @Nullable String type) {
        return parts.stream().filter(part -> {
            Map<String, Object> own = map(part.get("properties"));
            Object constant = map(own.get("type")).get("const");
            return own.containsKey(key) && (constant == null || type == null || constant.equals(type));
        }).map(part -> whole.names.getOrDefault(part, "")).findFirst().orElse("");
    }

    private DocumentSchema at(Map<String, Object> schema) {
        DocumentSchema found = whole.found.get(schema);
        if (found == null) {
            List<Map<String, Object>> all = new ArrayList<>();
            add(schema, all);
            found = new DocumentSchema(whole, List.copyOf(all));
            whole.found.put(schema, found);
        }
        return found;
    }

    /** Adds what a schema stands for. */
    private void add(Map<String, Object> schema, List<Map<String, Object>> all) {
        if (schema.get("$ref") instanceof String ref && ref.startsWith(DEFINITIONS)) {
            add(map(whole.definitions.get(ref.substring(DEFINITIONS.length()))), all);
        }
        Stream.of("anyOf", "oneOf").map(schema::get).filter(List.class::isInstance)
                .forEach(choices -> ((List<?>) choices).forEach(choice -> add(map(choice), all)));
        all.add(schema);
    }
}
