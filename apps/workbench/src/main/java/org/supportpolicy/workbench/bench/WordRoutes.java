package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.Reading;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.Glossary;
import org.supportpolicy.json.Schemas;
import org.supportpolicy.workbench.http.Json;

/** The words of the policy: what a ticket may say, what rules may speak of, and the clauses with their rules. */
final class WordRoutes implements Routes {

    private final Copy copy;
    private final Places places;

    WordRoutes(Copy copy) {
        this.copy = copy;
        this.places = new Places(copy.files().directory());
    }

    @Override
    public void add(RoutesConfig config) {
        config.get("/api/schema", request -> schema(copy.state(), request));
        config.post("/api/schema", request -> schema(copy.with(Body.of(request).unsaved()), request));
        config.get("/api/facts", request -> facts(copy.state(), request));
        config.post("/api/facts", request -> facts(copy.with(Body.of(request).unsaved()), request));
        config.get("/api/policy", request -> policy(copy.state(), request));
        config.post("/api/policy", request -> policy(copy.with(Body.of(request).unsaved()), request));
    }

    private static void schema(Copy.State state, Context request) {
        OwnFacts own = state.copy() == null ? OwnFacts.NONE : state.copy().ownFacts();
        String schema = Schemas.factSet(Json.language(request), own);
        request.contentType("application/schema+json").result(schema.getBytes(StandardCharsets.UTF_8));
    }

    private void facts(Copy.State state, Context request) {
        Locale language = Json.language(request);
        SupportPolicy policy = places.sound(state, language);
        ArrayNode words = Json.object().arrayNode();
        for (Glossary.Word word : Glossary.of(policy).words()) {
            ObjectNode json = words.addObject().put("kind", word.kind().name()).put("name", word.name()).put("key", word.key())
                    .put("words", word.words().in(language)).put("declared", word.isDeclared());
            ArrayNode components = json.putArray("components");
            word.components().forEach(component -> {
                ArrayNode readBy = components.addObject().put("name", component.name()).put("type", component.form().in(language))
                        .put("ask", component.ask().in(language)).putArray("readBy");
                component.readBy().forEach(rule -> readBy.add(rule.id()));
            });
            ArrayNode constants = json.putArray("constants");
            word.constants().forEach(constant -> constants.addObject().put("name", constant.name())
                    .put("words", constant.words().in(language)));
            rules(word.readBy(), language, json.putArray("readBy"));
            rules(word.concludedBy(), language, json.putArray("concludedBy"));
        }
        ObjectNode json = Json.object();
        json.set("words", words);
        json.set("answers", Json.of(policy.answers()));
        Json.write(json, request);
    }

    private void rules(List<Rule> rules, Locale language, ArrayNode json) {
        rules.forEach(rule -> json.add(places.rule(rule, language)));
    }

    private void policy(Copy.State state, Context request) {
        Locale language = Json.language(request);
        SupportPolicy policy = places.sound(state, language);
        ObjectNode json = Json.object();
        ArrayNode sections = json.putArray("sections");
        policy.sections().forEach(section -> sections.addObject().put("id", section.id()).put("title", section.title(language)));
        ArrayNode clauses = json.putArray("clauses");
        policy.clauses().forEach(clause -> {
            ObjectNode each = clauses.addObject().put("id", clause.id()).put("section", clause.section())
                    .put("modality", clause.modality()).put("party", clause.party()).put("text", clause.text(language));
            ArrayNode readAs = each.putArray("readAs");
            clause.readAs().forEach(read -> readAs.addObject().put("reading", read.reading()).put("text", read.text(language)));
            String why = language.getLanguage().equals("nl") ? clause.notAutomatedDutch() : clause.notAutomated();
            if (why != null) {
                each.put("notAutomated", why);
            }
            ArrayNode rules = each.putArray("rules");
            policy.rules().stream().filter(rule -> rule.clause().equals(clause.id())).forEach(rule -> {
                ObjectNode one = places.rule(rule, language);
                rules.add(one);
                ArrayNode readings = one.putArray("readings");
                rule.readings().forEach(reading -> readings.add(reading.id()));
            });
        });
        ArrayNode readings = json.putArray("readings");
        policy.readings().forEach(reading -> readings.add(reading(reading, language)));
        Json.write(json, request);
    }

    private static ObjectNode reading(Reading reading, Locale language) {
        Reading.Text text = reading.text(language);
        return Json.object().put("id", reading.id()).put("contested", reading.contested()).put("open", text.open())
                .put("adopted", text.adopted()).put("why", text.why());
    }
}
