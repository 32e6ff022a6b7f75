package org.supportpolicy.internal.check;

import java.util.List;
import org.supportpolicy.Problem;

/** Warns of rules that go along with the instant of the decision in a way whose limits cannot be found. */
final class Timing {

    private Timing() {}

    static void check(CheckedRule rule) {
        for (CheckedRule.Way way : rule.ways()) {
            check(rule, way.steps());
            if (Motion.of(way.then()).compareTo(Motion.STEADY) >= 0) {
                add(rule, rule.text().then().start(), "SP-R071.concludes");
            }
        }
    }

    private static void check(CheckedRule rule, List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Look look) {
                check(rule, look);
            } else if (step instanceof Step.AskExcept except) {
                check(rule, except.exception());
            } else {
                ((Step.Ask) step).ways().forEach(way -> check(rule, way));
            }
        }
    }

    private static void check(CheckedRule rule, Step.Look look) {
        for (Step.Checked checked : look.tests()) {
            if (checked.test().atoms().anyMatch(test -> Motion.of(test) == Motion.LOST)) {
                add(rule, checked.said().start(), "SP-R071");
            }
        }
    }

    private static void add(CheckedRule rule, int offset, String code) {
        rule.book().source().add(offset, Problem.of(code));
    }
}
