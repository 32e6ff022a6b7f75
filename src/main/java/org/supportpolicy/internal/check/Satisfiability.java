package org.supportpolicy.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.internal.check.Test.Operator;
import org.supportpolicy.internal.record.Constants;

/**
 * Whether conditions on one kind of fact or finding can hold together. Values of which few are possible (truths, constants, numbers
 * near those that are named, known or unknown) are tried in every combination, as long as that takes no more than a moment for all
 * rules together; of all else anything is thought possible. Not thread-safe.
 */
final class Satisfiability {

    private static final int OWN = -1;
    /** Whatever value is not named. */
    private static final Object ANOTHER = new Object();
    private static final int MOST_COMBINATIONS = 50_000;
    /** How many tests are tried of the rules of a policy, some hundred for each rule that is not made to be slow. */
    private static final int MOST_TESTS = 2_000_000;

    /**
     * A pattern.
     *
     * @param look the pattern
     * @param absent whether it is looked for in vain
     * @param tests its tests, of whatever object is looked at: two patterns over one fact speak of the same
     */
    private record Element(Step.Look look, boolean absent, List<Test> tests) {

        Element(Step.Look look, boolean absent) {
            this(look, absent, look.tests().stream().map(checked -> checked.test().relativeTo(look.slot())).toList());
        }
    }

    private final Map<Value, List<@Nullable Object>> domains = new LinkedHashMap<>();
    private int tested;

