package org.supportpolicy.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.check.ValueTyping.Meaningless;
import org.supportpolicy.internal.source.Condition;
import org.supportpolicy.internal.source.Expression;
import org.supportpolicy.internal.source.Name;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.source.RuleText;
import org.supportpolicy.internal.source.Source;
import org.supportpolicy.internal.words.Spelling;

/** Finds out what a rule means. Patterns that {@code or} joins are followed one by one, as Drools does. Not thread-safe. */
final class RuleTyping {

    private static final int MOST_BRANCHES = 8;

    private final RuleBook book;
    private final RuleText rule;
    private final Source source;
    private final Lexicon lexicon;
    private final String clause;
    private boolean sound = true;
    private int slots;

    private RuleTyping(RuleBook book, RuleText rule, Lexicon lexicon) {
        this.book = book;
        this.rule = rule;
        this.source = book.source();
        this.lexicon = lexicon;
        this.clause = rule.said("clause");
    }

    /** Understands a rule; null when something in it means nothing, which is added to the problems of its file. */
    static @Nullable CheckedRule of(RuleBook book, RuleText rule, Lexicon lexicon) {
        return new RuleTyping(book, rule, lexicon).checked();
    }

    private @Nullable CheckedRule checked() {
        long branches = branches(rule.when());
        if (branches > MOST_BRANCHES) {
            source.add(rule.when().start(), Problem.of("SP-R052", MOST_BRANCHES, branches));
            return null;
        }
        List<Scope> scopes = follow(List.of(new Scope(rule.whole())), rule.when());
        List<CheckedRule.Way> ways = new ArrayList<>();
        for (Scope scope : scopes) {
            Value then = rule.then() == null ? null : conclusion(rule.then(), scope);
            if (then != null) {
                ways.add(new CheckedRule.Way(scope.steps(), then));
            }
        }
        return sound && rule.whole() && !ways.isEmpty() ? new CheckedRule(book, rule, ways, ways.get(0).then().type().kind(), slots) : null;
    }

    /** How many ways there are through conditions; Drools makes a rule of each. */
    private static long branches(Condition condition) {
        if (condition instanceof Condition.Or) {
            return condition.parts().stream().mapToLong(RuleTyping::branches).sum();
        }
        return condition.parts().stream().mapToLong(RuleTyping::branches).reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
    }

    // ---- conditions

