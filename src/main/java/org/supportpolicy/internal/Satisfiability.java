package org.supportpolicy.internal;

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
import org.supportpolicy.fact.Fact;
import org.supportpolicy.internal.record.Components;

/**
 * Whether conditions on one kind of fact or finding can hold together. Components with few values (truths, constants, numbers
 * near those that are named, known or unknown) are tried in every combination; of all else anything is thought possible.
 */
final class Satisfiability {

    private static final int MOST_COMBINATIONS = 50_000;

    private final Vocabulary words;
    private final Map<String, List<Object>> domains = new LinkedHashMap<>();

    private Satisfiability(Vocabulary words) {
        this.words = words;
    }

    /**
     * Looks for a contradiction.
     *
     * @param elements the patterns of one rule over one class, in their order
     * @return the offset of the first condition that cannot hold with those before it
     */
    static Optional<Integer> conflict(List<RuleText.Element> elements, Vocabulary words) {
        Class<?> type = elements.get(0).type();
        boolean single = Fact.class.isAssignableFrom(type) && !Cause.class.isAssignableFrom(type);
        Satisfiability search = new Satisfiability(words);
        if (single) {
            return search.firstConflict(elements.stream().anyMatch(element -> element.kind() != RuleText.Kind.NOT) ? elements : List.of());
        }
        boolean denied = elements.stream().anyMatch(element -> element.kind() == RuleText.Kind.NOT && element.conditions().isEmpty());
        Optional<Integer> all = elements.stream().filter(element -> denied && element.kind() != RuleText.Kind.NOT).map(RuleText.Element::start).findFirst();
        return all.isPresent() ? all : elements.stream().filter(element -> element.kind() != RuleText.Kind.NOT)
                .map(element -> new Satisfiability(words).firstConflict(List.of(element))).flatMap(Optional::stream).findFirst();
    }

