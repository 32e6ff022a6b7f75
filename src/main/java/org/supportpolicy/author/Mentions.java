package org.supportpolicy.author;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.supportpolicy.Rule;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.Member;
import org.supportpolicy.internal.check.Value;

/** Which rules speak of a word. */
record Mentions(Map<String, Rule> rules, List<CheckedRule> checked) {

    static Mentions of(List<Rule> rules, List<CheckedRule> checked) {
        return new Mentions(rules.stream().collect(Collectors.toMap(Rule::name, Function.identity())), checked);
    }

    /** Those that look at a fact or finding. */
    List<Rule> reads(Class<?> type) {
        return rules(rule -> rule.reads().stream().anyMatch(type::isAssignableFrom));
    }

    /** Those that look at a component, by its name or by a method that reads it. */
    List<Rule> reads(Class<?> type, String component) {
        return calls(member -> member.code() instanceof Method asked && asked.getDeclaringClass().isAssignableFrom(type)
                && (asked.getName().equals(component) || isRead(asked, component)));
    }

    /** Those that ask for a constant. */
    List<Rule> reads(Object constant) {
        return rules(rule -> rule.asked().anyMatch(value -> has(value, part -> is(part, constant))));
    }

    List<Rule> concludes(Class<?> type) {
        return rules(rule -> rule.concludes() == type);
    }

    /** Those that conclude a constant, or something that is made with it. */
    List<Rule> concludes(Object constant) {
        return rules(rule -> rule.ways().stream().anyMatch(way -> has(way.then(), part -> is(part, constant))));
    }

    /** Those that call a function, method or component. */
    List<Rule> calls(Predicate<Member> which) {
        return rules(rule -> rule.values().anyMatch(value ->
                has(value, part -> part instanceof Value.Call call && which.test(call.member()))));
    }

    private List<Rule> rules(Predicate<CheckedRule> which) {
        return checked.stream().filter(which).map(rule -> Objects.requireNonNull(rules.get(rule.name()))).distinct().toList();
    }

    private static boolean is(Value value, Object constant) {
        return value instanceof Value.Constant written && constant.equals(written.value());
    }

    private static boolean isRead(Method asked, String component) {
        InRules mark = asked.getAnnotation(InRules.class);
        return mark != null && List.of(mark.reads()).contains(component);
    }

    private static boolean has(Value value, Predicate<Value> which) {
        return which.test(value) || value.parts().stream().anyMatch(part -> has(part, which));
    }
}
