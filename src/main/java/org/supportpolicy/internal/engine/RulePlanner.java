package org.supportpolicy.internal.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.Step;
import org.supportpolicy.internal.check.Test;
import org.supportpolicy.internal.check.Value;
import org.supportpolicy.internal.engine.RulePlan.Ask;
import org.supportpolicy.internal.engine.RulePlan.Condition;
import org.supportpolicy.internal.engine.RulePlan.Question;
import org.supportpolicy.internal.engine.RulePlan.Selection;
import org.supportpolicy.internal.engine.RulePlan.Take;
import org.supportpolicy.internal.engine.RulePlan.Way;

/** Plans how rules are tried. Equal patterns are planned once. Not thread-safe. */
final class RulePlanner {

    private final Map<Class<?>, Integer> types = new HashMap<>();
    private final Map<List<Object>, Selection> selections = new HashMap<>();
    private final Evaluation evaluation;
    private final Map<List<Object>, Integer> views = new HashMap<>();
    private final List<PlannedTest> tests = new ArrayList<>();
    private final List<PlannedConclusion> conclusions = new ArrayList<>();
    private int slots;

    RulePlanner(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** The classes that rules look at or conclude, each with its number. */
    Map<Class<?>, Integer> types() {
        return types;
    }

    /** How many selections there are. */
    int selections() {
        return selections.size();
    }

    /** How many views there are. */
    int views() {
        return views.size();
    }

    /** How many slots the longest rule needs. */
    int slots() {
        return slots;
    }

    /** The tests of what was planned, by their numbers. */
    List<PlannedTest> tests() {
        return tests;
    }

    /** The conclusions of what was planned, by their numbers. */
    List<PlannedConclusion> conclusions() {
        return conclusions;
    }

    /** Plans a rule. */
    RulePlan plan(CheckedRule rule) {
        slots = Math.max(slots, rule.slots());
        return new RulePlan(rule.name(), rule.ways().stream().map(way -> new Way(steps(way.steps(), Reads.joined(way)),
                way.steps().stream().filter(Step.Look.class::isInstance).mapToInt(step -> ((Step.Look) step).slot()).toArray(),
                type(rule.concludes()), conclusion(way.then()))).toList());
    }

    private RulePlan.Step[] steps(List<Step> steps, Map<Integer, Reads> joined) {
        return steps.stream().map(step -> step(step, joined)).toArray(RulePlan.Step[]::new);
    }

    private RulePlan.Step step(Step step, Map<Integer, Reads> joined) {
        if (step instanceof Step.Look look) {
            return take(look, joined);
        } else if (step instanceof Step.AskExcept except) {
            return new Ask(false, new RulePlan.Step[][] {{exception(except.exception(), joined)}});
        }
        Step.Ask ask = (Step.Ask) step;
        return new Ask(ask.wanted(), ask.ways().stream().map(way -> steps(way, joined)).toArray(RulePlan.Step[][]::new));
    }

    private Take take(Step.Look look, Map<Integer, Reads> joined) {
        List<Test> alone = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (Step.Checked checked : look.tests()) {
            Test test = checked.test();
            if (Reads.isAlone(test, look.slot())) {
                alone.add(test.relativeTo(look.slot()));
            } else {
                questions.add(test(test, look.slot(), true));
            }
        }
        return take(look, selection(look.type(), alone), questions.toArray(Question[]::new), joined);
    }

    /** Takes what is of a class and for which not all tests hold. */
    private Take exception(Step.Look look, Map<Integer, Reads> joined) {
        PlannedTest exception = test(new Test.All(look.tests().stream().map(Step.Checked::test).toList()), look.slot(), false);
        return take(look, selection(look.type(), List.of()), new Question[] {exception}, joined);
    }

    private Take take(Step.Look look, Selection selection, Question[] questions, Map<Integer, Reads> joined) {
        Reads rest = joined.getOrDefault(look.slot(), Reads.NOTHING);
        int view = views.computeIfAbsent(List.of(selection.number(), rest), added -> views.size());
        return new Take(selection, look.slot(), questions, look.type(), rest, view);
    }

    private PlannedTest test(Test test, int own, boolean wanted) {
        PlannedTest planned = new PlannedTest(test, own, wanted, tests.size(), evaluation.question(test, own));
        tests.add(planned);
        return planned;
    }

    private PlannedConclusion conclusion(Value then) {
        PlannedConclusion planned = new PlannedConclusion(then, conclusions.size(), evaluation.conclusion(then));
        conclusions.add(planned);
        return planned;
    }

    private int type(Class<?> type) {
        return types.computeIfAbsent(type, added -> types.size());
    }

    private Selection selection(Class<?> type, List<Test> tests) {
        List<Object> key = new ArrayList<>(List.of(type));
        key.addAll(tests);
        int number = type(type);
        return selections.computeIfAbsent(key, added -> new Selection(selections.size(), number,
                tests.stream().map(test -> new Condition(test(test, -1, true), Reads.of(test, -1))).toArray(Condition[]::new)));
    }
}
