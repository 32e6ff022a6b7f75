package org.supportpolicy.spring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.supportpolicy.Problem;

/** Says what is wrong with a fact set, all of it, as RFC 9457 has it, in the language of the request: English or Dutch. */
@RestControllerAdvice
@Order(FactSetProblems.BEFORE_THAT_OF_BOOT)
public class FactSetProblems {

    static final int BEFORE_THAT_OF_BOOT = -1;

    /** The problems; the first stands for all. Nothing of the body is told but the values that are wrong. */
    @ExceptionHandler
    public ProblemDetail badFactSet(BadFactSetException refused, Locale language) {
        List<Problem> problems = refused.problems();
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, problems.get(0).said().in(language));
        detail.setProperty("errors", problems.stream().map(problem -> error(problem, language)).toList());
        return detail;
    }

    private static Map<String, Object> error(Problem problem, Locale language) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", problem.code());
        error.put("detail", problem.said().in(language));
        if (problem.maybe() != null) {
            error.put("advice", problem.maybe().in(language));
        }
        if (problem.pointer() != null) {
            error.put("pointer", "#" + problem.pointer());
        }
        if (problem.line() > 0) {
            error.put("line", problem.line());
            error.put("column", problem.column());
        }
        return error;
    }
}
