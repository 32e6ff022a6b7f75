package org.supportpolicy.internal.possible;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.Value;
import org.supportpolicy.internal.record.Constants;

/**
 * What the rules of a policy say in numbers and texts, as far as facts could be told apart by it.
 *
 * @param counted the numbers with which rules count from one date to another
 * @param waited the numbers of days with which rules that look at facts which the policy declares count from an instant
 * @param numbers the numbers in rules that look at facts which the policy declares
 * @param texts the texts in these
 * @param own what the policy declares
 */
record RuleConstants(Set<Integer> counted, Set<Integer> waited, Set<Integer> numbers, Set<String> texts, OwnFacts own) {

    private static final Duration A_DAY = Duration.ofDays(1);

    static RuleConstants of(List<CheckedRule> rules, OwnFacts own) {
        RuleConstants constants = new RuleConstants(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), own);
        for (CheckedRule rule : rules) {
            boolean looksAtOwn = rule.reads().stream().anyMatch(OwnFact.class::isAssignableFrom);
            rule.values().forEach(value -> each(value, part -> constants.add(part, looksAtOwn)));
        }
        return constants;
    }

    /** The values of a class that the library knows, and those that the policy adds. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Object[] all(Class kind) {
        return Stream.concat(Constants.of(kind).stream(), OpenValue.class.isAssignableFrom(kind) ? own.further(kind).stream() : Stream.of())
                .toArray();
    }

    private static void each(Value value, Consumer<Value> use) {
        use.accept(value);
        value.parts().forEach(part -> each(part, use));
    }

    private void add(Value value, boolean looksAtOwn) {
        if (value instanceof Value.Call call && call.target() == null && call.type().kind() == LocalDate.class) {
            add(call, counted);
        } else if (looksAtOwn && value instanceof Value.Call call && call.target() == null && call.type().kind() == Instant.class) {
            add(call, waited);
        } else if (looksAtOwn && value instanceof Value.Constant constant) {
            if (constant.value() instanceof Integer number) {
                numbers.add(number);
            } else if (constant.value() instanceof String text) {
                texts.add(text);
            }
        }
    }

    private static void add(Value.Call call, Set<Integer> to) {
        call.arguments().forEach(argument -> {
            if (argument instanceof Value.Constant constant && constant.value() instanceof Integer number) {
                to.add(number);
            }
        });
    }

    /** The days from which a rule counts to today, and those beside them. */
    Stream<LocalDate> days(LocalDate today) {
        Set<LocalDate> days = new TreeSet<>(List.of(today.minusDays(1), today, today.plusDays(1)));
        for (int number : counted) {
            days.addAll(List.of(today.minusDays(number), today.minusDays(number + 1L)));
            if (number <= Limits.PERIOD_YEARS) {
                days.addAll(List.of(today.minusYears(number), today.minusYears(number).minusDays(1)));
            }
        }
        days.add(today.minusYears(Limits.PERIOD_YEARS));
        days.add(today.plusYears(Limits.PERIOD_YEARS));
        return days.stream().filter(Limits::hold);
    }

    /** Now, a little while before, and where the days begin from which a rule counts to today; later ones have not happened. */
    Stream<Instant> instants(AsOf now) {
        Instant at = now.instant();
        Stream<Instant> counted = waited.stream().map(days -> now.date().minusDays(days).atStartOfDay(now.zone()).toInstant())
                .flatMap(begin -> Stream.of(begin.minusNanos(1), begin));
        Stream<Instant> usual = Stream.of(at, at.minusNanos(1), at.minus(A_DAY), at.minus(A_DAY.multipliedBy(Limits.PERIOD_YEARS * 365L)));
        return Stream.concat(usual, counted)
                .filter(Limits::hold);
    }
}
