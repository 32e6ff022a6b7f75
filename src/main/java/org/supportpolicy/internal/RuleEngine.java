package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;

/**
 * Runs compiled rules over fact sets. Each is given a session of its own for as long as its rules run; sessions are wiped and used
 * again, because making their memories costs more than the rules do. Thread-safe, and nothing of a fact set is left for the next.
 */
public final class RuleEngine {

    /** Far more firings for each fact than any ticket needs; rules that go on past them feed themselves. */
    private static final int FIRINGS_PER_FACT = 1_000;

    private final KieBase rules;
    private final @Nullable UnaryOperator<@Nullable String> names;
    private volatile KieSessionsPool sessions;
    private final Semaphore kept = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    /** Takes compiled rules. */
    public RuleEngine(KieBase rules) {
        this(rules, null);
    }

    /**
     * Takes compiled rules of which some are left out or go by another name.
     *
     * @param names gives the name a rule goes by, or null for one that may not fire; null for all rules by their own names
     */
    RuleEngine(KieBase rules, @Nullable UnaryOperator<@Nullable String> names) {
        this.rules = rules;
        this.names = names;
        this.sessions = rules.newKieSessionsPool(0);
    }

    /**
     * Lets the rules conclude what they can.
     *
     * @param facts the facts; an event later than their instant has not happened
     * @return the conclusions, in no particular order
     * @throws PolicyException if the rules keep firing without end, naming those that do, or if one of them fails
     */
    public List<Conclusion> conclude(FactSet facts) {
        if (names == null) {
            return conclude(facts, List.of(), null);
        }
        return conclude(facts, List.of(), rule -> names.apply(rule) != null).stream()
                .map(conclusion -> new Conclusion(names.apply(conclusion.rule()), conclusion.finding(), conclusion.because())).toList();
    }

    /**
     * Lets some of the rules conclude what they can.
     *
     * @param facts the facts; an event later than their instant has not happened
     * @param findings what is taken as concluded already
     * @param which the names of the rules that may fire; null for all
     * @return the conclusions, in no particular order
     * @throws PolicyException if the rules keep firing without end, naming those that do, or if one of them fails
     */
    public List<Conclusion> conclude(FactSet facts, Collection<? extends Finding> findings, @Nullable Predicate<String> which) {
        boolean keep = kept.tryAcquire(); // more threads than processors are not worth the memory of a session each
        KieSession session = keep ? sessions.newKieSession() : rules.newKieSession();
        boolean ended = false;
        try {
            given(facts).forEach(session::insert);
            findings.forEach(session::insert);
            ended = fire(session, facts, which) < limit(facts);
            if (ended) {
                return Justifications.of(session);
            }
        } finally {
            session.dispose();
            if (!ended) {
                sessions = rules.newKieSessionsPool(0); // a session that broke off is not used again
            }
            if (keep) {
                kept.release();
            }
        }
        throw endless(facts);
    }

    private static int limit(FactSet facts) {
        return FIRINGS_PER_FACT * (facts.facts().size() + 2);
    }

    /** What the rules are given of a fact set: the instant, the facts as known at it, and a desk of which nothing is known if there is none. */
    public static List<Fact> given(FactSet facts) {
        AsOf now = facts.now();
        List<Fact> given = new ArrayList<>(facts.facts().size() + 2);
        given.add(now);
        for (Fact fact : facts.facts()) {
            given.add(fact.asKnownAt(now));
        }
        if (facts.get(Desk.class).isEmpty()) {
            given.add(Desk.builder().build());
        }
        return given;
    }

    private static int fire(KieSession session, FactSet facts, @Nullable Predicate<String> which) {
        try {
            return which == null ? session.fireAllRules(limit(facts))
                    : session.fireAllRules(match -> which.test(match.getRule().getName()), limit(facts));
        } catch (RuntimeException failure) {
            throw new PolicyException("The policy", List.of(new Problem("SP-R090", null, 0, 0, null,
                    "A rule failed on the facts (" + facts.facts().stream().map(fact -> fact.getClass().getSimpleName())
                            .collect(Collectors.joining(", ")) + "): " + firstLine(failure),
                    null, null)), failure);
        }
    }

    private static String firstLine(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    /** Runs once more, only now counting, so that decisions that end pay nothing for it. */
    private PolicyException endless(FactSet facts) {
        Map<String, Integer> firings = new HashMap<>();
        KieSession session = rules.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    firings.merge(event.getMatch().getRule().getName(), 1, Integer::sum);
                }
            });
            given(facts).forEach(session::insert);
            session.fireAllRules(limit(facts));
        } finally {
            session.dispose();
        }
        int often = firings.values().stream().mapToInt(Integer::intValue).max().orElse(0) / 10;
        String names = firings.entrySet().stream().filter(entry -> entry.getValue() > often)
                .map(entry -> '"' + entry.getKey() + "\" (" + entry.getValue() + " times)")
                .sorted().collect(Collectors.joining(", "));
        return new PolicyException("The policy", List.of(new Problem("SP-R091", null, 0, 0, null,
                "The rules must come to an end within " + limit(facts) + " firings. These kept firing: " + names + ".",
                "Maybe one of them needs a condition that its own conclusion does not undo.", null)));
    }
}
