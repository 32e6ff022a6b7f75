package org.supportpolicy.internal.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.source.Condition;
import org.supportpolicy.internal.source.Expression;
import org.supportpolicy.internal.source.Source;
import org.supportpolicy.internal.words.ReportWords;

/**
 * A rule with one small mistake in it.
 *
 * @param rule the rule without the mistake
 * @param line the line of the mistake, from 1
 * @param what the mistake, such as {@code level == 1 is compared by !=}, in both languages
 * @param text the rule with the mistake; null when it is left out altogether
 */
public record Mutant(CheckedRule rule, int line, Problem.Said what, @Nullable String text) {

    private static final Map<String, String> FLIPPED = Map.of("==", "!=", "!=", "==", "<", "<=", "<=", "<", ">", ">=", ">=", ">");

    /** Every mistake that is made of rules. */
    public static List<Mutant> of(List<CheckedRule> rules) {
        List<Mutant> mutants = new ArrayList<>();
        for (CheckedRule rule : rules) {
            mutants.add(new Mutant(rule, rule.book().line(rule.text()), ReportWords.said("mutants.left-out"), null));
            Maker maker = new Maker(rule, rule.book().source(), mutants);
            rule.text().when().parts().forEach(maker::condition);
            maker.numbers(rule.text().then());
        }
        return mutants;
    }

    /** Makes the mistakes of one rule. */
    private record Maker(CheckedRule rule, Source source, List<Mutant> mutants) {

        void condition(Condition condition) {
            boolean used = condition instanceof Condition.Pattern pattern && (pattern.variable() != null
                    || pattern.constraints().stream().anyMatch(constraint -> constraint.variable() != null));
            if (!used && rule.text().when().parts().size() > 1) {
                replace(condition.start(), condition.end(), "", dropped(source.condensed(condition.start(), condition.end())));
            }
            condition.patterns().forEach(pattern -> {
                for (int i = 0; i < pattern.constraints().size(); i++) {
                    constraint(pattern, i);
                }
            });
        }

        private void constraint(Condition.Pattern pattern, int index) {
            Condition.Constraint constraint = pattern.constraints().get(index);
            if (constraint.onlyBinds()) {
                return;
            }
            String said = source.condensed(constraint.start(), constraint.end());
            if (constraint.variable() != null) {
                replace(constraint.bound().end(), constraint.end(), "", ReportWords.said("mutants.untested", said));
            } else if (pattern.constraints().size() > 1) {
                boolean last = index == pattern.constraints().size() - 1;
                int from = last ? pattern.constraints().get(index - 1).end() : constraint.start();
                int to = last ? constraint.end() : pattern.constraints().get(index + 1).start();
                replace(from, to, "", dropped(said));
            } else {
                replace(constraint.start(), constraint.end(), "", dropped(said));
            }
            flips(constraint.said());
            alternatives(constraint.said());
            numbers(constraint.said());
        }

        private void flips(Expression test) {
            test.all().filter(Expression.Comparison.class::isInstance).map(Expression.Comparison.class::cast)
                    .filter(comparison -> FLIPPED.containsKey(comparison.operator().text()))
                    .forEach(comparison -> {
                        String flipped = FLIPPED.get(comparison.operator().text());
                        replace(comparison.operator().start(), comparison.operator().end(), flipped,
                                ReportWords.said("mutants.compared", source.condensed(comparison.start(), comparison.end()), flipped));
                    });
        }

        private void alternatives(Expression test) {
            if (test instanceof Expression.Any any) {
                for (int i = 0; i < any.parts().size(); i++) {
                    int from = i == 0 ? any.parts().get(0).start() : any.parts().get(i - 1).end();
                    int to = i == 0 ? any.parts().get(1).start() : any.parts().get(i).end();
                    replace(from, to, "", dropped(source.condensed(any.parts().get(i).start(), any.parts().get(i).end())));
                }
            }
        }

        void numbers(Expression expression) {
            expression.all().filter(Expression.Literal.class::isInstance).map(Expression.Literal.class::cast)
                    .filter(literal -> literal.value() instanceof Integer)
                    .forEach(literal -> replace(literal.start(), literal.end(), String.valueOf((Integer) literal.value() + 1),
                            ReportWords.said("mutants.number", source.condensed(expression.start(), expression.end()), literal.value(),
                                    (Integer) literal.value() + 1)));
        }

        private static Problem.Said dropped(String said) {
            return ReportWords.said("mutants.dropped", said);
        }

        private void replace(int from, int to, String by, Problem.Said what) {
            mutants.add(new Mutant(rule, source.lineOf(from), what,
                    source.text(rule.text().start(), from) + by + source.text(to, rule.text().end())));
        }
    }
}
