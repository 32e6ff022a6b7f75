package org.supportpolicy.workbench.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.FactSetReader.Line;
import org.supportpolicy.workbench.http.Allowance;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.ProblemDocument;
import org.supportpolicy.workbench.http.Refused;

/** Answers what requests bring: one fact set, or one a line. Thread-safe. */
final class Answers {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String ENDED = "ended";
    private static final int STOPPED = 503;

    private final Source source;
    private final Meters meters;
    private final Bodies bodies;

    Answers(Source source, Meters meters) {
        this.source = source;
        this.meters = meters;
        this.bodies = new Bodies(source);
    }

    /**
     * Answers one fact set, or one a line.
     *
     * @param answers what answers a fact set, of a request and the policy in force
     * @param queries what the query may hold beside the language and strict
     */
    Handler each(BiFunction<Context, SupportPolicy, Function<FactSet, byte[]>> answers, String... queries) {
        return request -> {
            Query.refuseOthers(request, queries);
            Function<FactSet, byte[]> answer = answers.apply(request, source.policy());
            if (Bodies.type(request).equals(Bodies.LINES)) {
                lines(request, answer);
            } else {
                request.contentType(Json.TYPE).result(answered(request, answer));
            }
        };
    }

    /** Answers one fact set with a text. */
    Handler one(BiFunction<Context, SupportPolicy, Function<FactSet, String>> answers) {
        return request -> {
            Query.refuseOthers(request);
            Function<FactSet, String> answer = answers.apply(request, source.policy());
            if (!Bodies.type(request).equals(Json.TYPE)) {
                throw Refused.of(415, "type.one", Bodies.LINES);
            }
            request.contentType(TEXT).result(answered(request, answer));
        };
    }

    private <T> T answered(Context request, Function<FactSet, T> answer) {
        boolean decided = false;
        try {
            T result = answer.apply(bodies.one(request));
            decided = true;
            return result;
        } finally {
            meters.tickets(Routes.of(request), decided);
        }
    }

    /**
     * Answers line by line, once all lines are read, and sends each answer at once; a bad line gets its problem, and the others theirs all
     * the same. When the time is over or the client gone, nothing more is looked at.
     */
    private void lines(Context request, Function<FactSet, byte[]> answer) throws IOException {
        Allowance allowance = Allowance.of(request);
        List<Bodies.Part> parts = bodies.parts(request);
        request.contentType(Bodies.LINES);
        OutputStream out = request.res().getOutputStream(); // that of the framework holds back what is flushed
        int answered = 0;
        try {
            while (answered < parts.size() && !allowance.isOver()) {
                byte[] said = answer(request, bodies.line(request, parts.get(answered)), answer);
                allowance.rest();
                send(said, out);
                allowance.resume();
                answered++;
            }
        } catch (CancellationException e) {
            if (!allowance.isOver()) {
                throw e;
            }
        } catch (IOException e) {
            request.attribute(ENDED, "the client left after " + answered + " lines");
            return;
        }
        if (answered < parts.size()) {
            allowance.close();
            stopped(request, answered, parts.get(answered).number(), out);
        }
    }

    /** Says that it is not answered to the end: by its status, or in a last line when its status was sent before. */
    private static void stopped(Context request, int answered, int line, OutputStream out) throws IOException {
        long seconds = Allowance.of(request).seconds();
        if (answered == 0) {
            throw Refused.of(STOPPED, "over", seconds);
        }
        request.attribute(ENDED, "stopped after " + answered + " lines");
        send(Json.bytes(ProblemDocument.of(Refused.of(STOPPED, "over.line", seconds, line), Json.language(request)).json()
                .put("line", line)), out);
    }

    private static void send(byte[] line, OutputStream out) throws IOException {
        out.write(line);
        out.write('\n');
        out.flush();
    }

    private byte[] answer(Context request, Line line, Function<FactSet, byte[]> answer) {
        PolicyException refused = line.failure();
        try {
            if (refused == null) {
                byte[] result = answer.apply(line.facts());
                meters.tickets(Routes.of(request), true);
                return result;
            }
        } catch (PolicyException e) {
            refused = e;
        }
        meters.tickets(Routes.of(request), false);
        return Json.bytes(ProblemDocument.of(refused.problems(), Json.language(request)).json().put("line", line.number()));
    }

    /** How an answer ended that was begun and is not whole; empty if it is. */
    static String ended(Context request) {
        String ended = request.attribute(ENDED);
        return ended == null ? "" : ", " + ended;
    }
}
