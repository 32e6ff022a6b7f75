package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule with one small mistake in it.
 *
 * @param rule the name of the rule
 * @param file the file it stands in
 * @param line the line of the mistake, from 1
 * @param what the mistake, such as {@code level == 1 becomes level != 1}
 * @param text the rule with the mistake; null when it is left out altogether
 */
public record Mutant(String rule, String file, int line, String what, @Nullable String text) {

    private static final Map<String, String> FLIPPED = Map.of("==", "!=", "!=", "==", "<", "<=", "<=", "<", ">", ">=", ">=", ">");

    /** Every mistake that is made of the rules of these files, which must hold none. */
    public static List<Mutant> of(List<RuleFile> files) {
        List<Mutant> mutants = new ArrayList<>();
        for (RuleText rule : DrlCheck.texts(files)) {
            mutants.add(new Mutant(rule.name(), rule.source().file().name(), rule.source().lineOf(rule.start()), "the rule is left out", null));
            if (rule.elements() != null) {
                Maker maker = new Maker(rule, mutants);
                rule.elements().forEach(maker::element);
                if (rule.consequence() != null) {
                    maker.numbers(rule.consequence());
                }
            }
        }
        return mutants;
    }

    /** Makes the mistakes of one rule. */
    private record Maker(RuleText rule, List<Mutant> mutants) {

        void element(RuleText.Element element) {
            boolean used = element.variable() != null || element.conditions().stream().anyMatch(condition -> condition.variable() != null);
            if (!used && rule.elements().size() > 1) {
                replace(element.start(), element.end(), "", condensed(element.start(), element.end()) + " is dropped");
            }
            for (int i = 0; i < element.conditions().size(); i++) {
                condition(element, i);
            }
        }

        private void condition(RuleText.Element element, int index) {
            RuleText.Condition condition = element.conditions().get(index);
            if (condition.onlyBinds()) {
                return;
            }
            if (condition.variable() != null) {
                replace(condition.bound().end(), condition.end(), "", condensed(condition.start(), condition.end()) + " loses its test");
            } else if (element.conditions().size() > 1) {
                boolean last = index == element.conditions().size() - 1;
                int from = last ? element.conditions().get(index - 1).end() : condition.start();
                int to = last ? condition.end() : element.conditions().get(index + 1).start();
                replace(from, to, "", condensed(condition.start(), condition.end()) + " is dropped");
            } else {
                replace(condition.start(), condition.end(), "", condensed(condition.start(), condition.end()) + " is dropped");
            }
            flips(condition.test());
            alternatives(condition.test());
            numbers(condition.test());
        }

        private void flips(Expression test) {
            test.all().filter(Expression.Comparison.class::isInstance).map(Expression.Comparison.class::cast).filter(comparison -> FLIPPED.containsKey(comparison.operator()))
                    .forEach(comparison -> replace(comparison.operatorStart(), comparison.operatorStart() + comparison.operator().length(), FLIPPED.get(comparison.operator()),
                            condensed(comparison.start(), comparison.end()) + " is compared by " + FLIPPED.get(comparison.operator())));
        }

        private void alternatives(Expression test) {
            if (test instanceof Expression.Any any) {
                for (int i = 0; i < any.parts().size(); i++) {
                    int from = i == 0 ? any.parts().get(0).start() : any.parts().get(i - 1).end();
                    int to = i == 0 ? any.parts().get(1).start() : any.parts().get(i).end();
                    replace(from, to, "", condensed(any.parts().get(i).start(), any.parts().get(i).end()) + " is dropped");
                }
            }
        }

        private void numbers(Expression expression) {
            expression.all().filter(Expression.Literal.class::isInstance).map(Expression.Literal.class::cast).filter(literal -> literal.value() instanceof Integer)
                    .forEach(literal -> replace(literal.start(), literal.end(), String.valueOf((Integer) literal.value() + 1),
                            condensed(expression.start(), expression.end()) + ": " + literal.value() + " becomes " + ((Integer) literal.value() + 1)));
        }

        private void replace(int from, int to, String by, String what) {
            String file = rule.source().file().text();
            mutants.add(new Mutant(rule.name(), rule.source().file().name(), rule.source().lineOf(from), what,
                    file.substring(rule.start(), from) + by + file.substring(to, rule.end())));
        }

        private String condensed(int from, int to) {
            return rule.source().code().substring(from, to).replaceAll("\\s+", " ").strip();
        }
    }
}
