package org.supportpolicy.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Documents with one thing changed in them. */
final class Mutations {

    /** Values at their ends and beyond, and of every other kind, as JSON. */
    private static final List<String> ODD = List.of("-1", "0", "1", "4", "5", "2147483647", "2147483648", "1.0", "1.5", "-0", "true", "false", "\"\"", "\" \"", "\"\\u00a0\"", "{}", "[]",
            "[null]", "[{}]", "[[]]", "\"2\"", "\"no such thing\"", "\"type\"", "[\"09:00\",\"17:00\"]", "[[\"09:00\",\"17:00\"],[\"17:00\",\"18:00\"]]");
    /** Texts of each kind of time, good and bad; another of them takes the place of one that looks alike. */
    private static final Map<String, List<String>> TIMES = Map.of(
            "\\d{4}-.*T.*", List.of("2026-02-30T10:00:00Z", "2024-02-29T10:00:00+01:00", "2023-02-29T10:00:00Z", "2026-04-31T10:00Z", "2026-03-10T24:00:00Z", "2026-03-10T10:60:00Z",
                    "2026-03-10T23:59:60Z", "2026-03-10T10:00", "2026-03-10T10:00:00.123456789-05:30", "2026-03-10T10:00:00.1234567890Z", "2026-03-10T10:00:00.Z", "2026-03-10 10:00:00Z",
                    "2026-03-10t10:00:00z", "2026-03-10T10:00:00+0100", "2026-03-10T10:00:00.000+0000", "2026-03-10T10:00:00+01", "2026-03-10T10:00:00+18:00", "2026-03-10T10:00:00+18:01",
                    "2026-03-10T10:00:00-19:00", "1899-12-31T23:30:00-01:00", "1899-12-31T23:30:00Z", "1900-01-01T00:00:00Z", "2999-12-31T23:59:59Z", "2999-12-31T23:59:59-05:00",
                    "3000-01-01T00:00:00Z", "3000-01-01T00:00:00+05:00", "9999-12-31T00:00:00Z", "+2026-03-10T10:00:00Z", "2026-3-10T10:00:00Z", "2026-13-10T10:00:00Z", "yesterday", ""),
            "\\d{4}-\\d\\d-\\d\\d", List.of("2026-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2100-02-29", "2400-02-29", "2026-04-31", "2026-00-10", "2026-01-32", "1899-12-31", "1900-01-01", "2999-12-31",
                    "3000-01-01", "9999-12-31", "2026-1-1", "20260310", "10 March", "", "2026-03-10T00:00:00Z"),
            "PT.*", List.of("PT0S", "PT-1H", "-PT1H", "-PT-1H", "pt4h", "PT", "P", "P1D", "P1DT", "P1DT2H", "PT1.5S", "PT1,5S", "PT1.S", "PT.5S", "PT1H-30M", "PT1H-70M", "PT+1H", "P1Y", "1H", "PT87660H", "PT900000H",
                    "P3652D", "PT99999999999999999999H", "P-1D"),
            "P\\d.*", List.of("P0D", "P-1D", "-P1D", "-P-1D", "P1W", "P1Y2M3W4D", "p1d", "P", "P1.5D", "PT1H", "P100Y", "P101Y", "P-1W8D", "P-1Y", "P1Y-1M", "P99999999999D", "14"),
            "\\d\\d:\\d\\d", List.of("00:00", "24:00", "24:01", "9:00", "09:60", "09:00:00", "09:00:00.5", "00:00:00", "09", "noon", "23:59:59.999999999"),
            "[A-Z][a-z]+/[A-Z][A-Za-z_]+", List.of("Z", "+01:00", "UTC", "GMT+2", "Europe/Amsterdm", "Mars", "", "+99:00", "Europe Amsterdam", "CET"));

    private final Random random;
    private final List<Consumer<ObjectNode>> ways = List.of(this::drop, this::rename, this::odd, this::odd, this::time, this::time, this::constant, this::add, this::nothing, this::move, this::again);

    Mutations(long seed) {
        this.random = new Random(seed * 0x9e3779b97f4a7c15L); // seeds in a row would begin alike
    }

    /** Changes one thing in a document. */
    void change(ObjectNode document) {
        ways.get(random.nextInt(ways.size())).accept(document);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> objects.addAll(objects(child)));
        return objects;
    }

    /** A place of a value: an object with a key, or an array with an index. */
    private record Place(JsonNode holder, String key, int index) {

        JsonNode get() {
            return holder instanceof ObjectNode object ? object.get(key) : holder.get(index);
        }

        void set(JsonNode value) {
            if (holder instanceof ObjectNode object) {
                object.set(key, value);
            } else {
                ((ArrayNode) holder).set(index, value);
            }
        }
    }

    private static List<Place> places(JsonNode node) {
        List<Place> places = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(key -> places.add(new Place(object, key, 0)));
        }
        for (int i = 0; node instanceof ArrayNode && i < node.size(); i++) {
            places.add(new Place(node, "", i));
        }
        node.forEach(child -> places.addAll(places(child)));
        return places;
    }

    private Place place(ObjectNode document, String text) {
        List<Place> fitting = places(document).stream().filter(place -> text.isEmpty() || place.get().isTextual() && place.get().asText().matches(text)).toList();
        return fitting.isEmpty() ? pick(places(document)) : pick(fitting);
    }

    private String key(ObjectNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys.isEmpty() ? "" : pick(keys);
    }

    private void drop(ObjectNode document) {
        ObjectNode object = pick(objects(document));
        object.remove(key(object));
    }

    private void rename(ObjectNode document) {
        ObjectNode object = pick(objects(document));
        String key = key(object);
        JsonNode value = object.remove(key);
        object.set(random.nextBoolean() ? key + "s" : key.toUpperCase(Locale.ROOT), value == null ? TextNode.valueOf("") : value);
    }

    private void odd(ObjectNode document) {
        place(document, "").set(json(pick(ODD)));
    }

    private void time(ObjectNode document) {
        String kind = pick(TIMES.keySet().stream().sorted().toList());
        place(document, kind).set(TextNode.valueOf(pick(TIMES.get(kind))));
    }

    private void constant(ObjectNode document) {
        Place place = place(document, "[A-Z_]+|[a-z][A-Za-z]+");
        String text = place.get().asText();
        place.set(TextNode.valueOf(random.nextBoolean() ? text.toLowerCase(Locale.ROOT) : text + "X"));
    }

    private void add(ObjectNode document) {
        pick(objects(document)).set(pick(List.of("x", "type", "asOf", "to", "by", "ticket", "1", "5", "MONDAY", "2026-01-01")), json(pick(ODD)));
    }

    private void nothing(ObjectNode document) {
        place(document, "").set(json("null"));
    }

    /** What stands in one place stands in another too. */
    private void move(ObjectNode document) {
        JsonNode what = place(document, "").get().deepCopy();
        place(document, "").set(what);
    }

    /** An item of a list stands in it again, or many times over. */
    private void again(ObjectNode document) {
        List<Place> lists = places(document).stream().filter(place -> place.get() instanceof ArrayNode items && !items.isEmpty()).toList();
        if (!lists.isEmpty()) {
            ArrayNode items = (ArrayNode) pick(lists).get();
            JsonNode item = items.get(random.nextInt(items.size()));
            for (int i = random.nextInt(20) == 0 ? 120 : 1; i > 0; i--) {
                items.add(item.deepCopy());
            }
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
