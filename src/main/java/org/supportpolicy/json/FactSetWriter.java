package org.supportpolicy.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.supportpolicy.PolicyException;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.internal.environment.OptionalLibrary;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.record.Shape;

/**
 * Writes fact sets as JSON that {@link FactSetReader} reads, one object on one line, unknown values left out. Immutable and thread-safe.
 */
public final class FactSetWriter {

    /**
     * Makes a writer.
     *
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public FactSetWriter() {
        OptionalLibrary.JACKSON.require();
    }

    /** Writes a fact set. */
    public String write(FactSet facts) {
        Objects.requireNonNull(facts, "The facts must be given.");
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = Jackson.factory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("asOf", facts.asOf().toString());
            for (Fact fact : facts.facts()) {
                if (!(fact instanceof Cause)) {
                    json.writeFieldName(FactPath.key(fact.getClass()));
                    json.writeStartObject();
                    components(json, fact);
                    json.writeEndObject();
                }
            }
            causes(json, facts.causes());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A component, or a whole fact, as it stands in a fact set. */
    static String value(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Jackson.factory().createGenerator(text)) {
            value(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void causes(JsonGenerator json, List<Cause> causes) throws IOException {
        if (causes.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("causes");
        for (Cause cause : causes) {
            json.writeStartObject();
            json.writeStringField("type", FactSetBinder.upperSnake(cause.getClass().getSimpleName()));
            components(json, cause);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void components(JsonGenerator json, Object record) throws IOException {
        Shape shape = Shape.of(record.getClass());
        Iterator<String> names = shape.names().iterator();
        for (Object value : (Iterable<Object>) shape.values(record)::iterator) {
            String name = names.next();
            if (value != null) {
                json.writeFieldName(name);
                value(json, value);
            }
        }
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof OpenSpan span) {
            json.writeStartArray();
            for (String time : span.toString().split("-")) {
                json.writeString(time);
            }
            json.writeEndArray();
        } else if (value instanceof Collection<?> many) {
            json.writeStartArray();
            for (Object item : many) {
                value(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(entry.getKey().toString());
                value(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Record) {
            json.writeStartObject();
            components(json, value);
            json.writeEndObject();
        } else {
            json.writeString(value.toString());
        }
    }
}
