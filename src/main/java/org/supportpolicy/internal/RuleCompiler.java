package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/** Compiles rule files at run time. */
public final class RuleCompiler {

    private static final String GROUP = "org.supportpolicy.loaded";
    private static final String ARTIFACT = "policy";
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)");
    private static final Pattern RULE = Pattern.compile("(?m)^rule\\s");

    private RuleCompiler() {}

    /**
     * The rules that come with the library, as the build compiled them, so that starting takes no compiler.
     *
     * @param files the library's own rule files
     */
    public static List<CompiledRule> compiledByTheBuild(List<RuleFile> files) {
        return CompiledRule.of(CompiledModels.of(RuleCompiler.class.getClassLoader(), "org.supportpolicy", "support-policy"), files);
    }

    /**
     * Compiles rule files.
     *
     * @throws PolicyException if Drools refuses one of them, naming the rules it refuses
     */
    public static List<CompiledRule> compile(List<RuleFile> files) {
        List<String> refusals = new ArrayList<>();
        List<Model> models = compile(files, refusals);
        if (models == null) {
            throw new PolicyException("The policy", culprits(files, refusals));
        }
        return CompiledRule.of(models, files);
    }

    /** Compiles files, or returns null and says why not. */
    private static @Nullable List<Model> compile(List<RuleFile> files, List<String> refusals) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId(GROUP, ARTIFACT, UUID.randomUUID().toString());
        KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(release);
        for (int i = 0; i < files.size(); i++) {
            sources.write(path(files.get(i), i), files.get(i).text());
        }
        ClassLoader loader = RuleCompiler.class.getClassLoader();
        try {
            KieBuilder builder = services.newKieBuilder(sources, loader).buildAll(ExecutableModelProject.class);
            builder.getResults().getMessages(Message.Level.ERROR).forEach(message -> refusals.add(firstLine(message.getText())));
            if (!refusals.isEmpty()) {
                return null;
            }
            KieContainer container = services.newKieContainer(release, loader);
            List<Model> models = CompiledModels.of(container.getClassLoader(), GROUP, ARTIFACT);
            container.dispose();
            return models;
        } catch (RuntimeException e) {
            refusals.add(firstLine(e.getClass().getSimpleName() + ": " + e.getMessage()));
            return null;
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

    /** Finds the rules that do not compile, one by one, because Drools itself loses their place. */
    private static List<Problem> culprits(List<RuleFile> files, List<String> refusals) {
        List<Problem> problems = new ArrayList<>();
        for (RuleFile file : files) {
            if (compile(List.of(file), new ArrayList<>()) == null) {
                culprits(file, problems);
            }
        }
        if (problems.isEmpty()) {
            refusals.forEach(refusal -> problems.add(Problem.untranslated("SP-R080", null, 0, 0, null, "Drools refuses the rules: " + refusal, null, null)));
        }
        return problems;
    }

    private static void culprits(RuleFile file, List<Problem> problems) {
        SourceText source = new SourceText(file);
        List<Integer> starts = RULE.matcher(source.masked()).results().map(found -> found.start()).toList();
        String header = starts.isEmpty() ? file.text() : file.text().substring(0, starts.get(0));
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : file.text().length();
            List<String> refusals = new ArrayList<>();
            if (compile(List.of(new RuleFile(file.name(), header + file.text().substring(starts.get(i), end))), refusals) == null) {
                source.add("SP-R080", starts.get(i), "Drools refuses this rule: " + refusals.get(0), null);
            }
        }
        problems.addAll(source.problems());
    }

    private static String firstLine(String message) {
        return message.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("no reason given");
    }
}
