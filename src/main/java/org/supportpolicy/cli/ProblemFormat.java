package org.supportpolicy.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
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

    /** A JSON array of objects with code, severity, source, line, column, message and advice. */
    static String json(List<Problem> problems, Locale locale) {
        return text(json -> {
            json.writeStartArray();
            for (Problem problem : problems) {
                json.writeStartObject();
                json.writeStringField("code", problem.code());
                json.writeStringField("severity", severity(problem));
                field(json, "source", problem.source());
                if (problem.line() > 0) {
                    json.writeNumberField("line", problem.line());
                    json.writeNumberField("column", problem.column());
                }
                json.writeStringField("message", problem.said().in(locale));
                field(json, "advice", advice(problem, locale));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** A SARIF 2.1.0 log. */
    static String sarif(List<Problem> problems, Locale locale) {
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
            json.writeStringField("language", locale.getLanguage());
            json.writeArrayFieldStart("results");
            for (Problem problem : problems) {
                result(json, problem, locale);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void result(JsonGenerator json, Problem problem, Locale locale) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", problem.code());
        json.writeStringField("level", severity(problem));
        json.writeObjectFieldStart("message");
        String advice = advice(problem, locale);
        json.writeStringField("text", problem.said().in(locale) + (advice == null ? "" : " " + advice));
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

    private static String severity(Problem problem) {
        return problem.isWarning() ? "warning" : "error";
    }

    private static @Nullable String advice(Problem problem, Locale locale) {
        return problem.maybe() == null ? null : problem.maybe().in(locale);
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
