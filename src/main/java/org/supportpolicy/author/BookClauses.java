package org.supportpolicy.author;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Clause;
import org.supportpolicy.PolicySection;
import org.supportpolicy.Rule;

/** Writes the clauses into a policy book, section by section. */
record BookClauses(BookContents contents, BookWords words, Html html, BookRules rules, BookFindings findings) {

    BookClauses(BookContents contents, BookWords words, Html html) {
        this(contents, words, html, new BookRules(contents, words, html), new BookFindings(contents, words, html));
    }

    void write() {
        contents.sections().forEach(this::write);
        List<Rule> stray = contents.strayRules();
        if (!stray.isEmpty()) {
            html.open("section", "id", "stray-rules").element("h2", words.say("stray-rules"));
            rules.write(stray, false);
            html.close();
        }
        if (!contents.strayResults().isEmpty()) {
            html.open("section", "id", "stray-results").element("h2", words.say("stray-results"));
            findings.results(contents.strayResults());
            html.close();
        }
    }

    private void write(PolicySection section, List<Clause> clauses) {
        html.open("section", "id", anchor(section)).element("h2", section.title(words.locale()));
        clauses.forEach(this::write);
        html.close();
    }

    /** Where a section stands in the book. */
    static String anchor(PolicySection section) {
        return "section-" + section.id();
    }

    /** Where a clause stands in the book. */
    static String anchor(String clause) {
        return "clause-" + clause;
    }

    private void write(Clause clause) {
        html.open("article", "class", "clause", "id", anchor(clause.id()));
        html.element("h3", heading -> heading.element("code", clause.id()));
        html.open("p", "class", "binds").element("strong", clause.modality()).text(" " + words.binds(clause)).close();
        words.pair(html, (column, language) -> text(column, language, clause));
        findings.problems(contents.troubles(clause), false);
        List<Rule> carriers = contents.rules(clause);
        if (!carriers.isEmpty()) {
            html.element("h4", words.count("rules-of", carriers.size()));
            rules.write(carriers, true);
        } else if (clause.notAutomated() == null) {
            html.element("p", words.say("no-rules"), "class", "warning");
        }
        findings.results(contents.results(clause));
        html.close();
    }

    private void text(Html column, Locale language, Clause clause) {
        column.open("p").prose(clause.text(language)).close();
        for (Clause.ReadAs added : clause.readAs()) {
            column.open("p", "class", "read-as").element("strong", words.say(language, "read-as")).text(" ")
                    .prose(added.text(language)).text(" (");
            new BookReadings(contents, words, column).links(List.of(added.reading()));
            column.text(")").close();
        }
        @Nullable String why = language.getLanguage().equals("nl") ? clause.notAutomatedDutch() : clause.notAutomated();
        if (why != null) {
            column.open("p", "class", "read-as").element("strong", words.say(language, "not-automated")).text(" ").prose(why).close();
        }
    }
}
