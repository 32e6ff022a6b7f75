package org.supportpolicy.internal.possible;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.Value;
import org.supportpolicy.internal.record.Constants;

/**
 * What the rules of a policy say in numbers and texts, as far as facts could be told apart by it.
 *
 * @param counted the numbers with which rules count from one date to another
 * @param numbers the numbers in rules that look at facts which the policy declares
 * @param texts the texts in these
 * @param members the values that the policy adds to those the library knows
 */
record RuleConstants(Set<Integer> counted, Set<Integer> numbers, Set<String> texts, Set<OpenValue<?>> members) {

    static RuleConstants of(List<CheckedRule> rules) {
        RuleConstants constants = new RuleConstants(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new LinkedHashSet<>());
        for (CheckedRule rule : rules) {
            boolean looksAtOwn = rule.reads().stream().anyMatch(OwnFact.class::isAssignableFrom);
            rule.values().forEach(value -> each(value, part -> constants.add(part, looksAtOwn)));
        }
        return constants;
    }

    /** The values of a class that the library knows, and those that the policy adds. */
    Object[] all(Class<?> kind) {
        return Stream.concat(Constants.of(kind).stream(), members.stream().filter(kind::isInstance)).toArray();
    }

    private static void each(Value value, Consumer<Value> use) {
        use.accept(value);
        value.parts().forEach(part -> each(part, use));
    }

    private void add(Value value, boolean looksAtOwn) {
        if (value instanceof Value.Call call && call.target() == null && call.type().kind() == LocalDate.class) {
            call.arguments().forEach(argument -> {
                if (argument instanceof Value.Constant constant && constant.value() instanceof Integer number) {
                    counted.add(number);
                }
            });
        } else if (value instanceof Value.Constant constant && constant.value() instanceof OpenValue<?> member && !member.isKnown()) {
            members.add(member);
        } else if (looksAtOwn && value instanceof Value.Constant constant) {
            if (constant.value() instanceof Integer number) {
                numbers.add(number);
            } else if (constant.value() instanceof String text) {
                texts.add(text);
            }
        }
    }
}
