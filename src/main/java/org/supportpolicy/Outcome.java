package org.supportpolicy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Given;

/**
 * What would come of an unknown component of the facts, were it known to have one of some values.
 *
 * @param values the values, as facts have them; of days, instants, counts and texts a few for all, of days and instants
 *     none further off than fifty years
 * @param answers the open answers for which it matters which of its values the component has, by their place in a decision such as
 *     {@code urgency.level}; each with what it may then be, once all else that is unknown is known too: one finding where that is
 *     settled, several where other unknown facts decide, none where there is no such answer. Of exclusions, suspensions and grounds each is
 *     for itself, and those are named that may then come
 */
public record Outcome(List<Object> values, Map<String, List<Finding>> answers) {

    /** Copies. */
    public Outcome {
        Objects.requireNonNull(answers, "The answers must be given.");
        values = Given.list(values, "values", "value");
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
}
