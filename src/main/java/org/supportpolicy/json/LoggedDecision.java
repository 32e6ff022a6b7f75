package org.supportpolicy.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.supportpolicy.Decision;
import org.supportpolicy.fact.FactSet;

/**
 * A decision as a log holds it.
 *
 * @param library the version of the library that decided, when it was logged
 * @param zoneRules what tells the rules of the desk's zone from others, when it was logged
 * @param facts what was known
 * @param policy the receipt of the decision
 * @param sections the decision by its keys, as {@link DecisionTree} has it
 */
public record LoggedDecision(Optional<String> library, Optional<String> zoneRules, FactSet facts, Decision.Receipt policy,
        Map<String, Object> sections) {

    /** A map that is given and changed later changes nothing here. */
    public LoggedDecision {
        Objects.requireNonNull(library, "The library must be given.");
        Objects.requireNonNull(zoneRules, "The zoneRules must be given.");
        Objects.requireNonNull(facts, "The facts must be given.");
        Objects.requireNonNull(policy, "The policy must be given.");
        Objects.requireNonNull(sections, "The sections must be given.");
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }
}
