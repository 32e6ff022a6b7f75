package org.supportpolicy.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a scenario file, with the place where it stands.
 *
 * @param value a map from keys to items, a list of items, a text, a number, a truth or null
 * @param line the line on which it begins, from 1; 0 for one that stands in no file
 * @param column the column at which it begins, from 1
 * @param keyLine the line of its key, or of itself where it has none
 * @param keyColumn the column of its key, or of itself where it has none
 */
record Item(@Nullable Object value, int line, int column, int keyLine, int keyColumn) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** An item that stands in no file. */
    static Item of(@Nullable Object value) {
        return new Item(value, 0, 0, 0, 0);
    }

    /** This item under a key. */
    Item under(int line, int column) {
        return new Item(value, this.line, this.column, line, column);
    }

    boolean isMap() {
        return value instanceof Map;
    }

    boolean isList() {
        return value instanceof List;
    }

    /** The members of a map; none of anything else. */
    @SuppressWarnings("unchecked")
    Map<String, Item> members() {
        return value instanceof Map ? (Map<String, Item>) value : Map.of();
    }

    /** The items of a list; none of anything else. */
    @SuppressWarnings("unchecked")
    List<Item> items() {
        return value instanceof List ? (List<Item>) value : List.of();
    }

    /** The value of a key; null, in no place, for one that is not there. */
    Item member(String key) {
        return members().getOrDefault(key, Item.of(null));
    }

    /** How many values there are, this one included; one that stands in two places counts twice. */
    int size() {
        return 1 + Stream.concat(members().values().stream(), items().stream()).mapToInt(Item::size).sum();
    }

    /** How many levels there are, this one included. */
    int height() {
        return 1 + Stream.concat(members().values().stream(), items().stream()).mapToInt(Item::height).max().orElse(0);
    }

    /** What a JSON pointer leads to, or the last item on the way. */
    Item at(@Nullable String pointer) {
        Item item = this;
        for (String step : pointer == null || pointer.isEmpty() ? List.<String>of() : List.of(pointer.substring(1).split("/", -1))) {
            String key = step.replace("~1", "/").replace("~0", "~");
            Item next = item.isList() ? item.items().get(Integer.parseInt(key)) : item.members().get(key);
            if (next == null) {
                return item;
            }
            item = next;
        }
        return item;
    }

    /** Puts a value at a dotted path, making maps on the way; returns the changed copy. */
    Item with(String path, Item item) {
        int dot = path.indexOf('.');
        Map<String, Item> members = new LinkedHashMap<>(members());
        String key = dot < 0 ? path : path.substring(0, dot);
        members.put(key, dot < 0 ? item : members.getOrDefault(key, item.emptied()).with(path.substring(dot + 1), item));
        return new Item(members, line, column, keyLine, keyColumn);
    }

    private Item emptied() {
        return new Item(Map.of(), line, column, keyLine, keyColumn);
    }

    /** The value without places: maps, lists, texts, numbers, truths and nulls. */
    @Nullable Object plain() {
        if (isMap()) {
            Map<String, Object> plain = new LinkedHashMap<>();
            members().forEach((key, member) -> plain.put(key, member.plain()));
            return plain;
        }
        return isList() ? new ArrayList<>(items().stream().map(Item::plain).toList()) : value;
    }

    /** The value as JSON. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(JsonGenerator json) throws IOException {
        if (isMap()) {
            json.writeStartObject();
            for (Map.Entry<String, Item> member : members().entrySet()) {
                json.writeFieldName(member.getKey());
                member.getValue().write(json);
            }
            json.writeEndObject();
        } else if (isList()) {
            json.writeStartArray();
            for (Item item : items()) {
                item.write(json);
            }
            json.writeEndArray();
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }
}
