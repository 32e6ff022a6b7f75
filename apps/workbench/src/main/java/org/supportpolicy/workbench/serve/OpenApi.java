package org.supportpolicy.workbench.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.json.Schemas;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.ProblemDocument;
import org.supportpolicy.workbench.http.Refused;

/** Describes the service to machines: the schemas of what goes in and comes out, and an OpenAPI document built on them. */
final class OpenApi {

    private static final String VERSION = "3.1.0";
    private static final String FACT_SET = "FactSet";
    private static final String DECISION = "Decision";
    private static final String PROBLEM = "Problem";
    private static final String TEXT = "text/plain";
    private static final int DOWN = 503;
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

    /**
     * What GET answers.
     *
     * @param path its path
     * @param summary what it is
     * @param type the type of the answer
     * @param parameter what the path holds; empty for nothing
     * @param statuses how it may fail, beside the ways in which all may
     */
    private record Page(String path, String summary, String type, String parameter, List<Integer> statuses) {}

    private static final List<Page> PAGES = List.of(
            new Page("/policy", "Edition, fingerprint and sections.", Json.TYPE, "", List.of(401)),
            new Page("/clauses", "The clauses, with their readings and rules.", Json.TYPE, "", List.of(401)),
            new Page("/clauses/{id}", "One clause.", Json.TYPE, "The id of the clause, such as closure.reopen.", List.of(401, 404)),
            new Page("/problems/{code}", "The page of a problem.", "text/markdown", "Its code, such as SP-I004.", List.of(401, 404)),
            new Page("/schema/{name}", "A JSON Schema.", "application/schema+json", "fact-set or decision.", List.of(401, 404)),
            new Page("/openapi.json", "This document.", Json.TYPE, "", List.of(401)),
            new Page(Service.HEALTH, "Whether the service lives, and what the last edit of the rules was refused for.", Json.TYPE, "",
                    List.of()),
            new Page("/metrics", "Counts and times, for Prometheus.", TEXT, "", List.of(401)));

    private static final List<Integer> OF_ASKS = List.of(400, 401, 408, 413, 415);
    /** How anything may fail. */
    private static final List<Integer> OF_ALL = List.of(500, DOWN);

    private static final Map<Integer, String> MEANINGS = Map.of(
            400, "The query or the body is bad; errors says where.", 401, "The token is missing or another.",
            404, "There is no such thing.", 408, "The body came too slowly.", 413, "The body is too long.",
            415, "The body is of another type.", 500, "Something went wrong here; the log says more.",
            DOWN, "The work took too long and was stopped, or the service is stopping.");

    private final Source source;

    OpenApi(Source source) {
        this.source = source;
    }

    void routes(Routes routes) {
        routes.get("/openapi.json", request ->
                Json.write(document(routes, Json.language(request), source.policy().ownFacts()), request));
        routes.get("/schema/{name}", this::schema);
    }

    private void schema(Context request) {
        Locale language = Json.language(request);
        OwnFacts own = source.policy().ownFacts();
        String schema = switch (request.pathParam("name")) {
            case "fact-set" -> Schemas.factSet(language, own);
            case "decision" -> Schemas.decision(language, own);
            default -> throw Refused.of(404, "schema");
        };
        request.contentType("application/schema+json").result(schema.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode document(Routes routes, Locale language, OwnFacts own) {
        ObjectNode document = Json.object().put("openapi", VERSION);
        document.putObject("info").put("title", "support-policy").put("version", "1").put("description",
                "Decides technical-support tickets by a published support policy, and cites the clause for every answer. "
                + "HEAD is answered as GET is, without a body; OPTIONS with 204 and Allow, any other method with 405 and Allow.");
        ArrayNode security = document.putArray("security");
        security.addObject().putArray("token");
        security.addObject();
        ObjectNode paths = document.putObject("paths");
        routes.all().forEach((path, method) -> {
            ObjectNode operation = paths.putObject(path).putObject(method.name().toLowerCase(Locale.ROOT));
            ASKS.stream().filter(ask -> ask.path().equals(path)).forEach(ask -> ask(ask, operation));
            PAGES.stream().filter(page -> page.path().equals(path)).forEach(page -> page(page, operation));
        });
        ObjectNode components = document.putObject("components");
        components.putObject("securitySchemes").putObject("token").put("type", "http").put("scheme", "bearer")
                .put("description", "Asked for when the service runs with a token.");
        ObjectNode schemas = components.putObject("schemas");
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
            body.putObject(Bodies.LINES).putObject("schema").put("type", "string").put("description", "One fact set a line.");
            answer.putObject(Bodies.LINES).putObject("schema").put("type", "string").put("description",
                    "One answer a line, or its problem. When the time is over, a last line with status 503 and the first line not "
                    + "answered.");
        }
        failures(OF_ASKS, operation.withObject("/responses"));
    }

    private static void page(Page page, ObjectNode operation) {
        operation.put("summary", page.summary())
                .put("operationId", page.path().substring(1).replaceAll("\\W+", "-").replaceAll("-$", ""));
        ArrayNode parameters = operation.putArray("parameters");
        if (!page.parameter().isEmpty()) {
            String name = page.path().replaceAll(".*\\{|}", "");
            parameter("path", name, page.parameter(), parameters.addObject());
        }
        LANGUAGE.forEach((name, description) -> parameter("query", name, description, parameters.addObject()));
        ObjectNode responses = operation.putObject("responses");
        answer(page, responses.putObject("200").put("description", page.summary()).putObject("content"));
        failures(page.statuses(), responses);
        if (page.path().equals(Service.HEALTH)) {
            operation.putArray("security");
            answer(page, responses.withObject("/" + DOWN).put("description", "Edits of the rules are no longer taken over.")
                    .withObject("/content"));
        }
    }

    private static void answer(Page page, ObjectNode content) {
        content.putObject(page.type()).putObject("schema").put("type", page.type().endsWith("json") ? "object" : "string");
    }

    private static void parameter(String in, String name, String description, ObjectNode parameter) {
        parameter.put("name", name).put("in", in).put("required", in.equals("path")).put("description", description)
                .putObject("schema").put("type", "string");
    }

    private static void failures(List<Integer> statuses, ObjectNode responses) {
        Stream.concat(statuses.stream(), OF_ALL.stream())
                .forEach(status -> failure(String.valueOf(status), MEANINGS.get(status), responses));
        failure("default", "What is wrong, as RFC 9457 has it.", responses);
    }

    private static void failure(String status, String meaning, ObjectNode responses) {
        reference(PROBLEM, responses.putObject(status).put("description", meaning).putObject("content").putObject(ProblemDocument.TYPE));
    }

    private static void reference(String schema, ObjectNode media) {
        media.putObject("schema").put("$ref", "#/components/schemas/" + schema);
    }

    private static ObjectNode problem() {
        ObjectNode problem = Json.object().put("type", "object");
        ObjectNode properties = problem.putObject("properties");
        List.of("type", "title", "detail", "instance").forEach(name -> properties.putObject(name).put("type", "string"));
        List.of("status", "line").forEach(name -> properties.putObject(name).put("type", "integer"));
        ObjectNode error = properties.putObject("errors").put("type", "array").putObject("items").put("type", "object")
                .putObject("properties");
        List.of("type", "code", "detail", "advice", "pointer").forEach(name -> error.putObject(name).put("type", "string"));
        List.of("line", "column").forEach(name -> error.putObject(name).put("type", "integer"));
        problem.putArray("required").add("type").add("title").add("status").add("detail");
        return problem;
    }
}
