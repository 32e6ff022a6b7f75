package org.supportpolicy.internal.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Names;
import org.supportpolicy.internal.check.Test.Operator;
import org.supportpolicy.internal.source.Expression;
import org.supportpolicy.internal.source.Name;
import org.supportpolicy.internal.source.Source;
import org.supportpolicy.internal.words.Spelling;

/** Finds out what the words of a constraint or consequence mean, and says which of them mean nothing there. Not thread-safe. */
final class ExpressionTyping {

    private final Source source;
    private final Lexicon words;
    private final String clause;
    private final Scope scope;
    /** The object a constraint is about; null in a consequence. */
    private final Value.@Nullable Slot self;
    /** What a pattern says is known, be it behind what needs it. */
    private final Set<Value> guards = new HashSet<>();

    /** Begins for a pattern, or for a consequence, which is about no object. */
    ExpressionTyping(Source source, Lexicon words, String clause, Scope scope, Value.@Nullable Slot self) {
        this.source = source;
        this.words = words;
        this.clause = clause;
        this.scope = scope;
        this.self = self;
    }

    /** Says that an expression means nothing; why has been said. */
    static final class Meaningless extends Exception {
        private static final long serialVersionUID = 1L;

        Meaningless() {
            super(null, null, false, false);
        }
    }

    private Meaningless refuse(int offset, Problem problem) {
        source.add(offset, problem);
        return new Meaningless();
    }

    /** Takes a value for known in what the pattern says of others being unequal to it. */
    void guard(Value value) {
        guards.add(value);
    }

