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
import org.supportpolicy.internal.check.Test.Operator;

/**
 * Whether conditions on one kind of fact or finding can hold together. Values of which few are possible (truths, constants, numbers
 * near those that are named, known or unknown) are tried in every combination; of all else anything is thought possible.
 */
final class Satisfiability {

    private static final int MOST_COMBINATIONS = 50_000;

    /** A pattern, and whether it is looked for in vain. */
    record Element(Step.Look look, boolean absent) {}

    private final Map<Value, List<@Nullable Object>> domains = new LinkedHashMap<>();

    private Satisfiability() {}

    /** The offset of the first condition of a way that cannot hold with those before it. */
    static Optional<Integer> conflict(List<Step> steps) {
        Map<Class<?>, List<Element>> byType = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step instanceof Step.Look look) {
                byType.computeIfAbsent(look.type(), type -> new ArrayList<>()).add(new Element(look, false));
            } else if (step instanceof Step.Ask ask && ask.ways().size() == 1 && ask.ways().get(0).size() == 1 && ask.ways().get(0).get(0) instanceof Step.Look look) {
                byType.computeIfAbsent(look.type(), type -> new ArrayList<>()).add(new Element(look, !ask.wanted()));
            }
        }
        return byType.values().stream().map(Satisfiability::conflictOfOneType).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Integer> conflictOfOneType(List<Element> elements) {
        Class<?> type = elements.get(0).look.type();
        if (Vocabulary.isFact(type) && !Cause.class.isAssignableFrom(type)) { // there is one of it at most
            return elements.stream().allMatch(Element::absent) ? Optional.empty() : new Satisfiability().firstConflict(elements);
        }
        boolean denied = elements.stream().anyMatch(element -> element.absent && element.look.tests().isEmpty());
        Optional<Integer> all = elements.stream().filter(element -> denied && !element.absent).map(element -> element.look.start()).findFirst();
        return all.isPresent() ? all : elements.stream().filter(element -> !element.absent)
                .map(element -> new Satisfiability().firstConflict(List.of(element))).flatMap(Optional::stream).findFirst();
    }

    private Optional<Integer> firstConflict(List<Element> elements) {
        elements.forEach(element -> element.look.tests().forEach(test -> collect(test.test(), element.look.slot())));
        if (domains.values().stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, MOST_COMBINATIONS + 1L)) > MOST_COMBINATIONS) {
            return Optional.empty();
        }
        for (int upTo = 0; upTo < elements.size(); upTo++) {
            Element last = elements.get(upTo);
            List<Step.Checked> tests = last.look.tests();
            for (int step = 1; step <= (last.absent ? 1 : Math.max(1, tests.size())); step++) {
                if (!canHold(elements.subList(0, upTo), last, step, new LinkedHashMap<>(), new ArrayList<>(domains.keySet()))) {
                    return Optional.of(last.absent || tests.isEmpty() ? last.look.start() : tests.get(step - 1).said().start());
                }
            }
        }
        return Optional.empty();
    }

    private boolean canHold(List<Element> before, Element last, int tests, Map<Value, @Nullable Object> values, List<Value> open) {
        boolean possible = before.stream().allMatch(element -> possible(element, element.look.tests().size(), values)) && possible(last, tests, values);
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
        List<Step.Checked> all = element.look.tests();
        if (element.absent) {
            return all.stream().map(test -> truth(test.test(), element.look.slot(), values)).anyMatch(truth -> truth != Boolean.TRUE);
        }
        return all.subList(0, Math.min(tests, all.size())).stream().allMatch(test -> truth(test.test(), element.look.slot(), values) != Boolean.FALSE);
    }

    /** True, false, or null when it may be either. */
    private @Nullable Boolean truth(Test test, int slot, Map<Value, @Nullable Object> values) {
        if (test instanceof Test.All || test instanceof Test.Any) {
            boolean decisive = test instanceof Test.Any;
            List<@Nullable Boolean> parts = new ArrayList<>();
            (test instanceof Test.All all ? all.parts() : ((Test.Any) test).parts()).forEach(part -> parts.add(truth(part, slot, values)));
            return parts.contains(decisive) ? (Boolean) decisive : parts.contains(null) ? null : (Boolean) !decisive;
        }
        if (test instanceof Test.Truth truth) {
            Value value = truth.value().relativeTo(slot);
            return values.containsKey(value) ? (Boolean) Objects.equals(values.get(value), truth.wanted()) : null;
        }
        if (test instanceof Test.Among among && values.containsKey(among.one().relativeTo(slot)) && among.many().stream().allMatch(Value.Constant.class::isInstance)) {
            return among(values.get(among.one().relativeTo(slot)), among, domains.get(among.one().relativeTo(slot)));
        }
        return test instanceof Test.Compare compare && values.containsKey(compare.left().relativeTo(slot)) && compare.right() instanceof Value.Constant constant
                ? compared(values.get(compare.left().relativeTo(slot)), compare.operator(), constant.value(), domains.get(compare.left().relativeTo(slot))) : null;
    }

    private static @Nullable Boolean among(@Nullable Object one, Test.Among among, List<@Nullable Object> domain) {
        if (one == null) {
            return Boolean.FALSE;
        }
        List<@Nullable Boolean> same = new ArrayList<>();
        among.many().forEach(value -> same.add(compared(one, Operator.SAME, ((Value.Constant) value).value(), domain)));
        return same.contains(Boolean.TRUE) ? (Boolean) among.wanted() : same.contains(null) ? null : (Boolean) !among.wanted();
    }

    private static @Nullable Boolean compared(@Nullable Object left, Operator operator, @Nullable Object right, List<@Nullable Object> domain) {
        if (operator.isOrder()) {
            return left == null ? Boolean.FALSE : left instanceof Integer one && right instanceof Integer other ? (Boolean) operator.holds(one.compareTo(other)) : null;
        }
        boolean wanted = operator == Operator.SAME;
        return right == null || domain.contains(right) ? (Boolean) (Objects.equals(left, right) == wanted) : left == null ? (Boolean) !wanted : null;
    }

    /** Collects the values that something may have, from its class and from what it is compared with. */
    private void collect(Test test, int slot) {
        test.atoms().forEach(atom -> {
            if (atom instanceof Test.Compare compare) {
                collect(compare.left(), compare.right(), slot);
            } else if (atom instanceof Test.Among among) {
                among.many().forEach(value -> collect(among.one(), value, slot));
            } else if (atom instanceof Test.Truth truth) {
                collect(truth.value(), truth.value(), slot);
            }
        });
    }

    private void collect(Value one, Value compared, int slot) {
        if (one.slots().allMatch(number -> number == slot) && !(one instanceof Value.Constant)) {
            domains.merge(one.relativeTo(slot), domain(one.type(), compared), (a, b) -> {
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
        } else if (type.kind().isEnum()) {
            values.addAll(Arrays.asList(type.kind().getEnumConstants()));
        } else if (compared instanceof Value.Constant constant && constant.value() instanceof Integer number) {
            new TreeSet<>(List.of(number - 1, number, number + 1)).stream().filter(near -> near >= type.from() && near <= type.to()).forEach(values::add);
        } else {
            values.add(new Object());
        }
        return values.isEmpty() ? Collections.singletonList(null) : values;
    }
}
