package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.List;
import org.drools.core.common.EqualityKey;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.core.rule.consequence.InternalMatch;
import org.drools.tms.LogicalDependency;
import org.drools.tms.SimpleMode;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.kie.api.runtime.KieSession;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.finding.Finding;

/**
 * Why the findings of a session hold. Drools keeps for each of them the matches that justify it, to withdraw it with the last; that
 * is all an explanation needs, so that explaining costs nothing while rules run.
 */
final class Justifications {

    private Justifications() {}

    /** Every rule that concluded something that still holds, for each combination of facts and findings it rests on. */
    static List<Conclusion> of(KieSession session) {
        List<Conclusion> conclusions = new ArrayList<>();
        for (EqualityKey key : TruthMaintenanceSystemFactory.get().getOrCreateTruthMaintenanceSystem((ReteEvaluator) session).getEqualityKeys()) {
            var beliefs = ((TruthMaintenanceSystemEqualityKey) key).getBeliefSet();
            if (beliefs != null) {
                for (Object belief = beliefs.getFirst(); belief != null; belief = ((SimpleMode) belief).getNext()) {
                    LogicalDependency<?> dependency = ((SimpleMode) belief).getObject();
                    conclusions.add(conclusion((Finding) dependency.getObject(), dependency.getJustifier()));
                }
            }
        }
        return conclusions;
    }

    /** What the rule matched of facts and findings; for a rule that begins with {@code not} Drools counts an object of its own too. */
    private static Conclusion conclusion(Finding finding, InternalMatch match) {
        List<Object> because = new ArrayList<>(4);
        for (Object object : match.getObjects()) {
            if (object instanceof Fact || object instanceof Finding) {
                because.add(object);
            }
        }
        return new Conclusion(match.getRule().getName(), finding, List.copyOf(because));
    }
}
