package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.supportpolicy.internal.words.ReportWords;

/** Says in words what scenarios do not try both ways. */
final class CoverageText {

    private CoverageText() {}

    static String of(Coverage coverage, Locale locale) {
        ReportWords words = ReportWords.of(locale);
        List<String> lines = new ArrayList<>();
        for (Coverage.RuleCoverage rule : coverage.rules()) {
            if (!rule.isTriedBothWays()) {
                lines.add(line(rule, rule.rule().line(), rule.rule().sentence(locale),
                        words.label(rule.fired() == 0 ? "coverage.never-fires" : "coverage.never-silent")));
            }
            rule.conditions().stream().filter(condition -> !condition.isTriedBothWays()).forEach(condition ->
                    lines.add(line(rule, condition.line(), condition.text(), words.label("coverage." + outcome(condition)))));
        }
        lines.add(words.label("coverage.sum", words.counted("count.scenario", coverage.scenarios()), words.number(coverage.rulesTried()),
                words.number(coverage.rules().size()), words.number(coverage.conditionsTried()), words.number(coverage.conditions())));
        return String.join("\n", lines);
    }

    private static String line(Coverage.RuleCoverage rule, int line, String text, String outcome) {
        return ReportWords.place(rule.rule().file(), line) + "  [" + rule.rule().clause() + "] " + text + "  " + outcome;
    }

    /** The key of what became of a condition that was not tried both ways. */
    static String outcome(Coverage.Condition condition) {
        return condition.held() ? "never-fails" : condition.failed() ? "never-holds" : "never-tried";
    }
}
