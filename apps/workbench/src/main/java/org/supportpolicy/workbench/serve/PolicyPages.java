package org.supportpolicy.workbench.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.supportpolicy.Clause;
import org.supportpolicy.Decision;
import org.supportpolicy.Problem;
import org.supportpolicy.ProblemPages;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.Refused;

/** What is asked about the policy itself, and about the service. */
final class PolicyPages {

    private static final int MISSING = 404;

    private final Source source;

    PolicyPages(Source source) {
        this.source = source;
    }

    void routes(Routes routes) {
        routes.get("/policy", this::policy);
        routes.get("/clauses", this::clauses);
        routes.get("/clauses/{id}", this::clause);
        routes.get("/problems/{code}", this::problem);
        routes.get(Service.HEALTH, this::health);
    }

    private void policy(Context request) {
        SupportPolicy policy = source.policy();
        ObjectNode json = receipt(policy, Json.object());
        policy.inForceFrom().ifPresent(day -> json.put("inForceFrom", day.toString()));
        ArrayNode sections = json.putArray("sections");
        policy.sections().forEach(section -> sections.addObject().put("id", section.id())
                .put("title", section.title(Json.language(request))));
        json.put("clauses", policy.clauses().size()).put("rules", policy.rules().size());
        Json.write(json, request);
    }

    private static ObjectNode receipt(SupportPolicy policy, ObjectNode json) {
        Decision.Receipt receipt = policy.receipt();
        return json.put("edition", receipt.edition()).put("fingerprint", receipt.fingerprint()).put("zoneData", receipt.zoneData());
    }

    private void clauses(Context request) {
        SupportPolicy policy = source.policy();
        ObjectNode json = Json.object();
        ArrayNode clauses = json.putArray("clauses");
        policy.clauses().forEach(clause -> clause(clause, policy, Json.language(request), clauses.addObject()));
        Json.write(json, request);
    }

    private void clause(Context request) {
        SupportPolicy policy = source.policy();
        Json.write(clause(Query.clause(request.pathParam("id"), policy, MISSING), policy, Json.language(request), Json.object()), request);
    }

    private static ObjectNode clause(Clause clause, SupportPolicy policy, Locale language, ObjectNode json) {
        json.put("id", clause.id()).put("section", clause.section()).put("modality", clause.modality()).put("party", clause.party())
                .put("text", clause.text(language));
        ArrayNode readings = json.putArray("readAs");
        clause.readAs().forEach(read -> readings.addObject().put("reading", read.reading()).put("text", read.text(language)));
        ArrayNode rules = json.putArray("rules");
        List<Rule> decided = policy.rules().stream().filter(rule -> rule.clause().equals(clause.id())).toList();
        decided.forEach(rule -> rules.add(rule.sentence(language)));
        return json;
    }

    private void problem(Context request) {
        String code = request.pathParam("code");
        if (!ProblemPages.codes().contains(code)) {
            throw Refused.of(MISSING, "problem", code);
        }
        request.contentType("text/markdown; charset=utf-8").result(ProblemPages.page(code, Json.language(request)));
    }

    /** Whether it lives; an edit of the rules that was refused is told, and the last good rules go on deciding. */
    private void health(Context request) {
        boolean watching = source.isWatching();
        ObjectNode json = Json.object().put("status", watching ? "UP" : "DOWN");
        receipt(source.policy(), json.putObject("policy"));
        ArrayNode refused = json.putArray("refused");
        for (Problem problem : source.problems()) {
            refused.addObject().put("code", problem.code()).put("where", problem.where())
                    .put("detail", problem.said().in(Json.language(request)));
        }
        Json.write(json, request.status(watching ? 200 : 503));
    }
}
