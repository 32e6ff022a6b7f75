package org.supportpolicy.rules;

import org.kie.api.runtime.rule.RuleContext;

/** The one verb of a rule's consequence. */
public final class Conclude {

    private Conclude() {}

    /**
     * Concludes a finding. Which rule did, and from which facts and findings, becomes its reason.
     *
     * @param kcontext the rule that fires, handed over by every consequence
     * @param finding what it concludes: a {@link org.supportpolicy.finding.Finding}, or what Drools makes of one that a policy declares
     */
    public static void conclude(RuleContext kcontext, Object finding) {
        kcontext.insertLogical(finding);
    }
}
