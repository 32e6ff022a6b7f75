package org.supportpolicy.workbench.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Question;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.Timeline;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.AlternativesWriter;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetReader.Line;
import org.supportpolicy.json.TimelineWriter;

/** What is asked about tickets: each request brings fact sets, one or one a line, and gets an answer for each. */
final class Tickets {

    private static final String LINES = "application/x-ndjson";
    private static final String BODY = "body";

    private final Source source;
    private final Meters meters;
    private final FactSetReader reader = new FactSetReader();
    private final FactSetReader strictReader = FactSetReader.strict();
    private final DecisionWriter writer = new DecisionWriter();
    private final TimelineWriter timelines = new TimelineWriter();

    Tickets(Source source, Meters meters) {
        this.source = source;
        this.meters = meters;
    }

    void routes(RoutesConfig routes) {
        routes.post("/decide", each(this::decisions, "questions", "valid-until"));
        routes.post("/outlook", each(this::outlooks, "until"));
        routes.post("/questions", each(this::questions));
        routes.post("/letter", one((request, policy) -> facts -> policy.decide(facts).letter(Json.language(request))));
        routes.post("/explain", one((request, policy) -> facts -> policy.decide(facts).explain(Json.language(request))));
        routes.post("/why-not", each((request, policy) ->
                policy.whyNot(asked(request)).andThen(alternatives(request)::write).andThen(Tickets::utf8), "answer", "clause"));
        routes.post("/what-if", each((request, policy) -> facts -> utf8(alternatives(request).write(policy.whatIf(facts)))));
    }

    private static AlternativesWriter alternatives(Context request) {
        return new AlternativesWriter(Json.language(request));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String asked(Context request) {
        String clause = request.queryParam("clause");
        String answer = request.queryParam("answer");
        if ((clause == null) == (answer == null)) {
            throw new HttpResponseException(400,
                    "The query must hold either clause, such as clause=closure.reopen, or answer, such as answer=OWED.");
        }
        return clause == null ? answer : clause;
    }

    // ---- one fact set, or one a line

    private Handler each(BiFunction<Context, SupportPolicy, Function<FactSet, byte[]>> answers, String... queries) {
        return request -> {
            refuseOthers(request, queries);
            SupportPolicy policy = source.policy();
            FactSetReader reader = reader(request, policy);
            Function<FactSet, byte[]> answer = answers.apply(request, policy);
            String kind = kind(request);
            if (kind.equals(LINES)) {
                lines(request, reader, answer);
            } else {
                request.contentType(Json.TYPE).result(answered(request, reader, answer));
            }
        };
    }

    private Handler one(BiFunction<Context, SupportPolicy, Function<FactSet, String>> answers) {
        return request -> {
            refuseOthers(request);
            SupportPolicy policy = source.policy();
            Function<FactSet, String> answer = answers.apply(request, policy);
            if (!kind(request).equals(Json.TYPE)) {
                throw new HttpResponseException(415, "The body must be one fact set: Content-Type: " + Json.TYPE + ".");
            }
            request.contentType("text/plain; charset=utf-8").result(answered(request, reader(request, policy), answer));
        };
    }

    /** What is asked for in other words than these would go unheard. */
    private static void refuseOthers(Context request, String... queries) {
        List<String> known = Stream.concat(Stream.of("lang", "strict"), Stream.of(queries)).sorted().toList();
        request.queryParamMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new HttpResponseException(400, "The query (" + name + ") must be one of " + String.join(", ", known) + ".");
            } else if (values.size() > 1) {
                throw new HttpResponseException(400, "The " + name + " must be given once.");
            } else if (name.equals("lang") && !values.get(0).equals("nl") && !values.get(0).equals("en")) {
                throw new HttpResponseException(400, "The lang (" + values.get(0) + ") must be nl or en.");
            }
        });
    }

    private <T> T answered(Context request, FactSetReader reader, Function<FactSet, T> answer) {
        boolean decided = false;
        try {
            T result = answer.apply(reader.read(BODY, text(request)));
            decided = true;
            return result;
        } finally {
            meters.tickets(Meters.route(request), decided);
        }
    }

    /** Answers line by line, once all lines are read; a bad one gets its problem, and the others theirs all the same. */
    private void lines(Context request, FactSetReader reader, Function<FactSet, byte[]> answer) throws IOException {
        String route = Meters.route(request);
        Locale language = Json.language(request);
        Stream<Line> lines = reader.lines(BODY, text(request).lines());
        request.contentType(LINES);
        OutputStream out = request.outputStream();
        for (Line line : (Iterable<Line>) lines::iterator) {
            out.write(answer(line, answer, language, route));
            out.write('\n');
        }
    }

    private byte[] answer(Line line, Function<FactSet, byte[]> answer, Locale language, String route) {
        PolicyException refused = line.failure();
        try {
            if (refused == null) {
                byte[] result = answer.apply(line.facts());
                meters.tickets(route, true);
                return result;
            }
        } catch (PolicyException e) {
            refused = e;
        }
        meters.tickets(route, false);
        return Json.bytes(ProblemDocument.of(refused.problems(), language).json().put("line", line.number()));
    }

    /** What reads the fact sets of the policy that answers. */
    private FactSetReader reader(Context request, SupportPolicy policy) {
        return (isAsked(request, "strict") ? strictReader : reader).knowing(policy.ownFacts());
    }

    private static String kind(Context request) {
        String given = Optional.ofNullable(request.contentType()).orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!given.equals(Json.TYPE) && !given.equals(LINES)) {
            throw new HttpResponseException(415,
                    "The body must be JSON: Content-Type: " + Json.TYPE + ", or " + LINES + " for one fact set a line.");
        }
        return given;
    }

    private static String text(Context request) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(request.bodyAsBytes())).toString();
        } catch (CharacterCodingException e) {
            throw new HttpResponseException(400, "The body must be UTF-8.");
        }
    }

    // ---- what is answered

    private Function<FactSet, byte[]> decisions(Context request, SupportPolicy policy) {
        DecisionWriter asked = isAsked(request, "questions") ? writer.withQuestions(Json.language(request)) : writer;
        DecisionWriter full = isAsked(request, "valid-until") ? asked.withValidity() : asked;
        return facts -> full.writeUtf8(policy.decide(facts));
    }

    private Function<FactSet, byte[]> outlooks(Context request, SupportPolicy policy) {
        Optional<Instant> until = Optional.ofNullable(request.queryParam("until")).map(Tickets::instant);
        return facts -> utf8(timelines.write(until.map(end -> timeline(policy, facts, end)).orElseGet(() -> policy.timeline(facts))));
    }

    private static Timeline timeline(SupportPolicy policy, FactSet facts, Instant until) {
        try {
            return policy.timeline(facts, later(facts.asOf(), until));
        } catch (IllegalArgumentException e) {
            throw new HttpResponseException(400, e.getMessage());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new HttpResponseException(400, "The until (" + text + ") must be an instant such as 2026-12-31T23:00:00Z; in a query "
                    + "a plus sign is written %2B.");
        }
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

    private static boolean isAsked(Context request, String option) {
        String value = request.queryParam(option);
        if (value != null && !value.isEmpty() && !value.equals("true") && !value.equals("false")) {
            throw new HttpResponseException(400, "The " + option + " (" + value + ") must be true or false.");
        }
        return value != null && !value.equals("false");
    }
}
