package org.supportpolicy.bench;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.source.RuleFile;

/** What speed is measured against: the same rules, used as the documentation of Drools shows it. Compiled when made; a new session a ticket; no reasons. */
public final class PlainDrools {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+)");

    private final KieBase rules = compile(PolicyFiles.standard().rules());

    /** Compiles rule files. */
    public static KieBase compile(List<RuleFile> files) {
        return compile(files, KieServices.get().newKieBaseConfiguration());
    }

    /** Compiles rule files, to be run in a certain way. */
    public static KieBase compile(List<RuleFile> files, KieBaseConfiguration how) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("org.supportpolicy.plain", "rules", String.valueOf(System.nanoTime()));
        KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(release);
        for (RuleFile file : files) {
            Matcher home = PACKAGE.matcher(file.text());
            String folder = home.find() ? home.group(1).replace('.', '/') : "";
            sources.write("src/main/resources/" + folder + "/" + file.fileName(), file.text());
        }
        services.newKieBuilder(sources).buildAll(ExecutableModelProject.class);
        return services.newKieContainer(release).newKieBase(how);
    }

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
