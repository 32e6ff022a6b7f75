package org.supportpolicy.rules;

import org.kie.api.runtime.rule.RuleContext;
import org.supportpolicy.finding.Finding;

/** The one verb of a rule's consequence. */
public final class Conclude {

    private Conclude() {}

    /**
     * Concludes a finding for as long as the conditions of the rule hold. Truth maintenance remembers which rule concluded it, and
     * from what; the reasons of a decision are read from there.
     *
     * @param kcontext the rule that fires, handed over by every consequence
     * @param finding what it concludes
     */
    public static void conclude(RuleContext kcontext, Finding finding) {
        kcontext.insertLogical(finding);
    }
}
