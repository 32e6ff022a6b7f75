package org.supportpolicy.workbench.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpStatus;
import org.supportpolicy.Problem;

/** What is wrong with a request, as RFC 9457 has it. */
public record ProblemDocument(int status, ObjectNode json) {

    public static final String TYPE = "application/problem+json";

    private static final String PAGES = "/problems/";
    private static final String NO_PAGE = "about:blank";
    private static final int BAD = 400;
    private static final int FAILED = 500;

    /** What the library found wrong: problems, each with its code, its place and what may help; the first stands for all. */
    public static ProblemDocument of(List<Problem> problems, Locale language) {
        return of(BAD, problems, language);
    }

    private static ProblemDocument of(int status, List<Problem> problems, Locale language) {
        Problem first = problems.get(0);
        ProblemDocument document = document(status, PAGES + first.code(), first.said().in(language), language);
        ArrayNode errors = document.json.putArray("errors");
        problems.forEach(problem -> error(problem, language, errors.addObject()));
        return document;
    }

    private static void error(Problem problem, Locale language, ObjectNode error) {
        error.put("type", PAGES + problem.code()).put("code", problem.code()).put("detail", problem.said().in(language));
        if (problem.maybe() != null) {
            error.put("advice", problem.maybe().in(language));
        }
        if (problem.pointer() != null) {
            error.put("pointer", "#" + problem.pointer());
        }
        if (problem.line() > 0) {
            error.put("line", problem.line()).put("column", problem.column());
        }
    }

    /** Why a request is refused. */
    public static ProblemDocument of(Refused refused, Locale language) {
        ProblemDocument document = refused.problems().isEmpty()
                ? document(refused.status(), NO_PAGE, refused.said().in(language), language)
                : of(refused.status(), refused.problems(), language);
        refused.members().forEach((name, value) -> document.json.set(name, Json.of(value)));
        return document;
    }

    /** What a status says of itself. */
    public static ProblemDocument of(int status, Locale language) {
        String key = "status." + status;
        return document(status, NO_PAGE, Texts.has(key) ? Texts.said(key).in(language) : title(status, language) + ".", language);
    }

    /** Something that should not happen, of which the log says more. */
    public static ProblemDocument failure(String id, Locale language) {
        ProblemDocument document = document(FAILED, NO_PAGE, Texts.said("failed", id).in(language), language);
        document.json.put("instance", "urn:uuid:" + id);
        return document;
    }

    private static ProblemDocument document(int status, String type, String detail, Locale language) {
        ObjectNode json = Json.object().put("type", type).put("title", title(status, language)).put("status", status)
                .put("detail", detail);
        return new ProblemDocument(status, json);
    }

    private static String title(int status, Locale language) {
        String key = "title." + status;
        return Texts.has(key) ? Texts.said(key).in(language) : HttpStatus.getMessage(status);
    }

    public void writeTo(Context request) {
        request.status(status).contentType(TYPE).result(Json.bytes(json));
    }
}
