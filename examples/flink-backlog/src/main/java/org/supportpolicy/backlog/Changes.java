package org.supportpolicy.backlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.PolicyDiff;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.DecisionTree;

/** Says what one policy decides otherwise than another: the clauses that bring it about, and each answer before and after. */
final class Changes {

    private static final JsonFactory JSON = new JsonFactory();

    private final SupportPolicy before;
    private final SupportPolicy after;
    private final PolicyDiff diff;

    Changes(SupportPolicy before, SupportPolicy after) {
        this.before = before.ignoringUndeclared();
        this.after = after.ignoringUndeclared();
        this.diff = PolicyDiff.between(before, after);
    }

    void say(FactSet facts, Deciding.Out out) {
        diff.key(facts).ifPresent(key -> out.say(json(before.decide(facts), after.decide(facts), key.get(0), key.get(1))));
    }

    private static byte[] json(Decision then, Decision now, List<String> clauses, List<String> answers) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            if (now.ticket().isPresent()) {
                json.writeStringField("ticket", now.ticket().get());
            }
            json.writeStringField("asOf", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.asOf().atZone(now.zone())));
            json.writeFieldName("clauses");
            write(json, clauses);
            json.writeObjectFieldStart("answers");
            Map<String, Object> former = DecisionTree.of(then);
            Map<String, Object> latter = DecisionTree.of(now);
            for (String answer : answers) {
                json.writeObjectFieldStart(answer);
                json.writeFieldName("from");
                write(json, value(former, answer));
                json.writeFieldName("to");
                write(json, value(latter, answer));
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }

    /** The value of an answer such as {@code lifecycle.state}; null when there is none, as where the clauses alone differ. */
    private static @Nullable Object value(Map<String, Object> decision, String answer) {
        Object value = decision;
        for (String key : answer.split("\\.", 2)) {
            value = value instanceof Map<?, ?> members ? members.get(key) : null;
        }
        return value;
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                json.writeFieldName(member.getKey().toString());
                write(json, member.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                write(json, item);
            }
            json.writeEndArray();
        } else {
            json.writeObject(value);
        }
    }
}
