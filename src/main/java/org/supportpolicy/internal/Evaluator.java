package org.supportpolicy.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says which conditions of a rule hold over what a decision ended with, so that they can be counted one by one. It never
 * decides: that is for {@link RuleEngine} alone, and a test holds it to what that concluded. Not thread-safe.
 */
final class Evaluator {

    /** Who is told of the outcome of every part of a condition that is looked at. */
    interface Witness {

        /** A pattern was matched by something, or by nothing. */
        void element(RuleText.Element element, boolean holds);

        /** A part of a constraint was tried on an object. */
        void part(Expression part, boolean holds);
    }

    private final Vocabulary words;
    private final Collection<?> memory;
    private final Witness witness;

    Evaluator(Vocabulary words, Collection<?> memory, Witness witness) {
        this.words = words;
        this.memory = memory;
        this.witness = witness;
    }

    /** Whether all conditions of a rule hold at once. */
    boolean matches(List<RuleText.Element> elements) {
        return matches(elements, 0, new HashMap<>());
    }

    private boolean matches(List<RuleText.Element> elements, int index, Map<String, Object> bound) {
        if (index == elements.size()) {
            return true;
        }
        RuleText.Element element = elements.get(index);
        boolean matched = false;
        boolean all = false;
        for (Object candidate : memory) {
            if (element.type().isInstance(candidate)) {
                Map<String, Object> extended = new HashMap<>(bound);
                if (holds(element, candidate, extended)) {
                    matched = true;
                    if (element.kind() == RuleText.Kind.SOME) {
                        all |= matches(elements, index + 1, extended);
                    }
                }
            }
        }
        boolean holds = matched != (element.kind() == RuleText.Kind.NOT);
        witness.element(element, holds);
        return element.kind() == RuleText.Kind.SOME ? all : holds && matches(elements, index + 1, bound);
    }

    private boolean holds(RuleText.Element element, Object candidate, Map<String, Object> bound) {
        if (element.variable() != null) {
            bound.put(element.variable(), candidate);
        }
        for (RuleText.Condition condition : element.conditions()) {
            if (!condition.onlyBinds() && !truth(condition.test(), candidate, bound)) {
                return false;
            }
            if (condition.variable() != null) {
                bound.put(condition.variable(), value(condition.bound(), candidate, bound));
            }
        }
        return true;
    }

    private boolean truth(Expression test, Object self, Map<String, Object> bound) {
        boolean holds;
        if (test instanceof Expression.Any any) {
            holds = false;
            for (Expression part : any.parts()) {
                holds |= truth(part, self, bound);
            }
            return holds;
        }
        if (test instanceof Expression.All all) {
            for (Expression part : all.parts()) {
                if (!truth(part, self, bound)) {
                    return false;
                }
            }
            return true;
        }
        holds = Boolean.TRUE.equals(value(test, self, bound));
        witness.part(test, holds);
        return holds;
    }

    private @Nullable Object value(Expression expression, Object self, Map<String, Object> bound) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Not not) {
            return !Boolean.TRUE.equals(value(not.negated(), self, bound));
        }
        if (expression instanceof Expression.Comparison comparison) {
            return compare(value(comparison.left(), self, bound), comparison.operator(), value(comparison.right(), self, bound));
        }
        if (expression instanceof Expression.Path path) {
            return path(path.steps(), self, bound);
        }
        throw new IllegalStateException("A condition cannot say (" + expression + ").");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static boolean compare(@Nullable Object left, String operator, @Nullable Object right) {
        return switch (operator) {
            case "==" -> Objects.equals(left, right);
            case "!=" -> !Objects.equals(left, right);
            case "contains" -> left instanceof Collection<?> many && many.contains(right);
            case "memberOf" -> right instanceof Collection<?> many && many.contains(left);
            default -> {
                if (left == null || right == null) {
                    yield false;
                }
                int order = ((Comparable) left).compareTo(right);
                yield switch (operator) {
                    case "<" -> order < 0;
                    case ">" -> order > 0;
                    case "<=" -> order <= 0;
                    default -> order >= 0;
                };
            }
        };
    }

    private @Nullable Object path(List<Expression.Step> steps, Object self, Map<String, Object> bound) {
        Expression.Step first = steps.get(0);
        Object value;
        int next = 1;
        if (first.name().startsWith("$")) {
            value = bound.get(first.name());
        } else if (first.name().equals("this")) {
            value = self;
        } else if (first.arguments() != null && words.function(first.name()) != null) {
            value = call(Objects.requireNonNull(words.function(first.name())), null, first, self, bound);
        } else if (words.type(first.name()) != null) {
            value = constant(Objects.requireNonNull(words.type(first.name())), steps.get(1), self, bound);
            next = 2;
        } else {
            value = step(self, first, self, bound);
        }
        for (; next < steps.size() && value != null; next++) {
            value = step(value, steps.get(next), self, bound);
        }
        return value;
    }

    private @Nullable Object constant(Class<?> type, Expression.Step step, Object self, Map<String, Object> bound) {
        if (step.arguments() != null) {
            return call(type, null, step, self, bound);
        }
        try {
            return type.getField(step.name()).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object step(Object target, Expression.Step step, Object self, Map<String, Object> bound) {
        if (step.arguments() != null) {
            return call(target.getClass(), target, step, self, bound);
        }
        Method accessor = Vocabulary.accessor(target.getClass(), step.name());
        return accessor == null ? null : invoke(accessor, target);
    }

    private @Nullable Object call(Class<?> owner, @Nullable Object target, Expression.Step step, Object self, Map<String, Object> bound) {
        List<Object> arguments = new ArrayList<>();
        Objects.requireNonNull(step.arguments()).forEach(argument -> arguments.add(value(argument, self, bound)));
        return Arrays.stream(owner.getMethods())
                .filter(method -> method.getName().equals(step.name()) && accepts(method.getParameterTypes(), arguments))
                .findFirst().map(method -> invoke(method, target, arguments.toArray()))
                .orElse(null);
    }

    private static boolean accepts(Class<?>[] types, List<Object> arguments) {
        boolean accepts = types.length == arguments.size();
        for (int i = 0; accepts && i < types.length; i++) {
            Object argument = arguments.get(i);
            accepts = argument == null ? !types[i].isPrimitive() : types[i].isInstance(argument) || (types[i] == int.class && argument instanceof Integer);
        }
        return accepts;
    }

    private static @Nullable Object invoke(Method method, @Nullable Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The method (" + method.getName() + ") failed.", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
