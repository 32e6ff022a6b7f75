package org.supportpolicy.rules;

import org.kie.api.runtime.rule.RuleContext;
import org.supportpolicy.finding.Finding;

/** The one verb of a rule's consequence. */
public final class Conclude {

    private Conclude() {}

    /**
     * Concludes a finding. Which rule did, and from which facts and findings, becomes its reason.
     *
     * @param kcontext the rule that fires, handed over by every consequence
     * @param finding what it concludes
     */
    public static void conclude(RuleContext kcontext, Finding finding) {
        kcontext.insertLogical(finding);
    }
}