    // ---- tests

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
            ExpressionTyping inner = all ? this : new ExpressionTyping(source, words, clause, before.copy(), self);
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
            throw refuse(said.start(), Problem.of(wanted ? "SP-R045.test" : "SP-R055.not", quoted(inner)));
        }
        Value value = value(inner);
        if (value.type().kind() != Boolean.class) {
            throw refuse(said.start(), Problem.of("SP-R045.truth", quoted(inner), value.type().said()));
        }
        if (!scope.isKnown(value) || value.type().nullable()) {
            throw refuse(said.start(), Problem.of("SP-R047.truth", quoted(inner), wanted));
        }
        return new Test.Truth(value, wanted);
    }

    private Test comparison(Expression.Comparison said) throws Meaningless {
        Name operator = said.operator();
        boolean wanted = !operator.text().startsWith("not ");
        Value left = value(said.left());
        if (said.right() instanceof Expression.Choice choice) {
            return among(said, left, choice, wanted);
        }
        Value right = value(said.right());
        if (operator.text().endsWith("contains")) {
            return holds(left, said.left(), right, said.right(), wanted);
        } else if (operator.text().endsWith("memberOf")) {
            return holds(right, said.right(), left, said.left(), wanted);
        }
        if (left instanceof Value.Constant constant) {
            if (right instanceof Value.Constant) {
                throw refuse(said.start(), Problem.of("SP-R045.test", quoted(said)));
            }
            if (constant.value() == null) {
                throw refuse(said.left().start(), Problem.of("SP-R045.null", operator.text()));
            }
        }
        return compare(said, left, Operator.of(operator.text()), right);
    }

    private Test compare(Expression.Comparison said, Value left, Operator operator, Value right) throws Meaningless {
        boolean asksForNull = right.type().equals(Type.UNKNOWN);
        boolean plain = operator.isOrder() ? left.type().isOrdered() && left.type().kind() == right.type().kind()
                : left.type().canEqual(right.type());
        if (!plain || operator.isOrder() && asksForNull) {
            boolean constantsInOrder = operator.isOrder() && left.type().kind().isEnum() && left.type().canEqual(right.type());
            throw refuse(said.right().start(), Problem.of(constantsInOrder ? "SP-R045.order"
                    : "SP-R045", quoted(said.left()), left.type().said(), quoted(said.right())));
        }
        if (asksForNull && !left.type().nullable()) {
            throw refuse(said.start(), Problem.of("SP-R047.always", quoted(said.left())));
        }
        range(said, left, operator, right);
        range(said, right, turned(operator), left);
        for (Value one : List.of(left, right)) {
            Value other = one == left ? right : left;
            if (other instanceof Value.Constant && one.type().names() == Names.Thing.CLAUSE && !asksForNull
                    && !words.clauses().contains(String.valueOf(((Value.Constant) other).value()))) {
                String name = String.valueOf(((Value.Constant) other).value());
                throw refuse((one == left ? said.right() : said.left()).start() + 1, Problem.of("SP-R049", name)
                        .maybe(Spelling.nearest(name, words.clauses())));
            }
        }
        if (!asksForNull) {
            boolean leftKnown = scope.isKnown(left) || operator == Operator.OTHER && guards.contains(left);
            boolean rightKnown = scope.isKnown(right) || operator == Operator.OTHER && guards.contains(right);
            if (operator == Operator.OTHER && !(leftKnown && rightKnown) || operator == Operator.SAME && !leftKnown && !rightKnown) {
                throw refuse(said.start(), Problem.of("SP-R047." + (operator == Operator.OTHER ? "other" : "same"),
                        quoted(leftKnown ? said.right() : said.left())));
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
            throw refuse(said.start(), value.type().to() == Integer.MAX_VALUE
                    ? Problem.of("SP-R046.compared.least", quoted(said), value.type().from())
                    : Problem.of("SP-R046.compared", quoted(said), value.type().from(), value.type().to()));
        }
    }

    private Test among(Expression.Comparison said, Value one, Expression.Choice choice, boolean wanted) throws Meaningless {
        List<Value> many = new ArrayList<>();
        for (Expression part : choice.parts()) {
            Value value = value(part);
            if (!one.type().canEqual(value.type()) || value.type().equals(Type.UNKNOWN)) {
                throw refuse(part.start(), Problem.of("SP-R045", quoted(said.left()), one.type().said(), quoted(part)));
            }
            if (!scope.isKnown(value)) {
                throw refuse(part.start(), Problem.of("SP-R047", quoted(part)));
            }
            if (value instanceof Value.Constant constant && constant.value() instanceof Integer number && one.type().isBounded()
                    && (number < one.type().from() || number > one.type().to())) {
                throw refuse(part.start(), Problem.of("SP-R046", quoted(part), one.type().from(), one.type().to()));
            }
            many.add(value);
        }
        if (!wanted && !scope.isKnown(one) && !guards.contains(one)) {
            throw refuse(said.start(), Problem.of("SP-R047.other", quoted(said.left())));
        }
        return new Test.Among(one, List.copyOf(many), wanted);
    }

    private Test holds(Value many, Expression manySaid, Value one, Expression oneSaid, boolean wanted) throws Meaningless {
        if (many.type().element() == null) {
            throw refuse(manySaid.start(), Problem.of("SP-R045.many", quoted(manySaid), many.type().said()));
        }
        if (!Objects.equals(many.type().element(), one.type().kind())) {
            throw refuse(oneSaid.start(), Problem.of("SP-R045.element", quoted(manySaid), many.type().said(), quoted(oneSaid)));
        }
        boolean manyKnown = scope.isKnown(many) || guards.contains(many);
        boolean oneKnown = scope.isKnown(one) || guards.contains(one);
        if (!wanted && !(manyKnown && oneKnown)) {
            throw refuse(manySaid.start(), Problem.of("SP-R047.other", quoted(manyKnown ? oneSaid : manySaid)));
        }
        if (wanted && !oneKnown && !manyKnown) {
            throw refuse(manySaid.start(), Problem.of("SP-R047.same", quoted(oneSaid)));
        }
        return new Test.Holds(many, one, wanted);
    }

    // ---- values

    Value value(Expression said) throws Meaningless {
        if (said instanceof Expression.Literal literal) {
            Object value = literal.value();
            return new Value.Constant(value, value instanceof Integer number ? Type.number(number) : value instanceof Boolean ? Type.TRUTH
                    : value == null ? Type.UNKNOWN : Type.TEXT);
        }
        if (said instanceof Expression.Path path) {
            return path(path);
        }
        if (said instanceof Expression.Made made && self == null) {
            return made(made);
        }
        throw refuse(said.start(), Problem.of("SP-R045.value", quoted(said)));
    }

    private Value made(Expression.Made made) throws Meaningless {
        Class<?> type = type(made.type(), "SP-R040", Vocabulary.findings());
        Member constructor = Vocabulary.isFinding(type) ? Vocabulary.constructor(type).orElse(null) : null;
        if (constructor == null) {
            throw refuse(made.type().start(), Problem.of(type.isEnum() ? "SP-R040.constant" : "SP-R040.fact", made.type().text()));
        }
        return call(null, List.of(constructor), made.type(), made.parts());
    }

    private Value path(Expression.Path path) throws Meaningless {
        Expression.Step first = path.steps().get(0);
        String name = first.name().text();
        int next = 1;
        Value value;
        if (name.startsWith("$")) {
            value = variable(first);
        } else if (name.equals("this") && first.arguments() == null && self != null) {
            value = self;
        } else if (Character.isUpperCase(name.charAt(0))) {
            value = named(path);
            next = 2;
        } else {
            value = unqualified(first);
        }
        for (; next < path.steps().size(); next++) {
            Expression.Step step = path.steps().get(next);
            if (!scope.isKnown(value) && has(value, step)) {
                throw refuse(path.start(), Problem.of(next == 1 && name.startsWith("$") ? "SP-R047.variable" : "SP-R047",
                        source.condensed(path.start(), path.steps().get(next - 1).name().end())));
            }
            value = member(value, step, path.start());
        }
        return value;
    }

    private Value variable(Expression.Step step) throws Meaningless {
        String name = step.name().text();
        if (!scope.isBound(name)) {
            throw !scope.isWhole() ? new Meaningless()
                    : refuse(step.name().start(), Problem.of("SP-R044", name).maybe(Spelling.nearest(name, scope.variables())));
        }
        Value bound = scope.bound(name);
        if (bound == null || step.arguments() != null) {
            throw step.arguments() == null ? new Meaningless() : refuse(step.name().start(), Problem.of("SP-R044.called", name));
        }
        return bound;
    }

    /** The class of a name, which must exist and be imported. */
    private Class<?> type(Name name, String code, Set<String> meant) throws Meaningless {
        Class<?> type = Vocabulary.type(name.text());
        if (type == null) {
            throw refuse(name.start(), Problem.of(code, name.text()).maybe(Spelling.nearest(name.text(), meant)));
        }
        if (!words.imports(name.text())) {
            throw refuse(name.start(), Problem.of("SP-R040.import", name.text(), type.getName()));
        }
        return type;
    }

    /** A constant, or what a class makes itself. */
    private Value named(Expression.Path path) throws Meaningless {
        Name name = path.steps().get(0).name();
        Class<?> type = type(name, self == null ? "SP-R040" : "SP-R041", self == null ? Vocabulary.findings() : Vocabulary.types(false));
        if (path.steps().size() == 1 || path.steps().get(0).arguments() != null) {
            throw refuse(name.start(), Problem.of(path.steps().get(0).arguments() != null && self == null ? "SP-R040.new"
                    : "SP-R042.missing", name.text()));
        }
        Expression.Step step = path.steps().get(1);
        Map<String, Object> constants = Vocabulary.constants(type);
        List<Member> factories = Vocabulary.methods(type).getOrDefault(step.name().text(), List.of()).stream().filter(Member::isStatic)
                .toList();
        if (step.arguments() != null && !factories.isEmpty()) {
            return call(null, factories, step.name(), step.arguments());
        }
        if (step.arguments() != null || !constants.containsKey(step.name().text())) {
            Set<String> meant = new TreeSet<>(constants.keySet());
            Vocabulary.methods(type).forEach((method, members) -> members.stream().filter(Member::isStatic)
                    .forEach(member -> meant.add(method)));
            throw refuse(step.name().start(), Problem.of("SP-R042", name.text(), step.name().text())
                    .maybe(Spelling.nearest(step.name().text(), meant)));
        }
        return new Value.Constant(constants.get(step.name().text()), Type.of(type));
    }

    /** A component or method of the object, or a function. */
    private Value unqualified(Expression.Step step) throws Meaningless {
        String name = step.name().text();
        if (step.arguments() != null && !words.functions(name).isEmpty()) {
            return call(null, words.functions(name), step.name(), step.arguments());
        }
        if (self != null && has(self, step)) {
            return member(self, step, step.name().start());
        }
        if (step.arguments() == null && self == null) {
            throw refuse(step.name().start(), Problem.of("SP-R044.name", name));
        }
        if (step.arguments() != null && !Vocabulary.functions(name).isEmpty()) {
            throw refuse(step.name().start(), Problem.of("SP-R040.import", name, Vocabulary.functions(name).get(0).code()
                    .getDeclaringClass().getName() + "." + name));
        }
        if (step.arguments() != null) {
            Set<String> meant = new TreeSet<>(Vocabulary.functionNames());
            meant.addAll(self == null ? Set.of() : Vocabulary.methods(self.type().kind()).keySet());
            throw refuse(step.name().start(), (self == null ? Problem.of("SP-R043.function", name)
                    : Problem.of("SP-R043.method", name, self.type().kind().getSimpleName())).maybe(Spelling.nearest(name, meant)));
        }
        return member(self, step, step.name().start());
    }

    private static boolean has(Value target, Expression.Step step) {
        return step.arguments() == null ? Vocabulary.properties(target.type().kind()).containsKey(step.name().text())
                : Vocabulary.methods(target.type().kind()).containsKey(step.name().text());
    }

    private Value member(Value target, Expression.Step step, int start) throws Meaningless {
        Class<?> type = target.type().kind();
        String name = step.name().text();
        if (!has(target, step)) {
            Set<String> meant = new TreeSet<>(Vocabulary.properties(type).keySet());
            meant.addAll(Vocabulary.methods(type).keySet());
            meant.remove(name);
            boolean plain = Vocabulary.type(type.getSimpleName()) != type;
            Problem problem = plain ? Problem.of("SP-R043.value", source.condensed(start, step.name().start() - 1), target.type().said(),
                    name)
                    : step.arguments() == null ? Problem.of("SP-R043", type.getSimpleName(), name)
                            : Problem.of("SP-R043.method", name, type.getSimpleName());
            throw refuse(step.name().start(), problem.maybe(Spelling.nearest(name, meant)));
        }
        if (step.arguments() == null) {
            return new Value.Call(target, Vocabulary.properties(type).get(name), List.of());
        }
        Value called = call(target, Vocabulary.methods(type).get(name), step.name(), step.arguments());
        prefix(target, called, step);
        return called;
    }

    /** The beginning of a clause's id must be one that some clause has. */
    private void prefix(Value target, Value called, Expression.Step step) throws Meaningless {
        if (target.type().names() == Names.Thing.CLAUSE && step.name().text().equals("startsWith")
                && ((Value.Call) called).arguments().get(0) instanceof Value.Constant constant
                && words.clauses().stream().noneMatch(id -> id.startsWith(String.valueOf(constant.value())))) {
            throw refuse(step.arguments().get(0).start() + 1, Problem.of("SP-R049.prefix", constant.value()));
        }
    }

    /** Calls the one of several members of a name whose parameters fit. */
    private Value call(@Nullable Value target, List<Member> members, Name name, List<Expression> said) throws Meaningless {
        List<Value> arguments = new ArrayList<>();
        Meaningless first = null;
        for (Expression argument : said) {
            try {
                arguments.add(value(argument));
            } catch (Meaningless e) {
                first = e;
            }
        }
        if (first != null) {
            throw first;
        }
        List<Member> fitting = members.stream().filter(member -> member.isStatic() == (target == null)
                || member.code() instanceof java.lang.reflect.Constructor)
                .filter(member -> member.takes(said.size())).toList();
        if (fitting.isEmpty()) {
            boolean more = members.get(0).code().isVarArgs();
            throw refuse(name.start(), Problem.of(more ? "SP-R045.count.least"
                    : "SP-R045.count", name.text(), members.get(0).parameters().size(), said.size()));
        }
        Member member = fitting.stream().filter(each -> fits(each, arguments)).findFirst().orElse(fitting.get(0));
        if (!new Arguments(source, words, clause, scope).fit(member, arguments, said)) {
            throw new Meaningless();
        }
        return new Value.Call(target, member, List.copyOf(arguments));
    }

    private static boolean fits(Member member, List<Value> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (!member.parameter(i).takes(arguments.get(i).type())) {
                return false;
            }
        }
        return true;
    }

    private String quoted(Expression said) {
        return source.condensed(said.start(), said.end());
    }
}
