package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.Results;
import org.kie.api.runtime.KieContainer;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/** Compiles rule files at run time. */
public final class RuleCompiler {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)");

    private RuleCompiler() {}

    /**
     * Compiles rule files.
     *
     * @throws PolicyException if Drools refuses one of them
     */
    public static KieBase compile(List<RuleFile> files) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("org.supportpolicy.loaded", "policy", UUID.randomUUID().toString());
        KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(release);
        for (int i = 0; i < files.size(); i++) {
            sources.write(path(files.get(i), i), files.get(i).text());
        }
        ClassLoader loader = RuleCompiler.class.getClassLoader();
        try {
            KieBuilder builder = services.newKieBuilder(sources, loader).buildAll(ExecutableModelProject.class);
            Results results = builder.getResults();
            if (results.hasMessages(Message.Level.ERROR)) {
                List<Problem> problems = new ArrayList<>();
                results.getMessages(Message.Level.ERROR).forEach(message -> problems.add(problem(message, files)));
                throw new PolicyException("The policy", problems);
            }
            KieContainer container = services.newKieContainer(release, loader);
            KieBase base = container.getKieBase();
            container.dispose();
            return base;
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** A path in the folder of the file's package, where Drools expects it. */
    private static String path(RuleFile file, int number) {
        Matcher declared = PACKAGE.matcher(file.text());
        String folder = declared.find() ? declared.group(1).replace('.', '/') : "rules";
        return "src/main/resources/" + folder + "/file" + number + ".drl";
    }

    private static Problem problem(Message message, List<RuleFile> files) {
        return new Problem("SP-R080", null, message.getLine(), message.getColumn(), null, message.getText(), null, null);
    }
}
