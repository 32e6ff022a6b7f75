package org.supportpolicy.author;

import java.util.List;
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
        contents.coverage(rule).ifPresent(new BookCoverage(words, html)::write);
        html.open("details", "class", "written").element("summary", words.say("written", words.place(rule.file(), rule.line())));
        html.element("pre", pre -> pre.element("code", rule.text())).close();
    }
}
