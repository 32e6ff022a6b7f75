package org.supportpolicy;

import java.util.List;
import java.util.Objects;
import org.supportpolicy.finding.Finding;

/**
 * Why something was concluded.
 *
 * @param clause the id of the clause
 * @param rule the rule that concluded it
 * @param concludes what it concluded
 * @param because the facts and findings it rests on, in the order of the rule's conditions
 */
public record Reason(String clause, Rule rule, Finding concludes, List<Object> because) {

    /** Checks that all is given. */
    public Reason {
        Objects.requireNonNull(clause, "The clause must be given.");
        Objects.requireNonNull(rule, "The rule must be given.");
        Objects.requireNonNull(concludes, "The concludes must be given.");
        Objects.requireNonNull(because, "The because must be given.");
    }

    /** The readings it rests on, by id: those of its rule. */
    public List<Reading> readings() {
        return rule.readings();
    }
}
