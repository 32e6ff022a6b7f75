package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.supportpolicy.Problem;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.Refused;

/** What stands where in the working copy: rules, and what is wrong. */
record Places(Path directory) {

    private static final int UNSOUND = 422;

    /** The path of a file in the working copy, with slashes; as it is when it lies elsewhere. */
    String file(String source) {
        Path path = Path.of(source);
        Path named = path.startsWith(directory) ? directory.relativize(path) : path;
        return named.toString().replace('\\', '/');
    }

    /** A text in which files of the working copy stand by their paths in it. */
    String told(String text) {
        return text.replace(directory + directory.getFileSystem().getSeparator(), "");
    }

    /**
     * The policy of a state.
     *
     * @throws Refused with every problem, if something is wrong with its rules or texts
     */
    SupportPolicy sound(Copy.State state, Locale language) {
        return state.policy().orElseThrow(() -> Refused.of(UNSOUND, "bench.unsound")
                .with("problems", problems(state.problems(), language)));
    }

    /** A rule as it is named, and where it stands. */
    ObjectNode rule(Rule rule, Locale language) {
        return Json.object().put("id", rule.id()).put("sentence", rule.sentence(language)).put("clause", rule.clause())
                .put("file", file(rule.file())).put("line", rule.line());
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
