package org.supportpolicy.rules;

import java.util.List;
import org.kie.api.runtime.rule.RuleContext;
import org.supportpolicy.finding.Finding;

/** The one verb of a rule's consequence. */
public final class Conclude {

    private Conclude() {}

    /**
     * Concludes a finding for as long as the conditions of the rule hold, and a {@link Conclusion} with it, so that an
     * explanation is withdrawn together with what it explains.
     *
     * @param kcontext the rule that fires, handed over by every consequence
     * @param finding what it concludes
     */
    public static void conclude(RuleContext kcontext, Finding finding) {
        kcontext.insertLogical(finding);
        kcontext.insertLogical(new Conclusion(kcontext.getRule().getName(), finding, List.copyOf(kcontext.getMatch().getObjects())));
    }
}
