package org.supportpolicy.author;

import java.util.List;
import org.supportpolicy.Clause;
import org.supportpolicy.PolicySection;
import org.supportpolicy.Problem;
import org.supportpolicy.Reading;
import org.supportpolicy.internal.words.Speech;

/** Writes what stands at the front of a policy book: which policy it is, how it stands, and what is in the book. */
record BookFront(BookContents contents, BookWords words, Html html) {

    /** Which policy it is and how it stands. */
    void summary() {
        html.open("table", "class", "summary").open("tbody");
        String edition = contents.draft().edition();
        row("edition", edition.isEmpty() ? words.say("edition.none") : edition);
        row("in-force", edition.isEmpty() ? words.say("edition.none") : contents.draft().inForceFrom()
                .map(day -> words.say("in-force.from", Speech.of(words.locale()).day(day))).orElseGet(() -> words.say("in-force.always")));
        row("fingerprint", contents.draft().fingerprint());
        List<Clause> clauses = contents.draft().clauses();
        int automated = (int) clauses.stream().filter(contents::isAutomated).count();
        int marked = (int) clauses.stream().filter(clause -> !contents.isAutomated(clause) && clause.notAutomated() != null).count();
        row("clauses", words.say("clauses.sum", words.number(clauses.size()), words.number(automated), words.number(marked)));
        row("rules", words.number(contents.rules().values().stream().mapToInt(List::size).sum()));
        List<Reading> readings = contents.draft().readings();
        row("readings", words.say("readings.sum", words.number(readings.size()),
                words.number((int) readings.stream().filter(Reading::contested).count())));
        row("scenarios", contents.report().map(results -> words.say("scenarios.sum", words.number(results.asExpected()),
                words.number(results.results().size()))).orElseGet(() -> words.say("scenarios.not-run")));
        row("coverage", contents.coverage().map(words::coverage).orElseGet(() -> words.say("coverage.not-counted")));
        row("problems", sum(contents.problems()));
        html.close().close();
    }

    private void row(String key, String value) {
        html.open("tr").element("th", words.say(key), "scope", "row").element("td", value).close();
    }

    private String sum(List<Problem> problems) {
        int warnings = (int) problems.stream().filter(Problem::isWarning).count();
        int mistakes = problems.size() - warnings;
        return problems.isEmpty() ? words.say("problems.none") : mistakes == 0 ? words.count("warnings", warnings)
                : words.count("mistakes", mistakes) + (warnings == 0 ? "" : ", " + words.count("warnings", warnings));
    }

    /** That it is no policy, where that is so. */
    void notice() {
        if (contents.policy().isEmpty()) {
            html.element("p", words.say("unsound"), "class", "warning");
        }
    }

    /** What is wrong with it and what is not as expected, if anything is. */
    void problems() {
        if (isTroubled()) {
            BookFindings findings = new BookFindings(contents, words, html);
            html.open("section", "id", "problems").element("h2", words.say("problems"));
            findings.problems(contents.problems(), true);
            contents.report().ifPresent(findings::failures);
            html.close();
        }
    }

    private boolean isTroubled() {
        return !contents.problems().isEmpty()
                || contents.report().stream().anyMatch(report -> report.asExpected() < report.results().size());
    }

    /** The sections, each with how it stands, and what follows them. */
    void table() {
        html.open("nav", "aria-labelledby", "contents").element("h2", words.say("contents"), "id", "contents");
        html.open("table", "class", "contents").open("thead").open("tr");
        for (String head : List.of("section", "automated", "scenarios", "problems.head")) {
            html.element("th", words.say(head), "scope", "col");
        }
        html.close().close().open("tbody");
        contents.sections().forEach(this::row);
        html.close().close().open("ul");
        if (isTroubled()) {
            entry("problems");
        }
        if (contents.coverage().stream().flatMap(all -> all.rules().stream()).anyMatch(rule -> !BookCoverage.isTried(rule))) {
            entry("untried");
        }
        entry("readings");
        entry("glossary");
        html.close().close();
    }

    private void entry(String part) {
        html.open("li").link("#" + part, words.say(part)).close();
    }

    private void row(PolicySection section, List<Clause> clauses) {
        html.open("tr").open("th", "scope", "row").link("#" + BookClauses.anchor(section), section.title(words.locale())).close();
        cell(of((int) clauses.stream().filter(contents::isAutomated).count(), clauses.size()));
        List<ScenarioReport.Result> results = clauses.stream().flatMap(clause -> contents.results(clause).stream()).distinct().toList();
        int passed = (int) results.stream().filter(ScenarioReport.Result::isAsExpected).count();
        cell(contents.report().isEmpty() ? "–" : of(passed, results.size()));
        cell(words.number(clauses.stream().mapToInt(clause -> contents.troubles(clause).size()).sum()));
        html.close();
    }

    private String of(int some, int all) {
        return words.say("of", words.number(some), words.number(all));
    }

    private void cell(String value) {
        html.element("td", value);
    }
}
