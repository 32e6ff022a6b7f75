package org.supportpolicy.author;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.Irregularity;

/** Decides a stock of tickets, counts the answers, and what changes against another policy. Not thread-safe. */
public final class Replay {

    private final SupportPolicy policy;
    private final PolicyDiff diff;
    private final Map<String, Map<String, Integer>> answers = new TreeMap<>();
    private final Map<List<List<String>>, Integer> changes = new LinkedHashMap<>();
    private final Set<String> changedTickets = new HashSet<>();
    private int tickets;
    private int changed;

    /**
     * Makes a replay.
     *
     * @param policy the policy to try
     * @param against the policy it is compared with
     */
    public Replay(SupportPolicy policy, SupportPolicy against) {
        Objects.requireNonNull(policy, "The policy must be given.");
        Objects.requireNonNull(against, "The policy to compare with must be given.");
        this.policy = policy;
        this.diff = PolicyDiff.between(against, policy);
    }

    /**
     * Decides one ticket; returns whether it is decided differently.
     *
     * @throws PolicyException if one of the policies cannot decide it; it does not count then
     */
    public boolean decide(FactSet facts) {
        Objects.requireNonNull(facts, "The facts must be given.");
        Optional<List<List<String>>> key = diff.key(facts);
        tickets++;
        count(policy.decide(facts));
        key.ifPresent(what -> changes.merge(what, 1, Integer::sum));
        if (key.isPresent()) {
            changed++;
            facts.get(Ticket.class).map(Ticket::number).ifPresent(changedTickets::add);
        }
        return key.isPresent();
    }

    private void count(Decision decision) {
        count("support", decision.support());
        count("entitlement", decision.entitlement());
        count("urgency", decision.urgency());
        count("firstResponse.status", decision.firstResponse().flatMap(Decision.FirstResponse::status));
        count("version.status", decision.version().map(Decision.VersionSupport::status));
        count("lifecycle.state", decision.lifecycle().map(Decision.TicketLifecycle::state));
        for (Irregularity irregularity : decision.irregularities()) {
            count("irregularities", Optional.of(irregularity));
        }
    }

    private void count(String answer, Optional<?> value) {
        answers.computeIfAbsent(answer, key -> new TreeMap<>()).merge(value.map(Object::toString).orElse("undetermined"), 1, Integer::sum);
    }

    /** How many tickets were decided. */
    public int tickets() {
        return tickets;
    }

    /** How many of them are decided differently. */
    public int changed() {
        return changed;
    }

    /** How many different ticket numbers there are among those; a stock may hold a ticket at several instants. */
    public int changedTickets() {
        return changedTickets.size();
    }

    /** How often each answer was given. */
    public Map<String, Map<String, Integer>> answers() {
        return answers;
    }

    /** How many tickets change, by the clauses and the answers, as in {@link PolicyDiff#key}. */
    public Map<List<List<String>>, Integer> changes() {
        return changes;
    }
}
