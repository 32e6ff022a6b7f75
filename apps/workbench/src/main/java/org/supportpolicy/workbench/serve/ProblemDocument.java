package org.supportpolicy.workbench.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpStatus;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/** What is wrong with a request, as RFC 9457 has it. */
record ProblemDocument(int status, ObjectNode json) {

    private static final String PAGES = "/problems/";
    private static final String METHODS = "availableMethods";
    private static final int BAD = 400;
    private static final int FAILED = 500;

    /** What the library found wrong, all of it. */
    static ProblemDocument of(PolicyException refused, Context request) {
        return of(refused.problems(), Json.language(request));
    }

    /** Problems, each with its code, its place and what may help; the first stands for all. */
    static ProblemDocument of(List<Problem> problems, Locale language) {
        Problem first = problems.get(0);
        ProblemDocument document = document(BAD, PAGES + first.code(), first.said().in(language));
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

    /** What is wrong with the request itself. */
    static ProblemDocument of(HttpResponseException refused, Context request) {
        if (refused.getDetails().containsKey(METHODS)) {
            request.header("Allow", refused.getDetails().get(METHODS));
        }
        String said = refused.getMessage() == null || refused.getMessage().isBlank() ? HttpStatus.getMessage(refused.getStatus())
                : refused.getMessage();
        return document(refused.getStatus(), "about:blank", said);
    }

    /** Something that should not happen, of which the log says more. */
    static ProblemDocument failure(String id) {
        ProblemDocument document = document(FAILED, "about:blank",
                "Something went wrong here, and not with what was asked. The log says more under " + id + ".");
        document.json.put("instance", "urn:uuid:" + id);
        return document;
    }

    private static ProblemDocument document(int status, String type, String detail) {
        ObjectNode json = Json.object().put("type", type).put("title", HttpStatus.getMessage(status)).put("status", status)
                .put("detail", detail);
        return new ProblemDocument(status, json);
    }

    void writeTo(Context request) {
        request.status(status).contentType("application/problem+json").result(Json.bytes(json));
    }
}