    /** The offset of the first condition of a way that cannot hold with those before it. */
    Optional<Integer> conflict(List<Step> steps) {
        Map<Class<?>, List<Element>> byType = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step instanceof Step.Look look) {
                byType.computeIfAbsent(look.type(), type -> new ArrayList<>()).add(new Element(look, false));
            } else if (step instanceof Step.Ask ask && ask.ways().size() == 1 && ask.ways().get(0).size() == 1
                    && ask.ways().get(0).get(0) instanceof Step.Look look) {
                byType.computeIfAbsent(look.type(), type -> new ArrayList<>()).add(new Element(look, !ask.wanted()));
            }
        }
        return byType.values().stream().map(this::conflictOfOneType).flatMap(Optional::stream).findFirst();
    }

    private Optional<Integer> conflictOfOneType(List<Element> elements) {
        Class<?> type = elements.get(0).look.type();
        if (Vocabulary.isFact(type) && !Cause.class.isAssignableFrom(type)) { // there is one of it at most
            return elements.stream().allMatch(Element::absent) ? Optional.empty() : firstConflict(elements);
        }
        boolean denied = elements.stream().anyMatch(element -> element.absent && element.look.tests().isEmpty());
        Optional<Integer> all = elements.stream().filter(element -> denied && !element.absent).map(element -> element.look.start())
                .findFirst();
        return all.isPresent() ? all : elements.stream().filter(element -> !element.absent)
                .map(element -> firstConflict(List.of(element))).flatMap(Optional::stream).findFirst();
    }

    private Optional<Integer> firstConflict(List<Element> elements) {
        domains.clear();
        elements.forEach(element -> element.tests.forEach(this::collect));
        if (domains.values().stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, MOST_COMBINATIONS + 1L)) > MOST_COMBINATIONS
                || canHold(elements, elements.size() - 1, Integer.MAX_VALUE)) {
            return Optional.empty();
        }
        for (int last = 0; last < elements.size(); last++) {
            Element element = elements.get(last);
            for (int tests = 1; tests <= (element.absent ? 1 : Math.max(1, element.tests.size())); tests++) {
                if (!canHold(elements, last, tests)) {
                    return Optional.of(element.absent || element.tests.isEmpty() ? element.look.start()
                            : element.look.tests().get(tests - 1).said().start());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether elements up to the last can hold together, of which some tests are looked at. */
    private boolean canHold(List<Element> elements, int last, int tests) {
        Map<Value, @Nullable Object> values = new LinkedHashMap<>();
        List<Value> open = new ArrayList<>();
        domains.forEach((value, possible) -> {
            if (possible.size() == 1) {
                values.put(value, possible.get(0));
            } else {
                open.add(value);
            }
        });
        return canHold(elements.subList(0, last), elements.get(last), tests, values, open);
    }

    private boolean canHold(List<Element> before, Element last, int tests, Map<Value, @Nullable Object> values, List<Value> open) {
        boolean possible = before.stream().allMatch(element -> possible(element, Integer.MAX_VALUE, values))
                && possible(last, tests, values);
        if (!possible || open.isEmpty()) {
            return possible;
        }
        Value one = open.get(0);
        for (Object value : domains.get(one)) {
            values.put(one, value);
            if (canHold(before, last, tests, values, open.subList(1, open.size()))) {
                return true;
            }
        }
        values.remove(one);
        return false;
    }

    private boolean possible(Element element, int tests, Map<Value, @Nullable Object> values) {
        if (element.absent) {
            return element.tests.stream().anyMatch(test -> truth(test, values) != Boolean.TRUE);
        }
        return element.tests.stream().limit(tests).allMatch(test -> truth(test, values) != Boolean.FALSE);
    }

    /** True, false, or null when it may be either. */
    private @Nullable Boolean truth(Test test, Map<Value, @Nullable Object> values) {
        if (test instanceof Test.All || test instanceof Test.Any) {
            boolean decisive = test instanceof Test.Any;
            List<@Nullable Boolean> parts = new ArrayList<>();
            (test instanceof Test.All all ? all.parts() : ((Test.Any) test).parts()).forEach(part -> parts.add(truth(part, values)));
            return parts.contains(decisive) ? (Boolean) decisive : parts.contains(null) ? null : (Boolean) !decisive;
        }
        if (++tested > MOST_TESTS) {
            return null;
        }
        if (test instanceof Test.Truth truth) {
            Value value = truth.value();
            return values.containsKey(value) ? (Boolean) Objects.equals(values.get(value), truth.wanted()) : null;
        }
        if (test instanceof Test.Among among && values.containsKey(among.one())
                && among.many().stream().allMatch(Value.Constant.class::isInstance)) {
            return among(values.get(among.one()), among, domains.get(among.one()));
        }
        return test instanceof Test.Compare compare && values.containsKey(compare.left())
                && compare.right() instanceof Value.Constant constant
                ? compared(values.get(compare.left()), compare.operator(), constant.value(), domains.get(compare.left())) : null;
    }

    private static @Nullable Boolean among(@Nullable Object one, Test.Among among, List<@Nullable Object> domain) {
        if (one == null) {
            return Boolean.FALSE;
        }
        List<@Nullable Boolean> same = new ArrayList<>();
        among.many().forEach(value -> same.add(compared(one, Operator.SAME, ((Value.Constant) value).value(), domain)));
        return same.contains(Boolean.TRUE) ? (Boolean) among.wanted() : same.contains(null) ? null : (Boolean) !among.wanted();
    }

    private static @Nullable Boolean compared(@Nullable Object left, Operator operator, @Nullable Object right,
            List<@Nullable Object> domain) {
        if (operator.isOrder()) {
            return left == null ? Boolean.FALSE : left instanceof Integer one && right instanceof Integer other
                    ? (Boolean) operator.holds(one.compareTo(other)) : null;
        }
        boolean wanted = operator == Operator.SAME;
        return right == null || domain.contains(right) ? (Boolean) (Objects.equals(left, right) == wanted) : left == null
                ? (Boolean) !wanted : null;
    }

    /** Collects the values that something may have, from its class and from what it is compared with. */
    private void collect(Test test) {
        test.atoms().forEach(atom -> {
            if (atom instanceof Test.Compare compare) {
                collect(compare.left(), compare.right());
            } else if (atom instanceof Test.Among among) {
                among.many().forEach(value -> collect(among.one(), value));
            } else if (atom instanceof Test.Truth truth) {
                collect(truth.value(), truth.value());
            }
        });
    }

    private void collect(Value one, Value compared) {
        if (one.slots().allMatch(number -> number == OWN) && !(one instanceof Value.Constant)) {
            domains.merge(one, domain(one.type(), compared), (a, b) -> {
                List<@Nullable Object> union = new ArrayList<>(a);
                b.stream().filter(value -> !union.contains(value)).forEach(union::add);
                return union;
            });
        }
    }

    private static List<@Nullable Object> domain(Type type, Value compared) {
        List<@Nullable Object> values = new ArrayList<>();
        if (type.nullable()) {
            values.add(null);
        }
        if (type.kind() == Boolean.class) {
            values.addAll(List.of(true, false));
        } else if (Constants.isKind(type.kind())) {
            values.addAll(Constants.of(type.kind()));
            if (compared instanceof Value.Constant constant && !values.contains(constant.value())) {
                values.add(constant.value());
            }
            if (OpenValue.class.isAssignableFrom(type.kind())) {
                values.add(ANOTHER); // that a policy adds
            }
        } else if (compared instanceof Value.Constant constant && constant.value() instanceof Integer number) {
            new TreeSet<>(List.of(number - 1, number, number + 1)).stream().filter(near -> near >= type.from() && near <= type.to())
                    .forEach(values::add);
        } else {
            values.add(ANOTHER);
        }
        return values.isEmpty() ? Collections.singletonList(null) : values;
    }
}
