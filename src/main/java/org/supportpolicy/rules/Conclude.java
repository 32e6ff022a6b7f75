package org.supportpolicy.rules;

import java.util.List;
import org.kie.api.runtime.rule.RuleContext;
import org.supportpolicy.fact.Fact;
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
        kcontext.insertLogical(new Conclusion(kcontext.getRule().getName(), finding, matched(kcontext)));
    }

    /** What the rule matched of facts and findings; for a rule that begins with {@code not} Drools counts an object of its own too. */
    private static List<Object> matched(RuleContext kcontext) {
        return kcontext.getMatch().getObjects().stream().filter(object -> object instanceof Fact || object instanceof Finding).toList();
    }
}
