package org.supportpolicy;

import java.util.List;
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

    /** The readings it rests on, by id: those of its rule. */
    public List<Reading> readings() {
        return rule.readings();
    }
}
