package org.supportpolicy.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of which schemas are put together; all of them are changed no more once they are handed on. */
final class SchemaParts {

    private SchemaParts() {}

    /** An object with these properties and no others, unless it is open. */
    static Map<String, Object> object(Map<String, Object> properties, Collection<String> required, boolean open) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", List.copyOf(required));
        }
        if (!open) {
            object.put("additionalProperties", false);
        }
        return object;
    }

    /** An array. */
    static Map<String, Object> array(Map<String, Object> items) {
        Map<String, Object> array = new LinkedHashMap<>();
        array.put("type", "array");
        array.put("items", items);
        return array;
    }

    /** An array of at most so many items. */
    static Map<String, Object> array(Map<String, Object> items, int most) {
        Map<String, Object> array = array(items);
        array.put("maxItems", most);
        return array;
    }

    /** A kind of value without more. */
    static Map<String, Object> type(Object type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }

    /** A whole number. */
    static Map<String, Object> integer(int least, int most) {
        Map<String, Object> integer = type("integer");
        integer.put("minimum", least);
        integer.put("maximum", most);
        return integer;
    }

    /** One of some texts. */
    static Map<String, Object> oneOf(Collection<String> texts) {
        Map<String, Object> schema = type("string");
        schema.put("enum", List.copyOf(texts));
        return schema;
    }

    /** A text and no other. */
    static Map<String, Object> constant(String text) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("const", text);
        return schema;
    }

    /** A value, or null. */
    static Map<String, Object> orNull(Map<String, Object> schema) {
        Map<String, Object> either = new LinkedHashMap<>();
        either.put("anyOf", List.of(schema, type("null")));
        return either;
    }

    /** The same with a description before it. */
    static Map<String, Object> described(String description, Map<String, Object> schema) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("description", description);
        described.putAll(schema);
        return described;
    }
}
