package org.supportpolicy.workbench.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON that the library does not write, and the language of its texts. */
public final class Json {

    public static final String TYPE = "application/json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** What is Java as JSON. */
    public static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Reads what the library wrote. */
    public static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the library writes is JSON.", e);
        }
    }

    public static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written.", e);
        }
    }

    public static void write(JsonNode json, Context request) {
        request.contentType(TYPE).result(bytes(json));
    }

    /**
     * The language that the query asks for with {@code lang=nl}, or else the header {@code Accept-Language}; English if neither does. Of a
     * language that the query asks for and that is neither, English.
     */
    public static Locale language(Context request) {
        String asked = request.queryParam("lang");
        return language(asked != null ? asked : request.header("Accept-Language"));
    }

    /** Of the two languages the one that a header asks for first; English if it asks for neither, or in no language that there is. */
    public static Locale language(@Nullable String header) {
        try {
            Locale best = header == null ? null : Locale.lookup(Locale.LanguageRange.parse(header), List.of(Locale.ENGLISH, DUTCH));
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
