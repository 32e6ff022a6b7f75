package org.supportpolicy.internal.engine;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.Member;
import org.supportpolicy.internal.check.Step;
import org.supportpolicy.internal.check.Test;
import org.supportpolicy.internal.check.Value;
import org.supportpolicy.internal.record.Shape;

/**
 * What is looked at of an object.
 *
 * @param whole whether that may be all of it
 * @param components its components that are looked at; none where it may be all
 */
public record Reads(boolean whole, Set<String> components) {

    static final Reads NOTHING = new Reads(false, Set.of());
    private static final Reads ALL = new Reads(true, Set.of());

    /** Whether a component may be looked at. */
    public boolean covers(String component) {
        return whole || components.contains(component);
    }

    private Reads and(Reads other) {
        if (whole || other.whole) {
            return ALL;
        }
        Set<String> both = new TreeSet<>(components);
        both.addAll(other.components);
        return new Reads(false, Collections.unmodifiableSet(both));
    }

    /** What a test looks at of the object in a slot. */
    static Reads of(Test test, int slot) {
        Map<Integer, Reads> reads = new HashMap<>();
        test.values().forEach(value -> gather(value, reads));
        return reads.getOrDefault(slot, NOTHING);
    }

    /**
     * What a way of a rule looks at of each object beside the tests that look at nothing else: what is left to be asked once those are
     * answered, by slot.
     */
    static Map<Integer, Reads> joined(CheckedRule.Way way) {
        Map<Integer, Reads> reads = new HashMap<>();
        steps(way.steps(), reads);
        gather(way.then(), reads);
        return reads;
    }

    private static void steps(List<Step> steps, Map<Integer, Reads> reads) {
        for (Step step : steps) {
            if (step instanceof Step.Look look) {
                look.tests().stream().map(Step.Checked::test).filter(test -> !isAlone(test, look.slot()))
                        .forEach(test -> test.values().forEach(value -> gather(value, reads)));
            } else if (step instanceof Step.AskExcept except) {
                except.exception().tests().forEach(checked -> checked.test().values().forEach(value -> gather(value, reads)));
            } else {
                ((Step.Ask) step).ways().forEach(way -> steps(way, reads));
            }
        }
    }

    /** Whether a test looks at nothing but the object in a slot. */
    static boolean isAlone(Test test, int slot) {
        return test.values().flatMap(Value::slots).allMatch(other -> other == slot);
    }

    private static void gather(Value value, Map<Integer, Reads> reads) {
        if (value instanceof Value.Slot slot) {
            reads.put(slot.number(), ALL);
        } else if (value instanceof Value.Call call && call.target() instanceof Value.Slot slot) {
            reads.merge(slot.number(), of(call.member()), Reads::and);
            call.arguments().forEach(argument -> gather(argument, reads));
        } else {
            value.parts().forEach(part -> gather(part, reads));
        }
    }

    private static Reads of(Member member) {
        Method asked = (Method) member.code();
        InRules mark = asked.getAnnotation(InRules.class);
        if (isComponent(asked)) {
            return new Reads(false, Set.of(asked.getName()));
        }
        return mark == null || mark.reads().length == 0 ? ALL : new Reads(false, Set.of(mark.reads()));
    }

    /** Whether it reads a component, as that of a record or as something that several records have in common. */
    private static boolean isComponent(Method asked) {
        Class<?> holder = asked.getDeclaringClass();
        Stream<Class<?>> records = holder.isRecord() ? Stream.of(holder)
                : holder.isSealed() ? Stream.of(holder.getPermittedSubclasses()) : Stream.empty();
        return asked.getParameterCount() == 0 && records.allMatch(record -> record.isRecord()
                && Shape.of(record).places().containsKey(asked.getName()))
                && (holder.isRecord() || holder.isSealed());
    }
}
