package org.supportpolicy.internal.trial;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.Step;
import org.supportpolicy.internal.check.Test;
import org.supportpolicy.internal.engine.Evaluation;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.engine.RulePlan.Question;
import org.supportpolicy.internal.source.Condition;
import org.supportpolicy.internal.source.Expression;

/**
 * Counts which conditions of which rules held, and failed, over what decisions ended with. It never decides: that is for
 * {@link RuleEngine} alone, and a test holds it to what that concluded. Not thread-safe.
 */
public final class ConditionCounter {

    private final Map<String, CheckedRule> rules = new LinkedHashMap<>();
    private final Map<Object, boolean[]> outcomes = new IdentityHashMap<>();
    private final Map<String, int[]> firings = new LinkedHashMap<>();
    private final Evaluation evaluation = new Evaluation();
    private final Map<Test, Question> questions = new IdentityHashMap<>();

    /** Counts rules. */
    public ConditionCounter(List<CheckedRule> rules) {
        rules.forEach(rule -> {
            this.rules.put(rule.name(), rule);
            firings.put(rule.name(), new int[2]);
        });
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
        rules.values().forEach(rule -> firings.get(rule.name())[holds(rule, memory) ? 1 : 0]++);
    }

    /** Whether a rule's conditions hold over what a decision ended with. */
    boolean holds(CheckedRule rule, List<Object> memory) {
        boolean holds = false;
        for (CheckedRule.Way way : rule.ways()) {
            holds |= matches(way.steps(), 0, new Object[rule.slots()], memory);
        }
        return holds;
    }

    private boolean matches(List<Step> steps, int index, @Nullable Object[] matched, List<Object> memory) {
        if (index == steps.size()) {
            return true;
        }
        Step step = steps.get(index);
        if (step instanceof Step.Look look) {
            boolean some = false;
            boolean all = false;
            for (Object candidate : memory) {
                if (look.type().isInstance(candidate) && holds(look, candidate, matched)) {
                    some = true;
                    all |= matches(steps, index + 1, matched, memory);
                }
            }
            tell(look.said(), some);
            return all;
        }
        boolean answers;
        if (step instanceof Step.AskExcept except) {
            answers = memory.stream().noneMatch(candidate -> except.exception().type().isInstance(candidate)
                    && !holds(except.exception(), candidate, matched));
        } else {
            Step.Ask ask = (Step.Ask) step;
            boolean reached = false;
            for (List<Step> way : ask.ways()) {
                reached |= matches(way, 0, matched, memory);
            }
            answers = reached == ask.wanted();
            tell(ask.said(), answers);
        }
        return answers && matches(steps, index + 1, matched, memory);
    }

    private boolean holds(Step.Look look, Object candidate, @Nullable Object[] matched) {
        matched[look.slot()] = candidate;
        for (Step.Checked checked : look.tests()) {
            List<Expression> said = checked.said().said().atoms().toList();
            if (!truth(checked.test(), look.slot(), candidate, matched, said, new int[1])) {
                return false;
            }
        }
        return true;
    }

    /** Works out every part of what {@code ||} joins, and of what {@code &&} joins up to the first that fails. */
    private boolean truth(Test test, int slot, Object self, @Nullable Object[] matched, List<Expression> said, int[] next) {
        if (test instanceof Test.Any any) {
            boolean holds = false;
            for (Test part : any.parts()) {
                holds |= truth(part, slot, self, matched, said, next);
            }
            return holds;
        } else if (test instanceof Test.All all) {
            boolean holds = true;
            for (Test part : all.parts()) {
                if (holds) {
                    holds = truth(part, slot, self, matched, said, next);
                } else {
                    next[0] += (int) part.atoms().count();
                }
            }
            return holds;
        }
        boolean holds = questions.computeIfAbsent(test, added -> evaluation.question(added, slot)).holds(self, matched);
        tell(said.get(next[0]++), holds);
        return holds;
    }

    private void tell(Object part, boolean holds) {
        outcomes.computeIfAbsent(part, key -> new boolean[2])[holds ? 1 : 0] = true;
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
        rules.get(name).text().when().parts().forEach(condition -> parts(rules.get(name), condition, parts));
        return parts;
    }

    private void parts(CheckedRule rule, Condition condition, List<Part> parts) {
        if (condition instanceof Condition.Pattern pattern) {
            if (pattern.constraints().isEmpty()) {
                parts.add(part(rule, pattern, pattern.start(), pattern.end()));
            }
            pattern.constraints().stream().filter(constraint -> !constraint.onlyBinds()).flatMap(constraint -> constraint.said().atoms())
                    .forEach(atom -> parts.add(part(rule, atom, atom.start(), atom.end())));
            return;
        }
        if (condition instanceof Condition.Not || condition instanceof Condition.Exists) {
            parts.add(part(rule, condition, condition.start(), condition.end()));
            condition.parts().forEach(inner -> {
                if (!(inner instanceof Condition.Pattern pattern && pattern.constraints().isEmpty())) {
                    parts(rule, inner, parts);
                }
            });
        } else {
            condition.parts().forEach(inner -> parts(rule, inner, parts));
        }
    }

    private Part part(CheckedRule rule, Object counted, int start, int end) {
        boolean[] outcome = outcomes.getOrDefault(counted, new boolean[2]);
        return new Part(rule.book().source().condensed(start, end), rule.book().source().lineOf(start), outcome[1], outcome[0]);
    }
}
