package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supportpolicy.Clause;
import org.supportpolicy.Decision;
import org.supportpolicy.ReasonTree;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.workbench.http.Json;

/** The reasons of decisions of a policy as a tree whose rules, clauses and readings can be opened. */
final class ReasonsJson {

    private final Map<String, Clause> clauses;
    private final Places places;
    private final Locale language;

    ReasonsJson(SupportPolicy policy, Places places, Locale language) {
        this.places = places;
        this.clauses = policy.clauses().stream().collect(Collectors.toMap(Clause::id, Function.identity()));
        this.language = language;
    }

    ArrayNode of(Decision decision) {
        ArrayNode json = Json.object().arrayNode();
        for (ReasonTree.Part part : ReasonTree.of(decision, language)) {
            ObjectNode section = json.addObject().put("section", part.section()).put("label", part.label());
            part.undetermined().ifPresent(says -> section.put("says", says));
            ArrayNode answers = section.put("undetermined", part.undetermined().isPresent()).putArray("answers");
            part.answers().forEach(answer -> node(answer, answers.addObject()));
        }
        return json;
    }

    private void node(ReasonTree.Node node, ObjectNode json) {
        json.put("says", node.says());
        node.fact().ifPresent(path -> json.put("fact", path));
        if (node.isAgain()) {
            json.put("again", true);
        } else if (node.fact().isEmpty()) {
            ArrayNode rules = json.putArray("rules");
            node.rules().forEach(step -> step(step, rules.addObject()));
        }
    }

    private void step(ReasonTree.Step step, ObjectNode json) {
        Rule rule = step.rule();
        json.setAll(places.rule(rule, language));
        Clause clause = clauses.get(rule.clause());
        if (clause != null) {
            json.put("text", clause.text(language));
        }
        ArrayNode readings = json.putArray("readings");
        rule.readings().forEach(reading -> readings.addObject().put("id", reading.id()).put("contested", reading.contested())
                .put("adopted", reading.text(language).adopted()));
        ArrayNode because = json.putArray("because");
        step.because().forEach(basis -> node(basis, because.addObject()));
    }
}
