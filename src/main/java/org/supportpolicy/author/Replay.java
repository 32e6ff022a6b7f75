package org.supportpolicy.author;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.supportpolicy.internal.words.ReportWords;

/**
 * Decides a stock of tickets, counts the answers, and what changes against another policy. Not thread-safe but for
 * {@link #compare(FactSet)}.
 */
public final class Replay {

    /** What is counted where there is no answer. */
    static final String UNDETERMINED = "undetermined";
    /** The keys in a decision of answers that are counted by the name of their section. */
    private static final Map<String, String> KEYS = Map.of("support", "support.answer", "urgency", "urgency.level");

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
        this.policy = policy.ignoringUndeclared();
        this.diff = PolicyDiff.between(against, policy);
    }

    /**
     * A ticket that was decided by both policies, and does not count yet.
     *
     * @param facts what is known of it
     * @param decision the decision by the policy that is tried
     * @param change what changes, as in {@link PolicyDiff#key}; empty when nothing does
     */
    public record Decided(FactSet facts, Decision decision, Optional<List<List<String>>> change) {

        /** Checks that all is given. */
        public Decided {
            Objects.requireNonNull(facts, "The facts must be given.");
            Objects.requireNonNull(decision, "The decision must be given.");
            Objects.requireNonNull(change, "The change must be given.");
        }
    }

    /**
     * Decides one ticket and counts it; returns whether it is decided differently.
     *
     * @throws PolicyException if one of the policies cannot decide it; it does not count then
     */
    public boolean decide(FactSet facts) {
        Decided ticket = compare(facts);
        add(ticket);
        return ticket.change.isPresent();
    }

    /**
     * Decides one ticket by both policies; any number of threads may at once.
     *
     * @throws PolicyException if one of the policies cannot decide it
     */
    public Decided compare(FactSet facts) {
        Objects.requireNonNull(facts, "The facts must be given.");
        Optional<List<List<String>>> change = diff.key(facts);
        return new Decided(facts, policy.decide(facts), change);
    }

    /** Counts a ticket that was decided. */
    public void add(Decided ticket) {
        tickets++;
        count(Objects.requireNonNull(ticket, "The ticket must be given.").decision);
        ticket.change.ifPresent(what -> {
            changes.merge(what, 1, Integer::sum);
            changed++;
            ticket.facts.get(Ticket.class).map(Ticket::number).ifPresent(changedTickets::add);
        });
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
        answers.computeIfAbsent(answer, key -> new TreeMap<>()).merge(value.map(Object::toString).orElse(UNDETERMINED), 1, Integer::sum);
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

    /** The same in words, in Dutch for a Dutch locale and in English for any other. */
    public Map<String, Map<String, Integer>> answers(Locale locale) {
        ReportWords words = ReportWords.of(Objects.requireNonNull(locale, "The locale must be given."));
        Effects effects = new Effects(words);
        Map<String, Map<String, Integer>> said = new LinkedHashMap<>();
        answers.forEach((answer, counts) -> {
            String key = KEYS.getOrDefault(answer, answer);
            Map<String, Integer> values = said.computeIfAbsent(words.answer(key), label -> new LinkedHashMap<>());
            counts.forEach((value, count) -> values.merge(value.equals(UNDETERMINED) ? words.label("replay.undetermined")
                    : effects.value(key, key.equals("irregularities") ? List.of(value) : value), count, Integer::sum));
        });
        return said;
    }

    /** How many tickets change, by the clauses and the answers, as in {@link PolicyDiff#key}. */
    public Map<List<List<String>>, Integer> changes() {
        return changes;
    }

    /**
     * What was counted, as people read it.
     *
     * @param locale Dutch for a Dutch locale, English for any other
     */
    public String explain(Locale locale) {
        return ReplayText.of(this, Objects.requireNonNull(locale, "The locale must be given."));
    }
}
