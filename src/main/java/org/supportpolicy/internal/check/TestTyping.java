package org.supportpolicy.internal.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Names;
import org.supportpolicy.internal.check.Test.Operator;
import org.supportpolicy.internal.check.ValueTyping.Meaningless;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.source.Expression;
import org.supportpolicy.internal.source.Name;

/** Finds out what a constraint asks, and says which of its words do not fit together. Not thread-safe. */
final class TestTyping {

    private final ValueTyping values;
    private final Scope scope;
    /** What a pattern says is known, be it behind what needs it. */
    private final Set<Value> guards = new HashSet<>();

    /** Begins for a pattern. */
    TestTyping(ValueTyping values) {
        this.values = values;
        this.scope = values.scope();
    }

    /** Takes a value for known in what the pattern says of others being unequal to it. */
    void guard(Value value) {
        guards.add(value);
    }

    Test test(Expression said) throws Meaningless {
        if (said instanceof Expression.All || said instanceof Expression.Any) {
            return joined(said);
        }
        Test test = atom(said);
        scope.learn(test);
        return test;
    }

    /** What stands behind {@code &&} is looked at where the rest holds, what stands behind {@code ||} where it does not. */
    private Test joined(Expression said) throws Meaningless {
        boolean all = said instanceof Expression.All;
        List<Test> parts = new ArrayList<>();
        Scope before = scope.copy();
        Meaningless first = null;
        for (Expression part : said.parts()) {
            TestTyping inner = all ? this : new TestTyping(values.at(before.copy()));
            inner.guards.addAll(guards);
            try {
                parts.add(inner.test(part));
                before.learnOpposite(parts.get(parts.size() - 1));
            } catch (Meaningless e) {
                first = e;
            }
        }
        if (first != null) {
            throw first;
        }
        Test test = all ? new Test.All(parts) : new Test.Any(parts);
        scope.learn(test);
        return test;
    }

    private Test atom(Expression said) throws Meaningless {
        if (said instanceof Expression.Comparison comparison) {
            return comparison(comparison);
        }
        boolean wanted = !(said instanceof Expression.Not);
        Expression inner = said instanceof Expression.Not not ? not.negated() : said;
        if (!(inner instanceof Expression.Path)) {
            throw values.refuse(said.start(), Problem.of(wanted ? "SP-R045.test" : "SP-R055.not", values.quoted(inner)));
        }
        Value value = values.value(inner);
        if (value.type().kind() != Boolean.class) {
            throw values.refuse(said.start(), Problem.of("SP-R045.truth", values.quoted(inner), value.type().said()));
        }
        if (!scope.isKnown(value) || value.type().nullable()) {
            throw values.refuse(said.start(), Problem.of("SP-R047.truth", values.quoted(inner), wanted));
        }
        return new Test.Truth(value, wanted);
    }

    private Test comparison(Expression.Comparison said) throws Meaningless {
        Name operator = said.operator();
        boolean wanted = !operator.text().startsWith("not ");
        Value left = values.value(said.left());
        if (said.right() instanceof Expression.Choice choice) {
            return among(said, left, choice, wanted);
        }
        Value right = values.value(said.right());
        if (operator.text().endsWith("contains")) {
            return holds(left, said.left(), right, said.right(), wanted);
        } else if (operator.text().endsWith("memberOf")) {
            return holds(right, said.right(), left, said.left(), wanted);
        }
        if (left instanceof Value.Constant constant) {
            if (right instanceof Value.Constant) {
                throw values.refuse(said.start(), Problem.of("SP-R045.test", values.quoted(said)));
            }
            if (constant.value() == null) {
                throw values.refuse(said.left().start(), Problem.of("SP-R045.null", operator.text()));
            }
        }
        return compare(said, left, Operator.of(operator.text()), right);
    }

    private Test compare(Expression.Comparison said, Value left, Operator operator, Value right) throws Meaningless {
        boolean asksForNull = right.type().equals(Type.UNKNOWN);
        boolean plain = operator.isOrder() ? left.type().isOrdered() && left.type().kind() == right.type().kind()
                : left.type().canEqual(right.type());
        if (!plain || operator.isOrder() && asksForNull) {
            boolean constantsInOrder = operator.isOrder() && Constants.isKind(left.type().kind()) && left.type().canEqual(right.type());
            throw values.refuse(said.right().start(), Problem.of(constantsInOrder ? "SP-R045.order"
                    : "SP-R045", values.quoted(said.left()), left.type().said(), values.quoted(said.right())));
        }
        if (asksForNull && !left.type().nullable()) {
            throw values.refuse(said.start(), Problem.of("SP-R047.always", values.quoted(said.left())));
        }
        range(said, left, operator, right);
        range(said, right, turned(operator), left);
        for (Value one : List.of(left, right)) {
            Value other = one == left ? right : left;
            if (other instanceof Value.Constant && one.type().names() == Names.Thing.CLAUSE && !asksForNull
                    && !values.isClause(String.valueOf(((Value.Constant) other).value()))) {
                String name = String.valueOf(((Value.Constant) other).value());
                throw values.refuse((one == left ? said.right() : said.left()).start() + 1, Problem.of("SP-R049", name)
                        .maybe(values.nearestClause(name)));
            }
        }
        if (!asksForNull) {
            boolean leftKnown = scope.isKnown(left) || operator == Operator.OTHER && guards.contains(left);
            boolean rightKnown = scope.isKnown(right) || operator == Operator.OTHER && guards.contains(right);
            if (operator == Operator.OTHER && !(leftKnown && rightKnown) || operator == Operator.SAME && !leftKnown && !rightKnown) {
                throw values.refuse(said.start(), Problem.of("SP-R047." + (operator == Operator.OTHER ? "other" : "same"),
                        values.quoted(leftKnown ? said.right() : said.left())));
            }
        }
        return new Test.Compare(left, operator, right);
    }

