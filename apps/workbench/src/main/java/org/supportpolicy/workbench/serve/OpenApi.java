package org.supportpolicy.workbench.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.json.Schemas;

/** Describes the service to machines: the schemas of what goes in and comes out, and an OpenAPI document built on them. */
final class OpenApi {

    private static final String VERSION = "3.1.0";
    private static final String FACT_SET = "FactSet";
    private static final String DECISION = "Decision";
    private static final String PROBLEM = "Problem";
    private static final String TEXT = "text/plain";
    private static final String LINES = "application/x-ndjson";
    private static final Map<String, String> LANGUAGE = Map.of("lang", "Language of the texts: nl or en.");
    private static final Map<String, String> STRICT = Map.of("strict", "Whether events after asOf are refused: true or false.");

    /**
     * A request that brings fact sets.
     *
     * @param path its path
     * @param summary what it is for
     * @param answer the schema of the answer; empty for an object that has none, or a text
     * @param type the type of the answer
     * @param queries what its query may hold, beside the language and strict
     */
    private record Ask(String path, String summary, String answer, String type, Map<String, String> queries) {}

    private static final List<Ask> ASKS = List.of(
            new Ask("/decide", "The decision on a ticket.", DECISION, Json.TYPE, Map.of(
                    "questions", "Whether what is still to be known is asked for in words: true or false.",
                    "valid-until", "Whether the instant at which the decision changes by itself is added: true or false.")),
            new Ask("/outlook", "What changes if nobody acts.", "", Json.TYPE, Map.of("until", "The last instant of interest.")),
            new Ask("/questions", "What is still to be known, and who can say it.", "", Json.TYPE, Map.of()),
            new Ask("/why-not", "What fails, and the least change of facts that would bring an answer.", "", Json.TYPE, Map.of(
                    "answer", "An answer, such as OWED or urgency=1.", "clause", "A clause, such as closure.reopen.")),
            new Ask("/what-if", "Which answers any other single fact would change.", "", Json.TYPE, Map.of()),
            new Ask("/letter", "A few sentences to the customer.", "", TEXT, Map.of()),
            new Ask("/explain", "The whole explanation.", "", TEXT, Map.of()));

    private static final Map<String, String> PAGES = Map.of("/policy", "Edition, fingerprint and sections.",
            "/clauses", "The clauses, with their readings and rules.", "/clauses/{id}", "One clause.",
            "/health", "Whether the service lives, and what the last edit of the rules was refused for.");

    private final Source source;

    OpenApi(Source source) {
        this.source = source;
    }

    void routes(RoutesConfig routes) {
        routes.get("/openapi.json", request -> Json.write(document(Json.language(request), source.policy().ownFacts()), request));
        routes.get("/schema/{name}", this::schema);
    }

    private void schema(Context request) {
        Locale language = Json.language(request);
        OwnFacts own = source.policy().ownFacts();
        String schema = switch (request.pathParam("name")) {
            case "fact-set" -> Schemas.factSet(language, own);
            case "decision" -> Schemas.decision(language, own);
            default -> throw new HttpResponseException(404, "There are two schemas: /schema/fact-set and /schema/decision.");
        };
        request.contentType("application/schema+json").result(schema.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode document(Locale language, OwnFacts own) {
        ObjectNode document = Json.object().put("openapi", VERSION);
        document.putObject("info").put("title", "support-policy").put("version", "1")
                .put("description",
                        "Decides technical-support tickets by a published support policy, and cites the clause for every answer.");
        ObjectNode paths = document.putObject("paths");
        ASKS.forEach(ask -> ask(ask, paths.putObject(ask.path()).putObject("post")));
        PAGES.forEach((path, summary) -> page(path, summary, paths.putObject(path).putObject("get")));
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        schemas.set(FACT_SET, Json.read(Schemas.factSet(language, own)));
        schemas.set(DECISION, Json.read(Schemas.decision(language, own)));
        schemas.set(PROBLEM, problem());
        return document;
    }

    private static void ask(Ask ask, ObjectNode operation) {
        operation.put("summary", ask.summary()).put("operationId", ask.path().substring(1));
        ArrayNode parameters = operation.putArray("parameters");
        List.of(LANGUAGE, STRICT, ask.queries()).forEach(queries -> queries.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(query -> parameter("query", query.getKey(), query.getValue(), parameters.addObject())));
        ObjectNode body = operation.putObject("requestBody").put("required", true).putObject("content");
        reference(FACT_SET, body.putObject(Json.TYPE));
        ObjectNode answer = operation.putObject("responses").putObject("200").put("description", ask.summary()).putObject("content");
        ObjectNode schema = answer.putObject(ask.type());
        if (ask.answer().isEmpty()) {
            schema.putObject("schema").put("type", ask.type().equals(TEXT) ? "string" : "object");
        } else {
            reference(ask.answer(), schema);
        }
        if (ask.type().equals(Json.TYPE)) {
            body.putObject(LINES).putObject("schema").put("type", "string").put("description", "One fact set a line.");
            answer.putObject(LINES).putObject("schema").put("type", "string").put("description", "One answer a line, or its problem.");
        }
        failures((ObjectNode) operation.get("responses"));
    }

    private static void page(String path, String summary, ObjectNode operation) {
        operation.put("summary", summary).put("operationId", path.substring(1).replaceAll("\\W+", "-").replaceAll("-$", ""));
        ArrayNode parameters = operation.putArray("parameters");
        if (path.contains("{id}")) {
            parameter("path", "id", "The id of the clause, such as closure.reopen.", parameters.addObject());
        }
        LANGUAGE.forEach((name, description) -> parameter("query", name, description, parameters.addObject()));
        operation.putObject("responses").putObject("200").put("description", summary).putObject("content").putObject(Json.TYPE)
                .putObject("schema").put("type", "object");
        failures((ObjectNode) operation.get("responses"));
    }

    private static void parameter(String in, String name, String description, ObjectNode parameter) {
        parameter.put("name", name).put("in", in).put("required", in.equals("path")).put("description", description)
                .putObject("schema").put("type", "string");
    }

    private static void failures(ObjectNode responses) {
        reference(PROBLEM, responses.putObject("default").put("description", "What is wrong, as RFC 9457 has it.").putObject("content")
                .putObject("application/problem+json"));
    }

    private static void reference(String schema, ObjectNode media) {
        media.putObject("schema").put("$ref", "#/components/schemas/" + schema);
    }

    private static ObjectNode problem() {
        ObjectNode problem = Json.object().put("type", "object");
        ObjectNode properties = problem.putObject("properties");
        List.of("type", "title", "detail", "instance").forEach(name -> properties.putObject(name).put("type", "string"));
        properties.putObject("status").put("type", "integer");
        ObjectNode error = properties.putObject("errors").put("type", "array").putObject("items").put("type", "object")
                .putObject("properties");
        List.of("type", "code", "detail", "advice", "pointer").forEach(name -> error.putObject(name).put("type", "string"));
        List.of("line", "column").forEach(name -> error.putObject(name).put("type", "integer"));
        problem.putArray("required").add("type").add("title").add("status").add("detail");
        return problem;
    }
}
