package org.supportpolicy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.engine.Failures;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.possible.SmallestChanges;
import org.supportpolicy.internal.record.Changes;
import org.supportpolicy.internal.source.Source;

/** Says why decisions do not conclude something, and what would make them. Immutable and thread-safe. */
final class WhyNots {

    private final SupportPolicy policy;
    private final SmallestChanges changes;
    private final Wanted wanted;
    private final Map<String, Rule> rules;

    WhyNots(SupportPolicy policy, SmallestChanges changes, Wanted wanted) {
        this.policy = policy;
        this.changes = changes;
        this.wanted = wanted;
        this.rules = policy.rules().stream().collect(Collectors.toMap(Rule::name, Function.identity()));
    }

    /** Says it of facts without events that lie ahead. */
    WhyNot of(FactSet facts) {
        Decision decision = policy.decide(facts);
        if (isConcluded(decision)) {
            return new WhyNot(wanted.asked(), wanted.others(), true, List.of(), List.of(), 0, false, List.of(), decision.zone());
        }
        List<WhyNot.Attempt> attempts = wanted.rules().stream().map(rule -> attempt(rule, facts, decision))
                .sorted(Comparator.comparing(attempt -> attempt.failed().size())).toList();
        SmallestChanges.Found found = changes.of(facts, decision.reasons(), wanted.rules()::contains, wanted.finding(), this::isConcluded);
        List<List<FactChange>> changed = found.changed().stream().map(other -> Changes.between(facts, other)).toList();
        return new WhyNot(wanted.asked(), wanted.others(), false, attempts, changed, found.looked(), found.isStopped(), found.untried(),
                decision.zone());
    }

    private boolean isConcluded(FactSet facts) {
        try {
            return isConcluded(policy.decide(facts));
        } catch (PolicyException e) {
            return false; // facts for which the rules conclude two answers show nothing
        }
    }

    private boolean isConcluded(Decision decision) {
        return decision.reasons().stream().anyMatch(reason -> wanted.finding().test(reason.concludes())
                && wanted.rules().stream().anyMatch(rule -> rule.name().equals(reason.rule().name())));
    }

    private WhyNot.Attempt attempt(CheckedRule rule, FactSet facts, Decision decision) {
        List<Object> known = new ArrayList<>(RuleEngine.given(facts));
        decision.reasons().stream().map(Reason::concludes).distinct().forEach(known::add);
        Source source = rule.book().source();
        return new WhyNot.Attempt(rules.get(rule.name()), Failures.of(rule, known).stream().map(failure -> new WhyNot.Failed(
                source.condensed(failure.start(), failure.end()), source.lineOf(failure.start()), failure.looked())).toList());
    }
}
