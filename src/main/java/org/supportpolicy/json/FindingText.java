package org.supportpolicy.json;

import java.time.ZoneId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.FreeTexts;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.Shape;

/** Writes findings as objects: their kind, and their components as facts have theirs; instants in the desk's zone, no free text. */
final class FindingText {

    /** The key that says of which kind a finding is. */
    static final String KIND = "kind";
    /** The key of the value of a finding that is one of several constants. */
    static final String VALUE = "value";

    private FindingText() {}

    static void write(JsonText json, Finding finding, ZoneId zone) {
        json.open('{');
        json.name(KIND);
        if (Constants.is(finding)) {
            json.text(Constants.kind(finding).getSimpleName());
            json.name(VALUE);
            json.value(finding.toString(), zone);
        } else {
            json.text(finding.getClass().getSimpleName());
            components(json, finding, zone);
        }
        json.close('}');
    }

    private static void components(JsonText json, Object record, ZoneId zone) {
        Shape shape = Shape.of(record.getClass());
        for (int i = 0; i < shape.names().size(); i++) {
            @Nullable Object value = shape.value(record, i);
            if (value != null) {
                json.name(shape.names().get(i));
                value(json, shape.free().get(i) ? FreeTexts.mask(value) : value, zone);
            }
        }
    }

    private static void value(JsonText json, Object value, ZoneId zone) {
        if (value instanceof Collection<?> many) {
            json.open('[');
            many.forEach(item -> value(json, item, zone));
            json.close(']');
        } else if (value instanceof Record) {
            json.open('{');
            components(json, value, zone);
            json.close('}');
        } else {
            json.value(value, zone);
        }
    }
}
