package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;

/** Compiles mutants beside the rules they are made of, many at once, and lets one at a time take the place of its rule. */
public final class MutantRules {

    private static final int AT_ONCE = 120;

    private final PolicyFiles files;
    private final Map<String, RuleText> rules = new HashMap<>();

    /** Makes mutants of the rules of these files. */
    public MutantRules(PolicyFiles files) {
        this.files = files;
        DrlCheck.texts(files.rules()).forEach(rule -> rules.put(rule.name(), rule));
    }

    /** A mutant that can decide. */
    public interface Running {

        /** The rules with the mutant in the place of its rule. */
        RuleEngine engine();

        /** Whether the mutant can change a decision; told from what the decision without it ended with, as {@link #memory} has it. */
        boolean matters(List<Object> memory);
    }

    /**
     * Compiles mutants and hands out each.
     *
     * @param use gets each mutant, and null for one that Drools refuses
     */
    public void run(List<Mutant> mutants, BiConsumer<Mutant, @Nullable Running> use) {
        for (int from = 0; from < mutants.size(); from += AT_ONCE) {
            batch(mutants.subList(from, Math.min(mutants.size(), from + AT_ONCE)), use);
        }
    }

    private void batch(List<Mutant> mutants, BiConsumer<Mutant, @Nullable Running> use) {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        for (int i = 0; i < mutants.size(); i++) {
            Mutant mutant = mutants.get(i);
            if (mutant.text() != null) {
                texts.computeIfAbsent(mutant.file(), file -> new StringBuilder(header(mutant.rule()))).append("\n\n")
                        .append(mutant.text().replace("\"" + mutant.rule() + "\"", "\"" + name(i) + "\""));
            }
        }
        List<RuleFile> mutated = texts.entrySet().stream().map(entry -> new RuleFile("mutants of " + entry.getKey(), entry.getValue().append('\n').toString())).toList();
        List<RuleFile> all = new ArrayList<>(files.rules());
        all.addAll(mutated);
        KieBase compiled;
        try {
            compiled = RuleCompiler.compile(all);
        } catch (PolicyException e) {
            if (mutants.size() == 1) {
                use.accept(mutants.get(0), null);
            } else {
                batch(mutants.subList(0, mutants.size() / 2), use);
                batch(mutants.subList(mutants.size() / 2, mutants.size()), use);
            }
            return;
        }
        Map<String, RuleText> read = new HashMap<>();
        DrlCheck.texts(mutated).forEach(rule -> read.put(rule.name(), rule));
        for (int i = 0; i < mutants.size(); i++) {
            use.accept(mutants.get(i), running(mutants.get(i), name(i), compiled, read.get(name(i))));
        }
    }

    private Running running(Mutant mutant, String name, KieBase compiled, @Nullable RuleText text) {
        RuleEngine engine = new RuleEngine(compiled, rule -> rule.equals(name) ? mutant.rule() : rule.equals(mutant.rule()) || !rules.containsKey(rule) ? null : rule);
        RuleText original = rules.get(mutant.rule());
        return new Running() {
            @Override
            public RuleEngine engine() {
                return engine;
            }

            @Override
            public boolean matters(List<Object> memory) {
                return matches(original, memory) || (text != null && matches(text, memory));
            }
        };
    }

    private static boolean matches(RuleText rule, List<Object> memory) {
        try {
            return rule.elements() == null || new Evaluator(rule.words(), memory, Evaluator.NOBODY).matches(rule.elements());
        } catch (IllegalStateException e) {
            return true; // a test that guarded a call is gone; Drools will say what becomes of it
        }
    }

    /** The facts and findings a decision ended with. */
    public static List<Object> memory(FactSet facts, Decision decision) {
        List<Object> memory = new ArrayList<>(RuleEngine.given(facts));
        memory.addAll(decision.findings(Finding.class));
        return memory;
    }

    private String header(String rule) {
        SourceText source = rules.get(rule).source();
        return source.file().text().substring(0, source.find("rule", 0));
    }

    private static String name(int number) {
        return "mutant " + number;
    }
}
