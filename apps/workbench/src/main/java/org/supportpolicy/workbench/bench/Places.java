package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.supportpolicy.Problem;
import org.supportpolicy.workbench.http.Json;

/** What is wrong, and where in the working copy. */
record Places(Path directory) {

    /** The path of a file in the working copy, with slashes; as it is when it lies elsewhere. */
    String file(String source) {
        Path path = Path.of(source);
        Path named = path.startsWith(directory) ? directory.relativize(path) : path;
        return named.toString().replace('\\', '/');
    }

    ArrayNode problems(List<Problem> problems, Locale language) {
        ArrayNode json = Json.object().arrayNode();
        problems.forEach(problem -> json.add(problem(problem, language)));
        return json;
    }

    private ObjectNode problem(Problem problem, Locale language) {
        ObjectNode json = Json.object().put("code", problem.code()).put("severity", problem.isWarning() ? "warning" : "error");
        if (problem.source() != null) {
            json.put("file", file(problem.source()));
        }
        if (problem.line() > 0) {
            json.put("line", problem.line()).put("column", problem.column());
        }
        json.put("message", problem.said().in(language));
        if (problem.maybe() != null) {
            json.put("advice", problem.maybe().in(language));
        }
        return json;
    }
}
