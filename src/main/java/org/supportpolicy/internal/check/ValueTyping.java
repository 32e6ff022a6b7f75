package org.supportpolicy.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Names;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.internal.source.Expression;
import org.supportpolicy.internal.source.Name;
import org.supportpolicy.internal.source.Source;
import org.supportpolicy.internal.words.Spelling;

/** Finds out what a value of a rule means: a component, variable, constant, call or new finding. Not thread-safe. */
final class ValueTyping {

    private final Source source;
    private final Lexicon lexicon;
    private final String clause;
    private final Scope scope;
    /** The object a constraint is about; null in a consequence. */
    private final Value.@Nullable Slot self;

    /** Begins for a pattern, or for a consequence, which is about no object. */
    ValueTyping(Source source, Lexicon lexicon, String clause, Scope scope, Value.@Nullable Slot self) {
        this.source = source;
        this.lexicon = lexicon;
        this.clause = clause;
        this.scope = scope;
        this.self = self;
    }

    /** The same at another place of the rule. */
    ValueTyping at(Scope other) {
        return new ValueTyping(source, lexicon, clause, other, self);
    }

    Scope scope() {
        return scope;
    }

    /** Says that an expression means nothing; why has been said. */
    static final class Meaningless extends Exception {
        private static final long serialVersionUID = 1L;

        Meaningless() {
            super(null, null, false, false);
        }
    }

    /** Says why an expression means nothing. */
    Meaningless refuse(int offset, Problem problem) {
        source.add(offset, problem);
        return new Meaningless();
    }

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
        Class<?> type = type(made.type(), "SP-R040", lexicon.vocabulary().findings());
        Member constructor = Vocabulary.isFinding(type) ? Vocabulary.constructor(type).orElse(null) : null;
        if (constructor == null) {
            throw refuse(made.type().start(), Problem.of(Constants.isKind(type) ? "SP-R040.constant"
                    : OwnFact.class.isAssignableFrom(type) ? "SP-R040.own" : "SP-R040.fact", made.type().text()));
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
        Class<?> type = lexicon.vocabulary().type(name.text());
        if (type == null) {
            String adds = lexicon.vocabulary().addsTo(name.text());
            throw refuse(name.start(), adds != null ? Problem.of("SP-D021.adds", name.text(), adds)
                    : Problem.of(code, name.text()).maybe(Spelling.nearest(name.text(), meant)));
        }
        if (!lexicon.imports(name.text())) {
            throw refuse(name.start(), Problem.of("SP-R040.import", name.text(), type.getName()));
        }
        return type;
    }

    /** A constant, or what a class makes itself. */
    private Value named(Expression.Path path) throws Meaningless {
        Name name = path.steps().get(0).name();
        Vocabulary words = lexicon.vocabulary();
        Class<?> type = type(name, self == null ? "SP-R040" : "SP-R041", self == null ? words.findings() : words.types(false));
        if (path.steps().size() == 1 || path.steps().get(0).arguments() != null) {
            throw refuse(name.start(), Problem.of(path.steps().get(0).arguments() != null && self == null ? "SP-R040.new"
                    : "SP-R042.missing", name.text()));
        }
        Expression.Step step = path.steps().get(1);
        Map<String, Object> constants = Vocabulary.constants(type);
        List<Member> factories = Vocabulary.methods(type).getOrDefault(step.name().text(), List.of()).stream().filter(Member::isStatic)
                .toList();
        if (step.arguments() != null && OpenValue.class.isAssignableFrom(type) && step.name().text().equals("of")) {
            return member(type, step);
        } else if (step.arguments() != null && !factories.isEmpty()) {
            return call(null, factories, step.name(), step.arguments());
        }
        if (step.arguments() != null || !constants.containsKey(step.name().text())) {
            Set<String> meant = new TreeSet<>(constants.keySet());
            Vocabulary.methods(type).forEach((method, members) -> members.stream().filter(Member::isStatic)
                    .forEach(member -> meant.add(method)));
            throw refuse(step.name().start(), Problem.of("SP-R042", name.text(), step.name().text())
                    .maybe(words.members(type).containsKey(step.name().text()) ? "of( \"" + step.name().text() + "\" )"
                            : Spelling.nearest(step.name().text(), meant)));
        }
        return new Value.Constant(constants.get(step.name().text()), Type.of(type));
    }

    /** The value of a name, which the library knows or the policy adds. */
    private Value member(Class<?> type, Expression.Step step) throws Meaningless {
        boolean named = step.arguments().size() == 1 && step.arguments().get(0) instanceof Expression.Literal literal
                && literal.value() instanceof String;
        if (!named) {
            throw refuse(step.name().start(), Problem.of("SP-D021.text", type.getSimpleName()));
        }
        Expression.Literal said = (Expression.Literal) step.arguments().get(0);
        Map<String, Object> members = lexicon.vocabulary().members(type);
        Object member = members.get(String.valueOf(said.value()));
        if (member == null) {
            throw refuse(said.start() + 1, Problem.of("SP-D021", type.getSimpleName(), said.value())
                    .maybe(Spelling.nearest(String.valueOf(said.value()), members.keySet())));
        }
        return new Value.Constant(member, Type.of(type));
    }

    /** A component or method of the object, or a function. */
    private Value unqualified(Expression.Step step) throws Meaningless {
        String name = step.name().text();
        if (step.arguments() != null && !lexicon.functions(name).isEmpty()) {
            return call(null, lexicon.functions(name), step.name(), step.arguments());
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
            boolean plain = lexicon.vocabulary().type(type.getSimpleName()) != type;
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
                && lexicon.clauses().stream().noneMatch(id -> id.startsWith(String.valueOf(constant.value())))) {
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
        if (!new Arguments(source, lexicon, clause, scope).fit(member, arguments, said)) {
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

    /** Whether a text names a clause that exists; else it is said at the text. */
    boolean isClause(String id) {
        return lexicon.clauses().contains(id);
    }

    /** The id of a clause that was probably meant. */
    @Nullable String nearestClause(String id) {
        return Spelling.nearest(id, lexicon.clauses());
    }

    /** An expression as it is written. */
    String quoted(Expression said) {
        return source.condensed(said.start(), said.end());
    }
}
