package org.supportpolicy.author;

import java.util.List;
import java.util.stream.Collectors;
import org.supportpolicy.Reading;
import org.supportpolicy.Rule;

/** Writes rules into a policy book: their sentences, the readings they rest on, what scenarios try of them, and how they are written. */
record BookRules(BookContents contents, BookWords words, Html html) {

    /** The rules of a clause, or those that cite none. */
    void write(List<Rule> rules, boolean areLinked) {
        html.open("ol", "class", "rules");
        for (Rule rule : rules) {
            if (areLinked) {
                html.open("li", "id", anchor(rule));
            } else {
                html.open("li");
            }
            write(rule);
            html.close();
        }
        html.close();
    }

    /** Where a rule stands in the book. */
    static String anchor(Rule rule) {
        return "rule-" + rule.id();
    }

    private void write(Rule rule) {
        words.sentence(html, rule);
        html.open("p", "class", "quiet").element("code", rule.id());
        if (!rule.readings().isEmpty()) {
            html.text(" · " + words.say("rests-on") + " ");
            new BookReadings(contents, words, html).links(rule.readings().stream().map(Reading::id).toList());
        }
        html.close();
        contents.coverage(rule).ifPresent(this::coverage);
        html.open("details", "class", "written").element("summary", words.say("written", words.place(rule.file(), rule.line())));
        html.element("pre", pre -> pre.element("code", rule.text())).close();
    }

    /** What scenarios try of a rule, open when that is not all. */
    void coverage(Coverage.RuleCoverage tried) {
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
            html.open("li").link("#" + anchor(rule.rule()), rule.rule().sentence(words.locale())).text(": " + told(rule));
            html.close();
        }
        html.close().close();
    }

    private String told(Coverage.RuleCoverage rule) {
        String fired = rule.isTriedBothWays() ? "" : words.say(rule.fired() == 0 ? "never-fires" : "never-silent");
        String conditions = rule.conditions().stream().filter(condition -> !condition.isTriedBothWays())
                .map(condition -> words.say("condition", condition.text(), outcome(condition))).collect(Collectors.joining("; "));
        return fired + (fired.isEmpty() || conditions.isEmpty() ? "" : "; ") + conditions;
    }

    private String outcome(Coverage.Condition condition) {
        return words.say(condition.isTriedBothWays() ? "both-ways" : condition.held() ? "never-fails" : condition.failed() ? "never-holds"
                : "never-tried");
    }
}
