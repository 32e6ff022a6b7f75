package org.supportpolicy.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether two rules ask the same, whatever the order of their conditions and the names of their variables. */
final class Sameness {

    private final Map<Integer, String> slots = new HashMap<>();

    private Sameness(CheckedRule rule) {
        Map<Class<?>, Integer> counts = new HashMap<>();
        rule.looks((look, absence) -> slots.put(look.slot(), look.type().getSimpleName() + counts.merge(look.type(), 1, Integer::sum)));
    }

    /** What a rule asks; the same for rules that ask the same. */
    static String key(CheckedRule rule) {
        Sameness sameness = new Sameness(rule);
        return rule.ways().stream().map(way -> sameness.steps(way.steps())).sorted().collect(Collectors.joining(" or "));
    }

    /** What a rule concludes, likewise. */
    static String conclusion(CheckedRule rule) {
        Sameness sameness = new Sameness(rule);
        return rule.ways().stream().map(way -> sameness.value(way.then())).sorted().collect(Collectors.joining(" or "));
    }

    private String steps(List<Step> steps) {
        return steps.stream().map(this::step).sorted().collect(Collectors.joining(", "));
    }

    private String step(Step step) {
        if (step instanceof Step.Look look) {
            return look(look);
        } else if (step instanceof Step.AskExcept except) {
            return "all " + look(except.exception());
        }
        Step.Ask ask = (Step.Ask) step;
        return (ask.wanted() ? "some " : "none ") + ask.ways().stream().map(this::steps).sorted().collect(Collectors.joining(" or "));
    }

    private String look(Step.Look look) {
        return look.type().getSimpleName() + look.tests().stream().map(test -> test(test.test())).sorted().toList();
    }

    private String test(Test test) {
        if (test instanceof Test.All all) {
            return all.parts().stream().map(this::test).sorted().toList().toString();
        } else if (test instanceof Test.Any any) {
            return "any" + any.parts().stream().map(this::test).sorted().toList();
        } else if (test instanceof Test.Compare compare) {
            return value(compare.left()) + ' ' + compare.operator() + ' ' + value(compare.right());
        } else if (test instanceof Test.Among among) {
            return value(among.one()) + among.wanted() + among.many().stream().map(this::value).sorted().toList();
        } else if (test instanceof Test.Holds holds) {
            return value(holds.many()) + " holds " + holds.wanted() + value(holds.one());
        }
        return value(((Test.Truth) test).value()) + ((Test.Truth) test).wanted();
    }

    private String value(Value value) {
        if (value instanceof Value.Slot slot) {
            return slots.getOrDefault(slot.number(), "?");
        } else if (value instanceof Value.Constant constant) {
            return constant.value() instanceof String text ? '"' + text + '"' : String.valueOf(constant.value());
        }
        Value.Call call = (Value.Call) value;
        return (call.target() == null ? "" : value(call.target()) + '.') + call.member().name() + call.arguments().stream().map(this::value)
                .toList();
    }
}
