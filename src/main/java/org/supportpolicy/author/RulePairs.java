package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.check.CheckedRule;

/**
 * Says which rule of a policy has become which of another: the one with its name, else the one that does the same, else the only other one
 * of its clause.
 */
final class RulePairs {

    /**
     * A rule before and after.
     *
     * @param then the rule before; null when it is new
     * @param now the rule after; null when it is gone
     */
    record Pair(@Nullable CheckedRule then, @Nullable CheckedRule now) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final List<CheckedRule> before;
    private final List<CheckedRule> after;

    private RulePairs(List<CheckedRule> before, List<CheckedRule> after) {
        this.before = new ArrayList<>(before);
        this.after = new ArrayList<>(after);
    }

    /** The pairs; every rule stands in one. */
    static List<Pair> of(List<CheckedRule> before, List<CheckedRule> after) {
        RulePairs pairs = new RulePairs(before, after);
        pairs.match(CheckedRule::name);
        pairs.match(RulePairs::body);
        pairs.match(rule -> rule.text().said("clause"));
        pairs.before.forEach(rule -> pairs.pairs.add(new Pair(rule, null)));
        pairs.after.forEach(rule -> pairs.pairs.add(new Pair(null, rule)));
        return pairs.pairs;
    }

    /** What a rule does. */
    static String body(CheckedRule rule) {
        return rule.book().body(rule.text());
    }

    /** Takes out those that are the only ones left, before and after, with the same key. */
    private void match(Function<CheckedRule, String> key) {
        for (CheckedRule then : List.copyOf(before)) {
            CheckedRule now = only(after, key, key.apply(then));
            if (now != null && only(before, key, key.apply(then)) == then) {
                pairs.add(new Pair(then, now));
                before.remove(then);
                after.remove(now);
            }
        }
    }

    private static @Nullable CheckedRule only(List<CheckedRule> rules, Function<CheckedRule, String> key, String value) {
        List<CheckedRule> found = rules.stream().filter(rule -> Objects.equals(key.apply(rule), value)).toList();
        return found.size() == 1 ? found.get(0) : null;
    }
}
