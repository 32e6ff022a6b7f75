package org.supportpolicy.bench;

import java.util.Collection;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.PolicyFiles;
import org.supportpolicy.internal.RuleCompiler;
import org.supportpolicy.internal.RuleFile;
import org.supportpolicy.internal.RuleEngine;

public final class PlainDrools {
    private final KieBase rules;

    public PlainDrools(String verb) {
        List<RuleFile> files = PolicyFiles.standard().rules().stream()
                .map(file -> new RuleFile(file.name(), file.text().replace("conclude( kcontext, ", verb + "( "))).toList();
        rules = RuleCompiler.compile(files);
    }

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
