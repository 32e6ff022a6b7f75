package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;

/** Compiles mutants, many at once, and lets one at a time take the place of the rule it is made of. */
public final class MutantRules {

    private static final int AT_ONCE = 120;

    private final List<CompiledRule> compiled;
    private final Map<String, RuleText> rules = new HashMap<>();

    /** Makes mutants of the rules of these files. */
    public MutantRules(PolicyFiles files) {
        this.compiled = RuleCompiler.compile(files.rules());
        DrlCheck.texts(files.rules()).forEach(rule -> rules.put(rule.name(), rule));
    }

    /**
     * Compiles mutants and hands out the rules with each in the place of its rule.
     *
     * @param use gets each mutant with its rules, and null for one that is refused
     */
    public void run(List<Mutant> mutants, BiConsumer<Mutant, @Nullable RuleEngine> use) {
        for (int from = 0; from < mutants.size(); from += AT_ONCE) {
            batch(mutants.subList(from, Math.min(mutants.size(), from + AT_ONCE)), use);
        }
    }

    private void batch(List<Mutant> mutants, BiConsumer<Mutant, @Nullable RuleEngine> use) {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        for (int i = 0; i < mutants.size(); i++) {
            Mutant mutant = mutants.get(i);
            if (mutant.text() != null) {
                texts.computeIfAbsent(mutant.file(), file -> new StringBuilder(header(mutant.rule()))).append("\n\n")
                        .append(mutant.text().replace("\"" + mutant.rule() + "\"", "\"" + name(i) + "\""));
            }
        }
        Map<String, CompiledRule> mutated = new HashMap<>();
        try {
            RuleCompiler.compile(texts.entrySet().stream().map(entry -> new RuleFile("mutants of " + entry.getKey(), entry.getValue().append('\n').toString())).toList())
                    .forEach(rule -> mutated.put(rule.name(), rule));
        } catch (PolicyException e) {
            if (mutants.size() == 1) {
                use.accept(mutants.get(0), null);
            } else {
                batch(mutants.subList(0, mutants.size() / 2), use);
                batch(mutants.subList(mutants.size() / 2, mutants.size()), use);
            }
            return;
        }
        for (int i = 0; i < mutants.size(); i++) {
            use.accept(mutants.get(i), engine(mutants.get(i).rule(), mutated.get(name(i))));
        }
    }

    /** The rules with a mutant in the place of one of them, or without it; null when they cannot be decided. */
    private @Nullable RuleEngine engine(String name, @Nullable CompiledRule mutant) {
        List<CompiledRule> others = new ArrayList<>(compiled.stream().filter(rule -> !rule.name().equals(name)).toList());
        if (mutant != null) {
            others.add(new CompiledRule(name, mutant.concludes(), mutant.rule()));
        }
        try {
            return new RuleEngine(others);
        } catch (PolicyException e) {
            return null;
        }
    }

    private String header(String rule) {
        SourceText source = rules.get(rule).source();
        return source.file().text().substring(0, source.find("rule", 0));
    }

    private static String name(int number) {
        return "mutant " + number;
    }
}