    private static Operator turned(Operator operator) {
        return switch (operator) {
            case BEFORE -> Operator.AFTER;
            case AFTER -> Operator.BEFORE;
            case NOT_AFTER -> Operator.NOT_BEFORE;
            case NOT_BEFORE -> Operator.NOT_AFTER;
            default -> operator;
        };
    }

    /** A number that can lie only between certain others must not be compared with what says nothing of it. */
    private void range(Expression.Comparison said, Value value, Operator operator, Value limit) throws Meaningless {
        if (!(limit instanceof Value.Constant constant) || !(constant.value() instanceof Integer number) || !value.type().isBounded()) {
            return;
        }
        int atLeast = Integer.compare(value.type().from(), number);
        int atMost = Integer.compare(value.type().to(), number);
        boolean inside = atLeast <= 0 && atMost >= 0;
        boolean some = operator == Operator.SAME ? inside : operator == Operator.OTHER ? true : operator.holds(atLeast)
                || operator.holds(atMost);
        boolean all = operator == Operator.SAME ? false : operator == Operator.OTHER ? !inside : operator.holds(atLeast)
                && operator.holds(atMost);
        if (!some || all) {
            throw values.refuse(said.start(), value.type().to() == Integer.MAX_VALUE
                    ? Problem.of("SP-R046.compared.least", values.quoted(said), value.type().from())
                    : Problem.of("SP-R046.compared", values.quoted(said), value.type().from(), value.type().to()));
        }
    }

    private Test among(Expression.Comparison said, Value one, Expression.Choice choice, boolean wanted) throws Meaningless {
        List<Value> many = new ArrayList<>();
        for (Expression part : choice.parts()) {
            Value value = values.value(part);
            if (!one.type().canEqual(value.type()) || value.type().equals(Type.UNKNOWN)) {
                throw values.refuse(part.start(),
                        Problem.of("SP-R045", values.quoted(said.left()), one.type().said(), values.quoted(part)));
            }
            if (!scope.isKnown(value)) {
                throw values.refuse(part.start(), Problem.of("SP-R047", values.quoted(part)));
            }
            if (value instanceof Value.Constant constant && constant.value() instanceof Integer number && one.type().isBounded()
                    && (number < one.type().from() || number > one.type().to())) {
                throw values.refuse(part.start(), Problem.of("SP-R046", values.quoted(part), one.type().from(), one.type().to()));
            }
            many.add(value);
        }
        if (!wanted && !scope.isKnown(one) && !guards.contains(one)) {
            throw values.refuse(said.start(), Problem.of("SP-R047.other", values.quoted(said.left())));
        }
        return new Test.Among(one, List.copyOf(many), wanted);
    }

    private Test holds(Value many, Expression manySaid, Value one, Expression oneSaid, boolean wanted) throws Meaningless {
        if (many.type().element() == null) {
            throw values.refuse(manySaid.start(), Problem.of("SP-R045.many", values.quoted(manySaid), many.type().said()));
        }
        if (!Objects.equals(many.type().element(), one.type().kind())) {
            throw values.refuse(oneSaid.start(),
                    Problem.of("SP-R045.element", values.quoted(manySaid), many.type().said(), values.quoted(oneSaid)));
        }
        boolean manyKnown = scope.isKnown(many) || guards.contains(many);
        boolean oneKnown = scope.isKnown(one) || guards.contains(one);
        if (!wanted && !(manyKnown && oneKnown)) {
            throw values.refuse(manySaid.start(), Problem.of("SP-R047.other", values.quoted(manyKnown ? oneSaid : manySaid)));
        }
        if (wanted && !oneKnown && !manyKnown) {
            throw values.refuse(manySaid.start(), Problem.of("SP-R047.same", values.quoted(oneSaid)));
        }
        return new Test.Holds(many, one, wanted);
    }
}
