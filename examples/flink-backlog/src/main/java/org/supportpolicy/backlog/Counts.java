package org.supportpolicy.backlog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.Reason;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.PolicyDiff;
import org.supportpolicy.fact.FactSet;

/** Counts what {@code replay} counts, line by line: answers, clauses, and what changes against another policy. */
final class Counts {

    private final SupportPolicy policy;
    private final @Nullable PolicyDiff diff;

    Counts(SupportPolicy policy, @Nullable SupportPolicy against) {
        this.policy = against == null ? policy : policy.ignoringUndeclared();
        this.diff = against == null ? null : PolicyDiff.between(against, policy);
    }

    void count(FactSet facts, Deciding.Out out) {
        Decision decision = policy.decide(facts);
        Optional<String> change = diff == null ? Optional.empty() : diff.key(facts)
                .map(key -> "change," + String.join(" ", key.get(0)) + "," + String.join(" ", key.get(1)));
        change.ifPresent(out::count); // first what may be refused: a line that is, counts nowhere
        out.count("all,,");
        answer(out, "support", decision.support());
        answer(out, "entitlement", decision.entitlement());
        answer(out, "urgency", decision.urgency());
        answer(out, "firstResponse.status", decision.firstResponse().flatMap(Decision.FirstResponse::status));
        answer(out, "version.status", decision.version().map(Decision.VersionSupport::status));
        answer(out, "lifecycle.state", decision.lifecycle().map(Decision.TicketLifecycle::state));
        decision.irregularities().forEach(irregularity -> answer(out, "irregularities", Optional.of(irregularity)));
        decision.reasons().stream().map(Reason::clause).distinct().forEach(clause -> out.count("clause," + clause + ","));
    }

    private static void answer(Deciding.Out out, String answer, Optional<?> value) {
        out.count("answer," + answer + "," + value.map(Object::toString).orElse("undetermined"));
    }
}
