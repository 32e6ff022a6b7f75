package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.Coverage;
import org.supportpolicy.author.MutantReport;
import org.supportpolicy.json.FactSetWriter;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.workbench.http.Json;

/** What the scenarios try of the rules, and which small mistakes they would not notice. */
final class CoverageRoutes implements Routes {

    private static final String COVERAGE = "coverage";
    private static final String MUTANTS = "mutants";

    private final Copy copy;
    private final Jobs jobs;
    private final Places places;

    CoverageRoutes(Copy copy, Jobs jobs) {
        this.copy = copy;
        this.jobs = jobs;
        this.places = new Places(copy.files().directory());
    }

    /** What a job is about. */
    private record Tried(SupportPolicy policy, List<Scenario> scenarios) {}

    @Override
    public void add(RoutesConfig config) {
        new JobRoutes(jobs, COVERAGE).add(config);
        new JobRoutes(jobs, MUTANTS).add(config);
        config.post("/api/" + COVERAGE, request -> {
            Tried tried = tried(Body.of(request), Json.language(request));
            Json.write(jobs.begin(COVERAGE, Map.of(), progress -> {
                Coverage coverage = Coverage.of(tried.policy, tried.scenarios, progress);
                return language -> coverage(coverage, language);
            }).brief(), request.status(202));
        });
        config.post("/api/" + MUTANTS, request -> {
            Tried tried = tried(Body.of(request), Json.language(request));
            Json.write(jobs.begin(MUTANTS, Map.of(), progress -> {
                MutantReport report = MutantReport.of(tried.policy, tried.scenarios, true, progress);
                return language -> mutants(report, tried.policy, language);
            }).brief(), request.status(202));
        });
    }

    private Tried tried(Body body, Locale language) {
        Copy.State state = copy.with(body.unsaved());
        SupportPolicy policy = places.sound(state, language);
        return new Tried(policy, state.copy() == null ? List.of() : state.copy().scenarios());
    }

    private JsonNode coverage(Coverage coverage, Locale language) {
        ObjectNode json = Json.object().put("scenarios", coverage.scenarios()).put("rules", coverage.rules().size())
                .put("rulesTried", coverage.rulesTried()).put("conditions", coverage.conditions())
                .put("conditionsTried", coverage.conditionsTried());
        ArrayNode untried = json.putArray("untried");
        ArrayNode tried = json.putArray("tried");
        for (Coverage.RuleCoverage rule : coverage.rules()) {
            boolean whole = rule.isTriedBothWays() && rule.conditions().stream().allMatch(Coverage.Condition::isTriedBothWays);
            ObjectNode each = (whole ? tried : untried).addObject().put("fired", rule.fired()).put("silent", rule.silent());
            each.set("rule", places.rule(rule.rule(), language));
            ArrayNode conditions = each.putArray("conditions");
            rule.conditions().forEach(condition -> conditions.addObject().put("text", condition.text()).put("line", condition.line())
                    .put("held", condition.held()).put("failed", condition.failed()));
        }
        return json;
    }

    private JsonNode mutants(MutantReport report, SupportPolicy policy, Locale language) {
        ObjectNode json = Json.object().put("mutants", report.mutants()).put("refused", report.refused()).put("noticed", report.noticed());
        ArrayNode survivors = json.putArray("survivors");
        FactSetWriter writer = new FactSetWriter();
        for (MutantReport.Survivor survivor : report.survivors()) {
            String sentence = policy.rules().stream().filter(rule -> rule.name().equals(survivor.rule())).findFirst()
                    .map(rule -> rule.sentence(language)).orElse(survivor.rule());
            ObjectNode each = survivors.addObject().put("rule", sentence).put("file", places.file(survivor.file()))
                    .put("line", survivor.line()).put("what", survivor.what());
            survivor.witness().ifPresent(witness -> each.set("facts", Json.read(writer.write(witness))));
        }
        return json;
    }
}
