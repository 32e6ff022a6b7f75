package org.supportpolicy.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Change;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Timeline;
import org.supportpolicy.internal.words.Words;

/** Writes what happens if nobody acts as JSON, one object on one line, its keys in a fixed order. Immutable and thread-safe. */
public final class TimelineWriter {

    private static final int USUAL_BYTES = 4 * 1024;

    /**
     * Writes a timeline: each change with the sections that change as they stand in a decision before and after it; a section that a
     * decision lacks is left out.
     *
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public String write(Timeline timeline) {
        Decision decision = Objects.requireNonNull(timeline, "The timeline must be given.").decision();
        JsonText json = new JsonText(USUAL_BYTES);
        json.open('{');
        decision.ticket().ifPresent(ticket -> text(json, "ticket", ticket));
        instant(json, "asOf", decision.asOf(), decision.zone());
        instant(json, "until", timeline.until(), decision.zone());
        json.name("changes");
        json.open('[');
        Map<String, Object> before = DecisionTree.of(decision);
        for (Change change : timeline.changes()) {
            Map<String, Object> after = DecisionTree.of(change.after());
            change(json, change, before, after);
            before = after;
        }
        json.close(']');
        json.close('}');
        return new String(json.toBytes(), StandardCharsets.UTF_8);
    }

    private static void change(JsonText json, Change change, Map<String, Object> before, Map<String, Object> after) {
        json.open('{');
        instant(json, "at", change.at(), change.after().zone());
        json.name("sections");
        json.open('[');
        for (String section : change.sections()) {
            json.open('{');
            text(json, "section", section);
            member(json, "from", before.get(section));
            member(json, "to", after.get(section));
            json.close('}');
        }
        json.close(']');
        member(json, "clauses", List.copyOf(change.clauses()));
        member(json, "rules", List.copyOf(change.rules()));
        json.close('}');
    }

    private static void text(JsonText json, String name, String text) {
        json.name(name);
        json.text(text);
    }

    private static void instant(JsonText json, String name, Instant instant, ZoneId zone) {
        text(json, name, Words.instant(instant, zone));
    }

    private static void member(JsonText json, String name, @Nullable Object value) {
        if (value != null) {
            json.name(name);
            value(json, value);
        }
    }

    private static void value(JsonText json, Object value) {
        if (value instanceof Map<?, ?> members) {
            json.open('{');
            members.forEach((name, member) -> member(json, (String) name, member));
            json.close('}');
        } else if (value instanceof List<?> items) {
            json.open('[');
            items.forEach(item -> value(json, item));
            json.close(']');
        } else if (value instanceof Integer number) {
            json.number(number);
        } else if (value instanceof Boolean truth) {
            json.truth(truth);
        } else {
            json.text(value.toString());
        }
    }
}
