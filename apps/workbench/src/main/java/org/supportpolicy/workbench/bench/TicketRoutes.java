package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.supportpolicy.Decision;
import org.supportpolicy.Question;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.Timeline;
import org.supportpolicy.WhatIf;
import org.supportpolicy.WhyNot;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.AlternativesWriter;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.TimelineWriter;
import org.supportpolicy.workbench.http.Allowance;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.Refused;

/** What is asked about the ticket that is being tried, by the rules as they are being edited. */
final class TicketRoutes implements Routes {

    private static final int BAD = 400;
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final String TICKET = "ticket";
    private static final String TEXT = "text";

    private final Copy copy;
    private final Places places;

    TicketRoutes(Copy copy) {
        this.copy = copy;
        this.places = new Places(copy.files().directory());
    }

    /** A ticket and the policy that decides it. */
    record Try(SupportPolicy policy, FactSet facts, Body body, Locale language) {

        /**
         * What a request brings.
         *
         * @throws Refused if the rules are not sound, or the ticket is not
         */
        static Try of(Context request, Copy copy, Places places) {
            Body body = Body.of(request);
            Locale language = Json.language(request);
            SupportPolicy policy = places.sound(copy.with(body.unsaved()), language);
            JsonNode facts = body.json().path("facts");
            if (!facts.isObject() && !facts.isTextual()) {
                throw Refused.of(BAD, "member.facts");
            }
            String text = facts.isTextual() ? facts.textValue() : facts.toString();
            return new Try(policy, new FactSetReader().knowing(policy).read(TICKET, text), body, language);
        }
    }

    @Override
    public void add(RoutesConfig config) {
        post(config, TICKET, this::decided);
        post(config, "why-not", tried -> {
            WhyNot whyNot = tried.policy.whyNot(tried.facts, tried.body.text("answer"));
            JsonNode json = with(new AlternativesWriter(tried.language).write(whyNot), places.told(whyNot.explain(tried.language)));
            json.path("rules").forEach(rule -> rule.path("failed").forEach(failed ->
                    ((ObjectNode) failed).put("file", places.file(failed.path("file").asText()))));
            return json;
        });
        post(config, "what-if", tried -> {
            WhatIf whatIf = tried.policy.whatIf(tried.facts);
            return with(new AlternativesWriter(tried.language).write(whatIf), whatIf.explain(tried.language));
        });
        post(config, "timeline", tried -> {
            Timeline timeline = until(tried.body).map(end -> tried.policy.timeline(tried.facts, end))
                    .orElseGet(() -> tried.policy.timeline(tried.facts));
            return with(new TimelineWriter().write(timeline), timeline.explain(tried.language));
        });
    }

    private void post(RoutesConfig config, String what, Function<Try, JsonNode> answer) {
        config.post("/api/" + what, Allowance.limited(request -> Json.write(answer.apply(Try.of(request, copy, places)), request), TIME,
                "bench.over"));
    }

    private static JsonNode with(String json, String text) {
        return ((ObjectNode) Json.read(json)).put(TEXT, text);
    }

    private static Optional<Instant> until(Body body) {
        try {
            return body.given("until").map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw Refused.of(BAD, "query.until", body.text("until"));
        }
    }

    private JsonNode decided(Try tried) {
        Locale language = tried.language;
        Decision decision = tried.policy.decide(tried.facts);
        ObjectNode json = Json.object();
        json.set("decision", Json.read(new DecisionWriter().in(language).withQuestions(language).withValidity().withStructuredReasons()
                .write(decision)));
        json.set("reasons", new ReasonsJson(tried.policy, places, language).of(decision));
        json.put("letter", decision.letter(language)).put("explanation", decision.explain(language));
        ArrayNode notes = json.putArray("notes");
        decision.notes().forEach(note -> notes.add(note.sentence(language, decision.zone())));
        ArrayNode ignored = json.putArray("ignored");
        decision.ignored().forEach(ignored::add);
        ArrayNode questions = json.putArray("questions");
        decision.questions(language).forEach(question -> question(question, questions.addObject()));
        return json;
    }

    private static void question(Question question, ObjectNode json) {
        json.put("path", question.path()).put("ask", question.ask()).put("answerer", question.answerer().name())
                .put("kind", question.answers().kind().name()).put("answers", question.answers().words());
        ArrayNode choices = json.putArray("choices");
        question.answers().choices().forEach(choice -> choices.addObject().put("value", choice.value()).put("words", choice.words()));
    }
}