    private Optional<Integer> firstConflict(List<RuleText.Element> elements) {
        List<RuleText.Condition> conditions = elements.stream().flatMap(element -> element.conditions().stream()).toList();
        Class<?> type = elements.isEmpty() ? Object.class : elements.get(0).type();
        conditions.forEach(condition -> collect(condition.test(), type));
        if (domains.values().stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, MOST_COMBINATIONS + 1L)) > MOST_COMBINATIONS) {
            return Optional.empty();
        }
        for (int upTo = 0; upTo < elements.size(); upTo++) {
            RuleText.Element last = elements.get(upTo);
            int steps = last.kind() == RuleText.Kind.NOT ? 1 : Math.max(1, last.conditions().size());
            for (int step = 1; step <= steps; step++) {
                if (!canHold(elements.subList(0, upTo), last, step, new LinkedHashMap<>(), new ArrayList<>(domains.keySet()))) {
                    return Optional.of(last.kind() == RuleText.Kind.NOT || last.conditions().isEmpty() ? last.start() : last.conditions().get(step - 1).start());
                }
            }
        }
        return Optional.empty();
    }

    private boolean canHold(List<RuleText.Element> before, RuleText.Element last, int conditions, Map<String, Object> values, List<String> open) {
        if (open.isEmpty()) {
            return before.stream().allMatch(element -> possible(element, element.conditions().size(), values)) && possible(last, conditions, values);
        }
        String name = open.get(0);
        for (Object value : domains.get(name)) {
            values.put(name, value);
            if (canHold(before, last, conditions, values, open.subList(1, open.size()))) {
                return true;
            }
        }
        values.remove(name);
        return false;
    }

    private boolean possible(RuleText.Element element, int conditions, Map<String, Object> values) {
        if (element.kind() == RuleText.Kind.NOT) {
            return element.conditions().stream().map(condition -> truth(condition, values)).anyMatch(truth -> truth != Boolean.TRUE);
        }
        return element.conditions().subList(0, Math.min(conditions, element.conditions().size())).stream()
                .allMatch(condition -> truth(condition, values) != Boolean.FALSE);
    }

    private @Nullable Boolean truth(RuleText.Condition condition, Map<String, Object> values) {
        return condition.onlyBinds() ? Boolean.TRUE : truth(condition.test(), values);
    }

    /** True, false, or null when it may be either. */
    private @Nullable Boolean truth(Expression test, Map<String, Object> values) {
        if (test instanceof Expression.All || test instanceof Expression.Any) {
            boolean decisive = test instanceof Expression.Any;
            List<Boolean> parts = new ArrayList<>();
            test.parts().forEach(part -> parts.add(truth(part, values)));
            return parts.contains(decisive) ? (Boolean) decisive : parts.contains(null) ? null : (Boolean) !decisive;
        }
        if (test instanceof Expression.Not not) {
            Boolean inner = truth(not.negated(), values);
            return inner == null ? null : (Boolean) !inner;
        }
        if (!(test instanceof Expression.Comparison comparison) || !values.containsKey(name(comparison.left())) || !isConstant(comparison.right())) {
            return null;
        }
        Object left = values.get(name(comparison.left()));
        Object right = constant(comparison.right());
        return switch (comparison.operator()) {
            case "==" -> right == null || domains.get(name(comparison.left())).contains(right) ? (Boolean) Objects.equals(left, right) : left == null ? Boolean.FALSE : null;
            case "!=" -> right == null || domains.get(name(comparison.left())).contains(right) ? (Boolean) !Objects.equals(left, right) : left == null ? Boolean.TRUE : null;
            case "<", ">", "<=", ">=" -> left == null ? Boolean.FALSE : left instanceof Integer l && right instanceof Integer r ? (Boolean) order(comparison.operator(), l.compareTo(r)) : null;
            default -> null;
        };
    }

    private static boolean order(String operator, int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            default -> order >= 0;
        };
    }

    /** Collects the values that a component may have, from its class and from what it is compared with. */
    private void collect(Expression test, Class<?> type) {
        test.all().filter(Expression.Comparison.class::isInstance).map(Expression.Comparison.class::cast)
                .filter(comparison -> comparison.left() instanceof Expression.Path path && path.steps().stream().allMatch(step -> step.arguments() == null)
                        && !path.steps().get(0).name().startsWith("$"))
                .forEach(comparison -> domains.merge(name(comparison.left()), domain(comparison, type), (a, b) -> {
                    List<Object> union = new ArrayList<>(a);
                    b.stream().filter(value -> !union.contains(value)).forEach(union::add);
                    return union;
                }));
    }

    private List<Object> domain(Expression.Comparison comparison, Class<?> type) {
        Class<?> kind = type;
        for (Expression.Step step : ((Expression.Path) comparison.left()).steps()) {
            kind = step.name().equals("this") || kind == null ? kind : Vocabulary.typeOf(kind, step.name());
        }
        List<Object> values = new ArrayList<>(Collections.singletonList(null));
        if (kind == Boolean.class || kind == boolean.class) {
            values.addAll(List.of(true, false));
        } else if (kind != null && kind.isEnum()) {
            values.addAll(Arrays.asList(kind.getEnumConstants()));
        } else if ((kind == Integer.class || kind == int.class) && comparison.right() instanceof Expression.Literal literal && literal.value() instanceof Integer number) {
            values.addAll(new TreeSet<>(List.of(number - 1, number, number + 1)));
        } else {
            values.add(new Object());
        }
        return values;
    }

    private static String name(Expression path) {
        return path instanceof Expression.Path named ? String.join(".", named.steps().stream().map(Expression.Step::name).toList()) : "";
    }

    private boolean isConstant(Expression expression) {
        return expression instanceof Expression.Literal
                || expression instanceof Expression.Path path && path.steps().size() == 2 && words.type(path.steps().get(0).name()) != null
                && words.type(path.steps().get(0).name()).isEnum();
    }

    private @Nullable Object constant(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        List<Expression.Step> steps = ((Expression.Path) expression).steps();
        return Arrays.stream(words.type(steps.get(0).name()).getEnumConstants()).filter(constant -> ((Enum<?>) constant).name().equals(steps.get(1).name()))
                .findFirst().orElse(null);
    }
}
