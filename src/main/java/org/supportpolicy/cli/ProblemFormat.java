package org.supportpolicy.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;

/** Writes problems for programs. */
final class ProblemFormat {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String SARIF = "https://json.schemastore.org/sarif-2.1.0.json";

    private ProblemFormat() {}

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** A JSON array of objects with code, source, line, column, message and advice. */
    static String json(List<Problem> problems) {
        return text(json -> {
            json.writeStartArray();
            for (Problem problem : problems) {
                json.writeStartObject();
                json.writeStringField("code", problem.code());
                field(json, "source", problem.source());
                if (problem.line() > 0) {
                    json.writeNumberField("line", problem.line());
                    json.writeNumberField("column", problem.column());
                }
                json.writeStringField("message", problem.message());
                field(json, "advice", problem.advice());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** A SARIF 2.1.0 log. */
    static String sarif(List<Problem> problems) {
        return text(json -> {
            json.writeStartObject();
            json.writeStringField("$schema", SARIF);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            json.writeObjectFieldStart("tool");
            json.writeObjectFieldStart("driver");
            json.writeStringField("name", "support-policy");
            json.writeArrayFieldStart("rules");
            for (String code : problems.stream().map(Problem::code).distinct().sorted().toList()) {
                json.writeStartObject();
                json.writeStringField("id", code);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeArrayFieldStart("results");
            for (Problem problem : problems) {
                result(json, problem);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void result(JsonGenerator json, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", problem.code());
        json.writeStringField("level", "error");
        json.writeObjectFieldStart("message");
        json.writeStringField("text", problem.message() + (problem.advice() == null ? "" : " " + problem.advice()));
        json.writeEndObject();
        json.writeArrayFieldStart("locations");
        if (problem.source() != null) {
            json.writeStartObject();
            json.writeObjectFieldStart("physicalLocation");
            json.writeObjectFieldStart("artifactLocation");
            json.writeStringField("uri", problem.source().replace('\\', '/').replace(" ", "%20"));
            json.writeEndObject();
            if (problem.line() > 0) {
                json.writeObjectFieldStart("region");
                json.writeNumberField("startLine", problem.line());
                json.writeNumberField("startColumn", problem.column());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void field(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static String text(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
