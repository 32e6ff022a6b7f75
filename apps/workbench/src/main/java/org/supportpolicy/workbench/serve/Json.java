package org.supportpolicy.workbench.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON that the library does not write, and the language of its texts. */
final class Json {

    static final String TYPE = "application/json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Reads what the library wrote. */
    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the library writes is JSON.", e);
        }
    }

    static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written.", e);
        }
    }

    static void write(JsonNode json, Context request) {
        request.contentType(TYPE).result(bytes(json));
    }

    /**
     * The language that the query asks for with {@code lang=nl}, or else the header {@code Accept-Language}; English if neither does. Of a
     * language that the query asks for and that is neither, English.
     */
    static Locale language(Context request) {
        String asked = request.queryParam("lang");
        return language(asked != null ? asked : request.header("Accept-Language"));
    }

    /** Of the two languages the one that a header asks for first; English if it asks for neither, or in no language that there is. */
    static Locale language(@Nullable String header) {
        try {
            Locale best = header == null ? null : Locale.lookup(Locale.LanguageRange.parse(header), List.of(Locale.ENGLISH, DUTCH));
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
