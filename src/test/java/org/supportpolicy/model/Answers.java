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

/** What a decision answers, by the paths of the contract, so that two ways of deciding can be compared. */
public final class Answers {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Sets an answer; null and empty mean absent. */
    Answers put(String path, Object value) {
        values.put(path, value instanceof Optional<?> optional ? optional.orElse(null) : value);
        return this;
    }

    Object get(String path) {
        return values.get(path);
    }

    /** Every answer by its path; the value is null when it is absent. */
    Map<String, Object> values() {
        return values;
    }

    public static Answers of(Decision decision) {
        Answers answers = new Answers();
        Optional<Decision.VersionSupport> version = decision.version();
        Optional<Decision.TicketLifecycle> lifecycle = decision.lifecycle();
        answers.put("support.answer", decision.support())
                .put("gates", decision.support().filter(SupportAnswer.UNDETERMINED::equals).isEmpty() ? Set.of()
                        : decision.findings(OpenGate.class).stream().map(OpenGate::clause).collect(Collectors.toCollection(TreeSet::new)))
                .put("entitlement", decision.entitlement())
                .put("referrals", decision.referrals())
                .put("intake.missing", decision.intake().map(Decision.IntakeCheck::missing))
                .put("urgency.level", decision.urgency())
                .put("urgency.possible", decision.possibleUrgencies())
                .put("urgency.inForce", decision.urgencyInForce())
                .put("queue.urgency", decision.queue().urgency())
                .put("queue.certified", decision.queue().certified())
                .put("version.status", version.map(Decision.VersionSupport::status))
                .put("version.guaranteedThrough", version.flatMap(Decision.VersionSupport::guaranteedThrough))
                .put("version.withdrawnFrom", version.flatMap(Decision.VersionSupport::withdrawnFrom))
                .put("exclusions", decision.exclusions())
                .put("suspendedBy", decision.suspendedBy())
                .put("closureGrounds", decision.closureGrounds())
                .put("lifecycle.state", lifecycle.map(Decision.TicketLifecycle::state))
                .put("lifecycle.reopenableUntil", lifecycle.flatMap(Decision.TicketLifecycle::reopenableUntil))
                .put("lifecycle.closesAt", lifecycle.flatMap(Decision.TicketLifecycle::closesAt))
                .put("actions", decision.actions())
                .put("irregularities", decision.irregularities());
        answers.firstResponse(decision.firstResponse());
        answers.followUp(decision.followUp());
        return answers;
    }

    private void firstResponse(Optional<Decision.FirstResponse> response) {
        put("firstResponse.owed", response.flatMap(Decision.FirstResponse::owed));
        put("firstResponse.priority", response.map(Decision.FirstResponse::priority));
        put("firstResponse.coverage", response.map(Decision.FirstResponse::coverage));
        put("firstResponse.clockStartsAt", response.flatMap(Decision.FirstResponse::clockStartsAt));
        put("firstResponse.dueAt", response.flatMap(Decision.FirstResponse::dueAt));
        put("firstResponse.remindAt", response.map(Decision.FirstResponse::remindAt).orElse(List.of()));
        put("firstResponse.status", response.flatMap(Decision.FirstResponse::status));
    }

    private void followUp(Optional<Decision.FollowUps> followUp) {
        put("followUp.owed", followUp.flatMap(Decision.FollowUps::owed));
        put("followUp.dueAt", followUp.flatMap(Decision.FollowUps::dueAt));
        put("followUp.remindAt", followUp.map(Decision.FollowUps::remindAt).orElse(List.of()));
        put("followUp.status", followUp.flatMap(Decision.FollowUps::status));
    }

    /** Where these answers differ from others, a line for each path. */
    public List<String> differences(Answers other) {
        List<String> differences = new ArrayList<>();
        values.forEach((path, value) -> {
            if (!Objects.equals(value, other.values.get(path))) {
                differences.add(path + ": " + value + " against " + other.values.get(path));
            }
        });
        return differences;
    }
}
