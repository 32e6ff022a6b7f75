package org.supportpolicy.author;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Decision;
import org.supportpolicy.Reason;
import org.supportpolicy.Rule;

/**
 * What becomes of a fact set under two policies.
 *
 * @param then under the former
 * @param now under the latter
 */
record Comparison(Outcome then, Outcome now) {

    /** The answer that changes when one policy decides and the other cannot. */
    static final String DECISION = "decision";

    /** Whether neither policy can decide. */
    boolean isUndecided() {
        return then.decision() == null && now.decision() == null;
    }

    private boolean isDecided() {
        return then.decision() != null && now.decision() != null;
    }

    /** The same in English. */
    List<PolicyDiff.Difference> differences() {
        return differences(Locale.ENGLISH);
    }

    /**
     * The answers that change, or else the clauses cited for them; that neither policy can decide is no change.
     *
     * @param locale the language in which it is said why one of them cannot decide
     */
    List<PolicyDiff.Difference> differences(Locale locale) {
        if (isDecided()) {
            List<PolicyDiff.Difference> answers = PolicyDiff.differences(then.decision(), now.decision());
            return answers.isEmpty() ? Citations.differences(then.decision(), now.decision()) : answers;
        }
        return isUndecided() ? List.of() : List.of(
                new PolicyDiff.Difference(DECISION, then.said().in(locale), now.said().in(locale)));
    }

    /**
     * What changes: the clauses, then the answers; empty when nothing does.
     *
     * @param changedRules the names of the rules that the policies do not share
     */
    Optional<List<List<String>>> key(Set<String> changedRules) {
        List<String> answers = differences().stream().map(PolicyDiff.Difference::answer).toList();
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        List<String> clauses = answers.equals(List.of(Citations.BECAUSE)) ? Citations.clauses(differences())
                : isDecided() ? clauses(changedRules)
                : Stream.concat(then.failed().stream(), now.failed().stream()).map(Rule::clause).distinct().sorted().toList();
        return Optional.of(List.of(clauses, answers));
    }

    /** The clauses of the edited rules that concluded something in one of the decisions only; of all such rules when none was edited. */
    private List<String> clauses(Set<String> changedRules) {
        Set<String> edited = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        Stream.concat(others(then.decision(), now.decision()), others(now.decision(), then.decision())).forEach(reason -> {
            all.add(reason.clause());
            if (changedRules.contains(reason.rule().name())) {
                edited.add(reason.clause());
            }
        });
        return List.copyOf(edited.isEmpty() ? all : edited);
    }

    /** The reasons of a decision that conclude what the same rule does not conclude in the other. */
    private static Stream<Reason> others(Decision one, Decision other) {
        Set<List<Object>> conclusions = other.reasons().stream().map(Comparison::conclusion).collect(Collectors.toCollection(HashSet::new));
        return one.reasons().stream().filter(reason -> !conclusions.contains(conclusion(reason)));
    }

    private static List<Object> conclusion(Reason reason) {
        return List.of(reason.rule().name(), reason.concludes());
    }
}
