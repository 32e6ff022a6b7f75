package org.supportpolicy.workbench.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.Question;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.Timeline;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.AlternativesWriter;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.TimelineWriter;
import org.supportpolicy.workbench.http.Allowance;
import org.supportpolicy.workbench.http.Json;

/** What is asked about tickets. */
final class Tickets {

    private final Answers answers;
    private final Duration time;
    private final DecisionWriter writer = new DecisionWriter();
    private final TimelineWriter timelines = new TimelineWriter();

    /**
     * Begins.
     *
     * @param time how long work on a request may take
     */
    Tickets(Answers answers, Duration time) {
        this.answers = answers;
        this.time = time;
    }

    void routes(Routes routes) {
        post(routes, "/decide", answers.each(this::decisions, "questions", "valid-until"));
        post(routes, "/outlook", answers.each(this::outlooks, "until"));
        post(routes, "/questions", answers.each(this::questions));
        post(routes, "/letter", answers.one((request, policy) -> facts -> policy.decide(facts).letter(Json.language(request))));
        post(routes, "/explain", answers.one((request, policy) -> facts -> policy.decide(facts).explain(Json.language(request))));
        post(routes, "/why-not", answers.each((request, policy) ->
                Query.whyNot(request, policy).andThen(alternatives(request)::write).andThen(Tickets::utf8), "answer", "clause"));
        post(routes, "/what-if", answers.each((request, policy) -> facts -> utf8(alternatives(request).write(policy.whatIf(facts)))));
    }

    private void post(Routes routes, String path, Handler handler) {
        routes.post(path, Allowance.limited(handler, time, "over"));
    }

    private static AlternativesWriter alternatives(Context request) {
        return new AlternativesWriter(Json.language(request));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Function<FactSet, byte[]> decisions(Context request, SupportPolicy policy) {
        DecisionWriter asked = Query.isAsked(request, "questions") ? writer.withQuestions(Json.language(request)) : writer;
        DecisionWriter full = Query.isAsked(request, "valid-until") ? asked.withValidity() : asked;
        return facts -> full.writeUtf8(policy.decide(facts));
    }

    private Function<FactSet, byte[]> outlooks(Context request, SupportPolicy policy) {
        Optional<Instant> until = Query.until(request);
        return facts -> utf8(timelines.write(until.map(end -> timeline(policy, facts, end)).orElseGet(() -> policy.timeline(facts))));
    }

    private static Timeline timeline(SupportPolicy policy, FactSet facts, Instant until) {
        if (until.isBefore(facts.asOf())) {
            throw new PolicyException("The outlook", List.of(Problem.of("SP-W012", until, facts.asOf())));
        }
        return policy.timeline(facts, until);
    }

    private Function<FactSet, byte[]> questions(Context request, SupportPolicy policy) {
        Locale language = Json.language(request);
        return facts -> {
            Decision decision = policy.decide(facts);
            ObjectNode json = Json.object();
            decision.ticket().ifPresent(ticket -> json.put("ticket", ticket));
            ArrayNode questions = json.putArray("questions");
            decision.questions(language).forEach(question -> question(question, questions.addObject()));
            return Json.bytes(json);
        };
    }

    private static void question(Question question, ObjectNode json) {
        json.put("path", question.path()).put("ask", question.ask()).put("answerer", question.answerer().name())
                .put("kind", question.answers().kind().name()).put("answers", question.answers().words());
        if (!question.answers().choices().isEmpty()) {
            ArrayNode choices = json.putArray("choices");
            question.answers().choices().forEach(choice -> choices.addObject().put("value", choice.value()).put("words", choice.words()));
        }
    }
}
