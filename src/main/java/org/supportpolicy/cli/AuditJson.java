package org.supportpolicy.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.author.Audit;
import org.supportpolicy.author.PolicyDiff;

/** Writes what comes of a logged decision as JSON. */
final class AuditJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Map<Audit.Part, String> PARTS =
            Map.of(Audit.Part.RULES, "rules", Audit.Part.LIBRARY, "library", Audit.Part.ZONE_DATA, "zoneData");

    private AuditJson() {}

    /** One object on one line. */
    static String line(String source, int line, Audit.Result result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("source", source);
            json.writeNumberField("line", line);
            if (result.ticket().isPresent()) {
                json.writeStringField("ticket", result.ticket().get());
            }
            json.writeStringField("asOf", asOf(result));
            json.writeBooleanField("same", result.isSame());
            json.writeArrayFieldStart("moved");
            for (Audit.Move move : result.moved()) {
                moved(json, move, result);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("sections");
            for (PolicyDiff.Difference difference : result.differences()) {
                json.writeStartObject();
                json.writeStringField("section", difference.answer());
                field(json, "from", difference.before());
                field(json, "to", difference.after());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The instant of a decision in the desk's zone, as decisions have it. */
    static String asOf(Audit.Result result) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(result.asOf().atZone(result.zone()));
    }

    private static void moved(JsonGenerator json, Audit.Move move, Audit.Result result) throws IOException {
        json.writeStartObject();
        json.writeStringField("part", PARTS.get(move.part()));
        json.writeStringField("from", move.then());
        json.writeStringField("to", move.now());
        if (move.part() == Audit.Part.ZONE_DATA) {
            json.writeStringField("zone", result.zone().getId());
            Optional<Boolean> other = result.otherZoneRules();
            if (other.isPresent()) {
                json.writeBooleanField("otherRules", other.get());
            }
        }
        json.writeEndObject();
    }

    private static void field(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            value(json, value);
        }
    }

    /** A value of a decision as JSON. */
    static String of(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            value(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                json.writeFieldName(member.getKey().toString());
                value(json, member.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                value(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }
}
