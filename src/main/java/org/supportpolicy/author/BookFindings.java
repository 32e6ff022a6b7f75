package org.supportpolicy.author;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.supportpolicy.Problem;
import org.supportpolicy.verify.Scenario;

/** Writes into a policy book what is wrong with a policy, and how its scenarios come out. */
record BookFindings(BookContents contents, BookWords words, Html html) {

    /**
     * What is wrong.
     *
     * @param isSummary whether each is linked with the clause where it stands and its line is shown, instead of saying all here
     */
    void problems(List<Problem> problems, boolean isSummary) {
        if (problems.isEmpty()) {
            return;
        }
        html.open("ul", "class", "problems");
        for (Problem problem : problems) {
            html.open("li", "class", problem.isWarning() ? "warning" : "bad").open("p")
                    .element("strong", words.say(problem.isWarning() ? "warning" : "mistake") + " " + problem.code());
            if (problem.source() != null) {
                html.text(" · " + words.place(problem.source(), problem.line()));
            }
            Optional<String> clause = contents.draft().clauseOf(problem).filter(id -> isSummary && isClause(id));
            clause.ifPresent(id -> html.text(" · ").link("#" + BookClauses.anchor(id), id));
            html.close().element("p", problem.said().in(words.locale()));
            if (problem.maybe() != null) {
                html.element("p", problem.maybe().in(words.locale()));
            }
            if (problem.text() != null && clause.isEmpty()) {
                html.element("pre", pre -> pre.element("code", Objects.requireNonNull(problem.text()).strip()));
            }
            html.close();
        }
        html.close();
    }

    private boolean isClause(String id) {
        return contents.draft().clauses().stream().anyMatch(clause -> clause.id().equals(id));
    }

    /** Which scenarios are not as expected, each table once, with the clauses that say more. */
    void failures(ScenarioReport report) {
        List<ScenarioReport.Result> failed = report.results().stream().filter(result -> !result.isAsExpected()).toList();
        if (!failed.isEmpty()) {
            html.element("p", words.count("failed", failed.size(), words.number(report.results().size())), "class", "count").open("ul");
            bySentence(failed).forEach(rows -> {
                item(rows);
                contents.clauses(rows).stream().filter(this::isClause)
                        .forEach(id -> html.text(" ").link("#" + BookClauses.anchor(id), id));
                html.close();
            });
            html.close();
        }
    }

    private static Collection<List<ScenarioReport.Result>> bySentence(List<ScenarioReport.Result> results) {
        return results.stream().collect(Collectors.groupingBy(result -> result.scenario().sentence(), LinkedHashMap::new,
                Collectors.toList())).values();
    }

    /** Opens an item for a scenario, or for the rows of a table. */
    private void item(List<ScenarioReport.Result> rows) {
        Scenario first = rows.get(0).scenario();
        html.open("li").text(first.sentence() + " ").element("span", words.place(first.file().toString(), first.line())
                + (rows.size() == 1 ? "" : " · " + words.count("rows", rows.size())), "class", "quiet");
    }

    /** How scenarios come out, those that are not as expected first and in full. */
    void results(List<ScenarioReport.Result> results) {
        if (results.isEmpty()) {
            return;
        }
        List<ScenarioReport.Result> failed = results.stream().filter(result -> !result.isAsExpected()).toList();
        if (!failed.isEmpty()) {
            html.element("p", words.count("failed", failed.size(), words.number(results.size())), "class", "count");
            html.open("ul", "class", "failed");
            for (ScenarioReport.Result result : failed) {
                Scenario scenario = result.scenario();
                html.open("li", "class", "bad").text(scenario.title() + " ")
                        .element("span", words.place(scenario.file().toString(), scenario.line()), "class", "quiet");
                html.element("p", words.say(result.decided() ? "not-as-expected" : "undecided"));
                html.element("pre", result.failure().in(words.locale())).close();
            }
            html.close();
        }
        List<ScenarioReport.Result> passed = results.stream().filter(ScenarioReport.Result::isAsExpected).toList();
        if (!passed.isEmpty()) {
            html.open("details", "class", "scenarios").element("summary", words.count("passed", passed.size())).open("ul");
            bySentence(passed).forEach(rows -> {
                item(rows);
                html.close();
            });
            html.close().close();
        }
    }
}
