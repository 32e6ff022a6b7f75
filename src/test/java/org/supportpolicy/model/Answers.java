package org.supportpolicy.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.supportpolicy.Decision;
import org.supportpolicy.finding.OpenGate;
import org.supportpolicy.finding.SupportAnswer;

/** The sections of a decision by name, so that two ways of deciding can be compared. */
public final class Answers {

    private final Map<String, Object> sections = new LinkedHashMap<>();

    /** Sets a section; null and empty mean absent. */
    Answers put(String name, Object value) {
        sections.put(name, value instanceof Optional<?> optional ? optional.orElse(null) : value);
        return this;
    }

    Object get(String name) {
        return sections.get(name);
    }

    public static Answers of(Decision decision) {
        Answers answers = new Answers();
        answers.put("gates", decision.support().filter(SupportAnswer.UNDETERMINED::equals).isEmpty() ? Set.of()
                        : decision.findings(OpenGate.class).stream().map(OpenGate::clause).collect(Collectors.toCollection(TreeSet::new)))
                .put("support", decision.support()).put("entitlement", decision.entitlement())
                .put("referrals", new TreeSet<>(decision.referrals()))
                .put("intake", decision.intake().map(Decision.IntakeCheck::missing))
                .put("urgency", decision.urgency());
        Optional<Decision.FirstResponse> response = decision.firstResponse();
        answers.put("owed", response.flatMap(Decision.FirstResponse::owed)).put("priority", response.map(Decision.FirstResponse::priority))
                .put("coverage", response.map(Decision.FirstResponse::coverage))
                .put("clockStartsAt", response.flatMap(Decision.FirstResponse::clockStartsAt))
                .put("dueAt", response.flatMap(Decision.FirstResponse::dueAt))
                .put("status", response.flatMap(Decision.FirstResponse::status))
                .put("certified", decision.queue().certified())
                .put("queuedUrgency", decision.queue().urgency());
        Optional<Decision.VersionSupport> version = decision.version();
        answers.put("version", version.map(Decision.VersionSupport::status))
                .put("guaranteedThrough", version.flatMap(Decision.VersionSupport::guaranteedThrough))
                .put("withdrawnFrom", version.flatMap(Decision.VersionSupport::withdrawnFrom))
                .put("exclusions", new TreeSet<>(decision.exclusions()))
                .put("suspendedBy", decision.suspendedBy())
                .put("closureGrounds", new TreeSet<>(decision.closureGrounds()))
                .put("state", decision.lifecycle().map(Decision.TicketLifecycle::state))
                .put("reopenableUntil", decision.lifecycle().flatMap(Decision.TicketLifecycle::reopenableUntil))
                .put("closesAt", decision.lifecycle().flatMap(Decision.TicketLifecycle::closesAt))
                .put("actions", decision.actions())
                .put("irregularities", new TreeSet<>(decision.irregularities()));
        return answers;
    }

    /** Where these answers differ from others, a line for each section. */
    public List<String> differences(Answers other) {
        List<String> differences = new ArrayList<>();
        sections.forEach((name, value) -> {
            if (!Objects.equals(value, other.sections.get(name))) {
                differences.add(name + ": " + value + " against " + other.sections.get(name));
            }
        });
        return differences;
    }
}
