package org.supportpolicy.internal.possible;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.fact.Range;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.record.Constants;

/**
 * What components could be that a policy declares. Truths and choices are tried whole; of numbers, texts, amounts, days and instants those
 * that the rules tell apart by what they say, and by what else stands in the facts. Immutable.
 */
public final class DeclaredValues {

    private static final Period[] PERIODS = {Period.ZERO, Period.ofDays(1), Period.ofDays(30), Period.ofYears(1),
            Period.ofYears(Limits.PERIOD_YEARS)};
    private static final Duration[] DURATIONS = {Duration.ZERO, Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(365)};

    private final RuleConstants constants;

    /**
     * Looks at the rules of a policy.
     *
     * @param own what it declares
     */
    public DeclaredValues(List<CheckedRule> rules, OwnFacts own) {
        this(RuleConstants.of(rules, own));
    }

    DeclaredValues(RuleConstants constants) {
        this.constants = constants;
    }

    /** What a component could be in a fact set. */
    public List<Object> of(RecordComponent component, FactSet facts) {
        return of(component, facts.now(), Beside.of(facts, (fact, place) -> true).of(component.getType(), true));
    }

    List<Object> of(RecordComponent component, AsOf now, Collection<Object> beside) {
        return Stream.concat(usual(component.getType(), component.getAnnotation(Range.class), now), beside.stream())
                .filter(each -> mayBe(component, each)).distinct().toList();
    }

    /** Whether a value lies where it may. */
    static boolean mayBe(RecordComponent component, Object value) {
        Range range = component.getAnnotation(Range.class);
        return range == null || !(value instanceof Integer number) || number >= range.from() && number <= range.to();
    }

    private Stream<?> usual(Class<?> kind, Range range, AsOf now) {
        if (kind == Integer.class) {
            Stream<Integer> ends = range == null ? Stream.of() : Stream.of(range.from(), range.to());
            Stream<Integer> said = constants.numbers().stream().flatMap(each -> Stream.of(each - 1, each, each + 1));
            return Stream.of(Stream.of(0, 1, 2, 3), ends, said).flatMap(each -> each).sorted();
        } else if (kind == LocalDate.class) {
            return constants.days(now.date());
        } else if (kind == Instant.class) {
            return constants.instants(now);
        } else if (kind == List.class) {
            return Stream.of(List.of()); // all that rules can ask is whether it is known
        }
        return kind == Boolean.class ? Stream.of(true, false) : Constants.isKind(kind) ? Stream.of(constants.all(kind))
                : kind == String.class ? texts() : kind == Period.class ? Stream.of(PERIODS)
                        : kind == Duration.class ? Stream.of(DURATIONS) : Stream.of();
    }

    /** Those that rules say, and one that none says. */
    Stream<String> texts() {
        Stream<String> others = Stream.iterate("other", each -> "x" + each + "x");
        return Stream.concat(constants.texts().stream(), others.filter(each -> constants.texts().stream()
                .noneMatch(said -> !said.isEmpty() && (each.startsWith(said) || each.endsWith(said)))).limit(1));
    }
}
