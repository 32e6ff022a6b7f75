package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.ScenarioReport;
import org.supportpolicy.author.ScenarioReport.Result;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.workbench.http.Json;

/**
 * How scenarios came out.
 *
 * @param version the version of the working copy
 * @param policy the policy they were decided by
 * @param report how each does, in the order in which they stand
 */
record ScenarioRun(long version, SupportPolicy policy, ScenarioReport report) {

    private static final int MOST_FAILURES = 200;

    /** How a scenario can come out. */
    private enum Outcome {
        PASSED, FAILED, UNDECIDED;

        static Outcome of(Result result) {
            return result.isAsExpected() ? PASSED : result.decided() ? FAILED : UNDECIDED;
        }
    }

    private long count(Outcome outcome) {
        return report.results().stream().filter(result -> Outcome.of(result) == outcome).count();
    }

    /** How many there are, and how many are not as expected. */
    ObjectNode counts(ObjectNode json) {
        return json.put("total", report.results().size()).put("failed", count(Outcome.FAILED)).put("undecided", count(Outcome.UNDECIDED));
    }

    /** The counts, and the first of those that are not as expected. */
    ObjectNode failures(Places places, Locale language) {
        ObjectNode json = counts(Json.object().put("version", version));
        ArrayNode failures = json.putArray("failures");
        report.results().stream().filter(result -> !result.isAsExpected()).limit(MOST_FAILURES)
                .forEach(result -> failures.add(result(result, places, language, this::brief)));
        return json;
    }

    /** The counts, and all of them with the clauses on which what they expect rests. */
    ObjectNode all(Places places, Locale language) {
        ObjectNode json = counts(Json.object().put("version", version));
        ArrayNode scenarios = json.putArray("scenarios");
        for (Result result : report.results()) {
            ObjectNode one = result(result, places, language, this::message);
            scenarios.add(one);
            ArrayNode clauses = one.putArray("clauses");
            if (result.decided()) {
                result.scenario().clauses(policy.decide(result.scenario().facts())).forEach(clauses::add);
            }
        }
        return json;
    }

    private static ObjectNode result(Result result, Places places, Locale language, BiFunction<Result, Locale, String> message) {
        Scenario scenario = result.scenario();
        ObjectNode json = Json.object().put("title", scenario.title()).put("file", places.file(scenario.file().toString()))
                .put("line", scenario.line()).put("outcome", Outcome.of(result).name().toLowerCase(Locale.ROOT));
        if (!result.isAsExpected()) {
            json.put("message", places.told(message.apply(result, language)));
        }
        return json;
    }

    /** What was decided instead of what was expected, or why nothing was. */
    private String brief(Result result, Locale language) {
        return !result.decided() ? message(result, language) : result.scenario().decidedInstead(policy).stream()
                .map(said -> said.in(language)).collect(Collectors.joining("; "));
    }

    /** What was expected, what was decided, and why. */
    private String message(Result result, Locale language) {
        try {
            return result.scenario().failure(policy, language).orElse("");
        } catch (PolicyException e) {
            return e.problems().stream().map(problem -> said(problem, language)).reduce((one, other) -> one + "\n" + other).orElse("");
        }
    }

    private static String said(Problem problem, Locale language) {
        return problem.said().in(language);
    }
}
