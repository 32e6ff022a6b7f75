package org.supportpolicy.workbench.serve;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetReader.Line;
import org.supportpolicy.workbench.http.Allowance;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.Refused;

/** Reads what requests bring. Thread-safe. */
final class Bodies {

    static final String LINES = "application/x-ndjson";

    private static final String BODY = "body";

    private final FactSetReader reader;
    private final FactSetReader strictReader;

    /** Reads fact sets of the policy in force. */
    Bodies(Source source) {
        this.reader = new FactSetReader().knowing(source.decider());
        this.strictReader = FactSetReader.strict().knowing(source.decider());
    }

    /**
     * A line of a body.
     *
     * @param number its number, from 1
     * @param bytes what it holds without its end
     */
    record Part(int number, byte[] bytes) {}

    /** The type of a body, one of two. */
    static String type(Context request) {
        String given = Objects.requireNonNullElse(request.contentType(), "").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!given.equals(Json.TYPE) && !given.equals(LINES)) {
            throw Refused.of(415, "type", given.isEmpty() ? "-" : given);
        }
        return given;
    }

    /** The fact set that a body is. */
    FactSet one(Context request) {
        try {
            return reader(request).read(BODY, text(bytes(request)));
        } catch (CharacterCodingException e) {
            throw Refused.of(400, "utf-8");
        }
    }

    /** The lines of a body that are not blank, once it is there as a whole. */
    List<Part> parts(Context request) {
        byte[] body = bytes(request);
        List<Part> parts = new ArrayList<>();
        int number = 1;
        int begin = 0;
        for (int end = 0; end <= body.length; end++) {
            if (end == body.length || body[end] == '\n' || body[end] == '\r') {
                byte[] line = Arrays.copyOfRange(body, begin, end);
                if (!isBlank(line)) {
                    parts.add(new Part(number, line));
                }
                end += end + 1 < body.length && body[end] == '\r' && body[end + 1] == '\n' ? 1 : 0;
                begin = end + 1;
                number++;
            }
        }
        return parts;
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The fact set that a line is, or its problems. */
    Line line(Context request, Part part) {
        try {
            return reader(request).line(BODY, part.number, text(part.bytes));
        } catch (CharacterCodingException e) {
            Problem problem = Problem.of("SP-I008.line").in(BODY).at(part.number, 1, null);
            return new Line(part.number, null, new PolicyException("The fact set", List.of(problem)));
        }
    }

    private FactSetReader reader(Context request) {
        return Query.isAsked(request, "strict") ? strictReader : reader;
    }

    private static byte[] bytes(Context request) {
        Allowance allowance = Allowance.of(request);
        try {
            return request.bodyAsBytes();
        } catch (Exception e) { // what reading throws is not declared
            if (allowance.isOver()) {
                throw Refused.of(408, "over.body", allowance.seconds());
            }
            throw e;
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