    private List<Scope> follow(List<Scope> scopes, Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            scopes.forEach(scope -> scope.add(look(scope, pattern, pattern.start())));
            return scopes;
        } else if (condition instanceof Condition.And and) {
            return all(scopes, and.parts());
        } else if (condition instanceof Condition.Or or) {
            return or.parts().stream().flatMap(part -> follow(scopes.stream().map(Scope::copy).toList(), part).stream()).toList();
        } else if (condition instanceof Condition.Forall forall) {
            scopes.forEach(scope -> scope.add(forall(scope, forall)));
            return scopes;
        }
        boolean wanted = condition instanceof Condition.Exists;
        scopes.forEach(scope -> scope.add(ask(scope, wanted, condition, inner -> asked(inner, condition))));
        return scopes;
    }

    private List<Scope> all(List<Scope> scopes, List<Condition> conditions) {
        List<Scope> followed = scopes;
        for (Condition condition : conditions) {
            followed = follow(followed, condition);
        }
        return followed;
    }

    /** A pattern right behind {@code not} or {@code exists} begins with that. */
    private List<Scope> asked(List<Scope> scopes, Condition condition) {
        if (condition.parts().get(0) instanceof Condition.Pattern pattern) {
            scopes.forEach(scope -> scope.add(look(scope, pattern, condition.start())));
            return scopes;
        }
        return all(scopes, condition.parts());
    }

    private static Step ask(Scope scope, boolean wanted, Condition said, UnaryOperator<List<Scope>> inner) {
        return new Step.Ask(wanted, inner.apply(List.of(scope.inner())).stream().map(Scope::steps).toList(), said);
    }

    /**
     * What would show that something does not hold for all: the first of the patterns without the others, or without its own constraints.
     */
    private Step forall(Scope scope, Condition.Forall forall) {
        List<Condition> parts = forall.parts();
        if (parts.size() == 1) {
            return new Step.AskExcept(look(scope.inner(), (Condition.Pattern) parts.get(0), forall.start()));
        }
        return ask(scope, false, forall, inner -> {
            Scope first = follow(inner, parts.get(0)).get(0);
            first.add(ask(first, false, forall, rest -> all(rest, parts.subList(1, parts.size()))));
            return List.of(first);
        });
    }

    private Step.Look look(Scope scope, Condition.Pattern pattern, int start) {
        Name name = pattern.type();
        Class<?> type = lexicon.vocabulary().type(name.text());
        boolean looked = type != null && (Vocabulary.isFact(type) || Vocabulary.isFinding(type));
        if (!looked) {
            mistake(name.start(), Problem.of(type == null ? "SP-R040.pattern" : "SP-R040.part", name.text())
                    .maybe(type == null ? Spelling.nearest(name.text(), lexicon.vocabulary().types(true)) : null));
        } else if (!lexicon.imports(name.text())) {
            mistake(name.start(), Problem.of("SP-R040.import", name.text(), type.getName()));
        }
        Value.Slot slot = new Value.Slot(slots++, Type.of(looked ? type : Object.class));
        if (pattern.variable() != null) {
            bind(scope, pattern.variable(), looked ? slot : null);
        }
        List<Step.Checked> tests = new ArrayList<>();
        ValueTyping values = new ValueTyping(source, lexicon, clause, scope, slot);
        TestTyping typing = new TestTyping(values);
        if (looked) {
            guards(pattern, scope, slot).forEach(typing::guard);
        }
        for (Condition.Constraint constraint : pattern.constraints()) {
            if (!looked) {
                lose(scope, constraint);
                continue;
            }
            try {
                constraint(constraint, values, typing, scope, slot, tests);
            } catch (Meaningless e) {
                sound = false;
                lose(scope, constraint);
            }
        }
        return new Step.Look(slot.number(), slot.type().kind(), List.copyOf(tests), pattern, start);
    }

    private void constraint(Condition.Constraint constraint, ValueTyping values, TestTyping typing, Scope scope, Value.Slot slot,
            List<Step.Checked> tests) throws Meaningless {
        if (constraint.variable() != null) {
            Expression bound = constraint.bound();
            boolean own = bound instanceof Expression.Path path && path.steps().stream().allMatch(step -> step.arguments() == null)
                    && !path.steps().get(0).name().text().startsWith("$")
                            && !Character.isUpperCase(path.steps().get(0).name().text().charAt(0));
            if (!own) {
                source.add(bound.start(), Problem.of("SP-R056", source.condensed(bound.start(), bound.end())));
                throw new Meaningless();
            }
            bind(scope, constraint.variable(), values.value(bound));
            if (constraint.onlyBinds()) {
                return;
            }
        }
        tests.add(new Step.Checked(typing.test(constraint.said()), constraint));
    }

    /** What a pattern says is known: {@code x != null} alone or joined by {@code &&}. */
    private static List<Value> guards(Condition.Pattern pattern, Scope scope, Value.Slot slot) {
        List<Value> guards = new ArrayList<>();
        pattern.constraints().stream().map(Condition.Constraint::said)
                .flatMap(said -> said instanceof Expression.All ? said.parts().stream() : java.util.stream.Stream.of(said))
                .filter(said -> said instanceof Expression.Comparison comparison && comparison.operator().text().equals("!=")
                        && comparison.right() instanceof Expression.Literal literal && literal.value() == null)
                .forEach(said -> guard(((Expression.Comparison) said).left(), slot, guards));
        return guards;
    }

    private static void guard(Expression left, Value.Slot slot, List<Value> guards) {
        Value value = slot;
        if (left instanceof Expression.Path path) {
            for (Expression.Step step : path.steps()) {
                Member property = Vocabulary.properties(value.type().kind()).get(step.name().text());
                if (property == null || step.arguments() != null) {
                    return;
                }
                value = new Value.Call(value, property, List.of());
            }
            guards.add(value);
        }
    }

    /** A variable of a constraint that cannot be understood is bound, but to nothing. */
    private void lose(Scope scope, Condition.Constraint constraint) {
        if (constraint.variable() != null && !scope.isBound(constraint.variable().text())) {
            scope.bind(constraint.variable().text(), null);
        }
    }

    private void bind(Scope scope, Name variable, @Nullable Value value) {
        if (scope.isBound(variable.text())) {
            mistake(variable.start(), Problem.of("SP-R048", variable.text()));
        } else if (variable.text().length() < 2) {
            mistake(variable.start(), Problem.of("SP-R044.name", variable.text()));
        } else {
            if (!variable.text().startsWith("$")) {
                mistake(variable.start(), Problem.of("SP-R044.dollar", variable.text()));
            }
            scope.bind(variable.text(), value);
        }
    }

    private void mistake(int offset, Problem problem) {
        source.add(offset, problem);
        sound = false;
    }

    // ---- the consequence

    private @Nullable Value conclusion(Expression then, Scope scope) {
        try {
            Value value = new ValueTyping(source, lexicon, clause, scope, null).value(then);
            if (!Vocabulary.isFinding(value.type().kind())) {
                throw refusedConclusion(then);
            }
            return value;
        } catch (Meaningless e) {
            sound = false;
            return null;
        }
    }

    private Meaningless refusedConclusion(Expression then) {
        source.add(then.start(), Problem.of("SP-R051.fact", source.condensed(then.start(), then.end())));
        return new Meaningless();
    }
}
