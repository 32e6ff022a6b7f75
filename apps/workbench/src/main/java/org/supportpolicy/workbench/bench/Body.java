package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.Refused;

/** What a request brings: a JSON object with what its members must be. */
record Body(JsonNode json) {

    static final int MOST = 10_000_000;
    private static final int BAD = 400;
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** The JSON object that a request brings; no body is an empty one. */
    static Body of(Context request) {
        byte[] bytes = bytes(request, MOST);
        String type = Objects.requireNonNullElse(request.contentType(), "").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (bytes.length == 0) {
            return new Body(Json.object());
        }
        if (!type.equals(Json.TYPE)) {
            throw Refused.of(415, "bench.type", type.isEmpty() ? "-" : type, Json.TYPE);
        }
        try {
            JsonNode json = MAPPER.readTree(text(bytes));
            if (!json.isObject()) {
                throw Refused.of(BAD, "body.object");
            }
            return new Body(json);
        } catch (StreamConstraintsException e) {
            throw Refused.of(BAD, "body.limits");
        } catch (JsonProcessingException e) {
            throw Refused.of(BAD, "body.json", e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        }
    }

    /** All bytes of a body, if there are no more than so many. */
    static byte[] bytes(Context request, int most) {
        try (InputStream in = request.bodyInputStream()) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw Refused.of(413, "body", most);
            }
            return bytes;
        } catch (IOException e) {
            throw Refused.of(BAD, "status.408");
        }
    }

    /** Bytes as text. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refused.of(BAD, "utf-8");
        }
    }

    /** A text that must be given. */
    String text(String name) {
        return given(name).orElseThrow(() -> Refused.of(BAD, "member.text", name));
    }

    /** A text that may be given. */
    Optional<String> given(String name) {
        JsonNode member = json.path(name);
        if (member.isMissingNode() || member.isNull()) {
            return Optional.empty();
        }
        if (!member.isTextual()) {
            throw Refused.of(BAD, "member.text", name);
        }
        return Optional.of(whole(member.textValue()));
    }

    /** A text that can be written to a file as it is: one with half a character cannot. */
    private static String whole(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw Refused.of(BAD, "utf-8");
        }
        return text;
    }

    /** A whole number that must be given, from 1. */
    int number(String name) {
        JsonNode member = json.path(name);
        if (!member.isInt() || member.intValue() < 1) {
            throw Refused.of(BAD, "member.number", name);
        }
        return member.intValue();
    }

    boolean isTrue(String name) {
        JsonNode member = json.path(name);
        if (!member.isMissingNode() && !member.isBoolean()) {
            throw Refused.of(BAD, "member.truth", name);
        }
        return member.booleanValue();
    }

    /** The texts that are not saved, by the paths of their files. */
    Map<String, String> unsaved() {
        JsonNode member = json.path("unsaved");
        if (!member.isMissingNode() && !member.isObject()) {
            throw Refused.of(BAD, "member.unsaved");
        }
        Map<String, String> unsaved = new HashMap<>();
        member.properties().forEach(each -> {
            if (!each.getValue().isTextual()) {
                throw Refused.of(BAD, "member.unsaved");
            }
            unsaved.put(CopyFiles.named(each.getKey(), BAD).path(), whole(each.getValue().textValue()));
        });
        return unsaved;
    }
}
