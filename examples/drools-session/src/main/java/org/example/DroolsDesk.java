package org.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;

/** A desk that runs Drools, with the policy and rules of its own in one knowledge base. */
public final class DroolsDesk {

    private static final String RESOURCES = "src/main/resources/";

    private final KieBase base;

    /**
     * What a session ends with.
     *
     * @param findings what the policy concludes
     * @param calls what the desk's own rules do
     */
    public record Result(Set<Finding> findings, List<Call> calls) {}

    /**
     * Compiles the policy of a directory with the rules of the desk.
     *
     * @throws IllegalArgumentException if a rule file is bad
     */
    public DroolsDesk(Path policy) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write(services.getResources().newClassPathResource("org/example/desk/desk.drl"));
        addPolicy(policy, files);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalArgumentException(builder.getResults().toString());
        }
        base = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    /** Each file goes into the folder of its package, {@code org.supportpolicy.rules} and its own name. */
    private static void addPolicy(Path policy, KieFileSystem files) {
        try (DirectoryStream<Path> rules = Files.newDirectoryStream(policy, "*.drl")) {
            for (Path file : rules) {
                String name = file.getFileName().toString();
                files.write(RESOURCES + "org/supportpolicy/rules/" + name.replace(".drl", "/") + name, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the rules make of a ticket. */
    public Result run(FactSet facts) {
        List<Call> calls = new ArrayList<>();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("calls", calls);
            insert(facts, session);
            session.fireAllRules();
            Set<Finding> findings = new HashSet<>();
            session.getObjects(Finding.class::isInstance).forEach(finding -> findings.add((Finding) finding));
            return new Result(findings, calls);
        } finally {
            session.dispose();
        }
    }

    /** Rules look at the instant, at what is known by then, and always at a desk. */
    private static void insert(FactSet facts, KieSession session) {
        session.insert(facts.now());
        facts.asKnown().facts().forEach(session::insert);
        if (facts.get(Desk.class).isEmpty()) {
            session.insert(Desk.builder().build());
        }
    }
}
