package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.supportpolicy.Decision;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;

/** Counts which conditions of which rules held, and failed, in decisions. Not thread-safe. */
public final class ConditionCounter {

    private final List<RuleText> rules;
    private final Map<Object, boolean[]> outcomes = new IdentityHashMap<>();
    private final Map<String, int[]> firings = new LinkedHashMap<>();

    /** Counts the rules of these files, which must hold no mistake. */
    public ConditionCounter(List<RuleFile> files) {
        this.rules = DrlCheck.texts(files);
        rules.forEach(rule -> firings.put(rule.name(), new int[2]));
    }

    /**
     * A single condition.
     *
     * @param text the condition as it is written, on one line
     * @param line the line on which it begins, from 1
     * @param held whether it held somewhere
     * @param failed whether it failed somewhere
     */
    public record Part(String text, int line, boolean held, boolean failed) {}

    /** Counts a decision. */
    public void add(FactSet facts, Decision decision) {
        List<Object> memory = new ArrayList<>(RuleEngine.given(facts));
        memory.addAll(decision.findings(Finding.class));
        Evaluator.Witness witness = new Evaluator.Witness() {
            @Override
            public void element(RuleText.Element element, boolean holds) {
                outcomes.computeIfAbsent(element, key -> new boolean[2])[holds ? 1 : 0] = true;
            }

            @Override
            public void part(Expression part, boolean holds) {
                outcomes.computeIfAbsent(part, key -> new boolean[2])[holds ? 1 : 0] = true;
            }
        };
        for (RuleText rule : rules) {
            if (rule.elements() != null) {
                boolean fires = new Evaluator(rule.words(), memory, witness).matches(rule.elements());
                firings.get(rule.name())[fires ? 1 : 0]++;
            }
        }
    }

    /** In how many decisions a rule fired. */
    public int fired(String rule) {
        return firings.get(rule)[1];
    }

    /** In how many decisions a rule was silent. */
    public int silent(String rule) {
        return firings.get(rule)[0];
    }

    /** The single conditions of a rule, in the order in which they are written. */
    public List<Part> parts(String name) {
        List<Part> parts = new ArrayList<>();
        for (RuleText rule : rules) {
            if (rule.name().equals(name) && rule.elements() != null) {
                rule.elements().forEach(element -> {
                    if (element.conditions().isEmpty() || element.kind() != RuleText.Kind.SOME) {
                        parts.add(part(rule, element, element.start(), element.end()));
                    }
                    element.conditions().stream().filter(condition -> !condition.onlyBinds())
                            .forEach(condition -> atoms(condition.test(), atom -> parts.add(part(rule, atom, atom.start(), atom.end()))));
                });
            }
        }
        return parts;
    }

    private Part part(RuleText rule, Object counted, int start, int end) {
        boolean[] outcome = outcomes.getOrDefault(counted, new boolean[2]);
        return new Part(rule.source().code().substring(start, end).replaceAll("\\s+", " "), rule.source().lineOf(start), outcome[1], outcome[0]);
    }

    private static void atoms(Expression test, Consumer<Expression> use) {
        if (test instanceof Expression.Any || test instanceof Expression.All) {
            test.parts().forEach(part -> atoms(part, use));
        } else {
            use.accept(test);
        }
    }
}
