package org.supportpolicy.author;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.supportpolicy.Clause;
import org.supportpolicy.PolicySection;
import org.supportpolicy.SupportPolicy;

/** Writes what scenarios try of the rules: into a policy book, or alone. */
record BookCoverage(BookWords words, Html html) {

    /** Alone: how much is tried, what is not, then every rule by section and clause. */
    void write(SupportPolicy policy, Coverage coverage) {
        html.element("p", words.count("counted", coverage.scenarios(), words.coverage(coverage))).element("p", words.say("coverage.about"));
        untried(coverage);
        Map<String, List<Coverage.RuleCoverage>> rules = coverage.rules().stream()
                .collect(Collectors.groupingBy(each -> each.rule().clause()));
        for (PolicySection section : policy.sections()) {
            List<Clause> clauses = policy.clauses().stream()
                    .filter(clause -> clause.section().equals(section.id()) && rules.containsKey(clause.id())).toList();
            if (!clauses.isEmpty()) {
                html.open("section", "id", BookClauses.anchor(section)).element("h2", section.title(words.locale()));
                clauses.forEach(clause -> write(clause, rules.getOrDefault(clause.id(), List.of())));
                html.close();
            }
        }
    }

    private void write(Clause clause, List<Coverage.RuleCoverage> rules) {
        html.open("article", "class", "clause", "id", BookClauses.anchor(clause.id()));
        html.element("h3", heading -> heading.element("code", clause.id())).open("ol", "class", "rules");
        for (Coverage.RuleCoverage rule : rules) {
            html.open("li", "id", BookRules.anchor(rule.rule()));
            words.sentence(html, rule.rule());
            write(rule);
            html.close();
        }
        html.close().close();
    }

    /** What scenarios try of a rule, open when that is not all. */
    void write(Coverage.RuleCoverage tried) {
        long both = tried.conditions().stream().filter(Coverage.Condition::isTriedBothWays).count();
        String told = words.count("fires", tried.fired(), words.number(tried.silent())) + " "
                + words.count("conditions", tried.conditions().size(), words.number((int) both));
        if (isTried(tried)) {
            html.open("details", "class", "tried");
        } else {
            html.open("details", "class", "untried", "open", "");
        }
        html.element("summary", told).open("ul");
        for (Coverage.Condition condition : tried.conditions()) {
            html.open("li", "class", condition.isTriedBothWays() ? "good" : "bad").element("code", condition.text()).text(" ")
                    .element("strong", outcome(condition)).close();
        }
        html.close().close();
    }

    /** Whether a rule and each of its conditions are tried both ways. */
    static boolean isTried(Coverage.RuleCoverage rule) {
        return rule.isTriedBothWays() && rule.conditions().stream().allMatch(Coverage.Condition::isTriedBothWays);
    }

    /** What no scenario tries of the rules; nothing is written when all is tried. */
    void untried(Coverage coverage) {
        List<Coverage.RuleCoverage> rules = coverage.rules().stream().filter(rule -> !isTried(rule)).toList();
        if (rules.isEmpty()) {
            return;
        }
        html.open("section", "id", "untried").element("h2", words.say("untried")).open("ul", "class", "untried");
        for (Coverage.RuleCoverage rule : rules) {
            html.open("li").link("#" + BookRules.anchor(rule.rule()), rule.rule().sentence(words.locale()));
            told(rule);
            html.close();
        }
        html.close().close();
    }

    private void told(Coverage.RuleCoverage rule) {
        String sign = ": ";
        if (!rule.isTriedBothWays()) {
            html.text(sign + words.label("coverage." + (rule.fired() == 0 ? "never-fires" : "never-silent")));
            sign = "; ";
        }
        for (Coverage.Condition condition : rule.conditions()) {
            if (!condition.isTriedBothWays()) {
                html.text(sign).element("code", condition.text()).text(" " + outcome(condition));
                sign = "; ";
            }
        }
    }

    private String outcome(Coverage.Condition condition) {
        return condition.isTriedBothWays() ? words.say("both-ways") : words.label("coverage." + CoverageText.outcome(condition));
    }
}
