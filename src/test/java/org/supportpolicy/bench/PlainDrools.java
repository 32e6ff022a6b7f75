package org.supportpolicy.bench;

import java.util.Collection;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.PolicyFiles;
import org.supportpolicy.internal.RuleCompiler;
import org.supportpolicy.internal.RuleEngine;

/** What speed is measured against: the same rules, used as the documentation of Drools shows it. Compiled when made; a new session a ticket; no reasons. */
public final class PlainDrools {

    private final KieBase rules = RuleCompiler.compile(PolicyFiles.standard().rules());

    /** The findings. */
    public Collection<?> decide(FactSet facts) {
        KieSession session = rules.newKieSession();
        try {
            RuleEngine.given(facts).forEach(session::insert);
            session.fireAllRules();
            return List.copyOf(session.getObjects(Finding.class::isInstance));
        } finally {
            session.dispose();
        }
    }
}
