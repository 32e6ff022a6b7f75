package org.supportpolicy.author;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.supportpolicy.Clause;
import org.supportpolicy.internal.words.ReportWords;

/** Coverage as one HTML page that needs nothing beside it: no script, no font, no network. */
public final class CoveragePage {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #d0d7de; --quiet: #57606a; --bad: #b42318; --good: #1a7f37; --back: #f6f8fa; }
            @media (prefers-color-scheme: dark) { :root { --line: #30363d; --quiet: #9aa4af; --bad: #ff8a80; --good: #57c96b;
                --back: #161b22; } }
            * { box-sizing: border-box; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 64rem; padding: 1rem; overflow-wrap: anywhere; }
            h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
            .sum { color: var(--quiet); }
            details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; padding: .25rem .75rem; }
            summary { cursor: pointer; padding: .25rem 0; }
            code { font: .875rem/1.4 ui-monospace, monospace; }
            ul { list-style: none; margin: .25rem 0 .75rem; padding: 0; }
            li { padding: .125rem 0 .125rem 1.25rem; border-left: 3px solid var(--line); margin: .125rem 0; }
            li.bad { border-color: var(--bad); background: var(--back); } li.good { border-color: var(--good); }
            .bad b { color: var(--bad); } .good b { color: var(--good); } .rule { margin: .75rem 0 .25rem; font-weight: 600; }
            .place { color: var(--quiet); font-weight: 400; }
            """;

    private final StringBuilder page = new StringBuilder();
    private final ReportWords words;
    private final Locale locale;

    private CoveragePage(Locale locale) {
        this.words = ReportWords.of(locale);
        this.locale = locale;
    }

    /**
     * Writes the page in English.
     *
     * @param coverage what was counted
     * @param clauses the clauses of the policy, in their order
     */
    public static String html(Coverage coverage, List<Clause> clauses) {
        return html(coverage, clauses, Locale.ENGLISH);
    }

    /**
     * Writes the page.
     *
     * @param coverage what was counted
     * @param clauses the clauses of the policy, in their order
     * @param locale Dutch for a Dutch locale, English for any other
     */
    public static String html(Coverage coverage, List<Clause> clauses, Locale locale) {
        Objects.requireNonNull(coverage, "The coverage must be given.");
        Objects.requireNonNull(clauses, "The clauses must be given.");
        clauses.forEach(clause -> Objects.requireNonNull(clause, "The clause must be given."));
        return new CoveragePage(Objects.requireNonNull(locale, "The locale must be given.")).write(coverage, clauses);
    }

    private String write(Coverage coverage, List<Clause> clauses) {
        Map<String, List<Coverage.RuleCoverage>> byClause = coverage.rules().stream()
                .collect(Collectors.groupingBy(each -> each.rule().clause()));
        String title = escaped(words.label("coverage.page.title"));
        page.append("<!DOCTYPE html>\n<html lang=\"").append(locale.getLanguage().equals("nl") ? "nl" : "en")
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n")
                .append("<title>").append(title).append("</title>\n<style>\n").append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>").append(title).append("</h1>\n<p class=\"sum\">")
                .append(escaped(words.label("coverage.page.sum", words.counted("count.scenario", coverage.scenarios()),
                        words.number(coverage.rulesTried()), words.number(coverage.rules().size()),
                        words.number(coverage.conditionsTried()), words.number(coverage.conditions()))))
                .append("</p>\n");
        String section = "";
        for (Clause clause : clauses) {
            List<Coverage.RuleCoverage> rules = byClause.getOrDefault(clause.id(), List.of());
            if (!rules.isEmpty()) {
                if (!clause.section().equals(section)) {
                    section = clause.section();
                    page.append("<h2>").append(escaped(section)).append("</h2>\n");
                }
                clause(clause, rules);
            }
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private void clause(Clause clause, List<Coverage.RuleCoverage> rules) {
        long conditions = rules.stream().mapToLong(rule -> rule.conditions().size()).sum();
        long tried = rules.stream().flatMap(rule -> rule.conditions().stream()).filter(Coverage.Condition::isTriedBothWays).count();
        boolean good = tried == conditions && rules.stream().allMatch(Coverage.RuleCoverage::isTriedBothWays);
        page.append("<details").append(good ? "" : " open").append("><summary class=\"").append(good ? "good" : "bad").append("\"><b>")
                .append(tried).append('/').append(conditions)
                .append("</b> <code>").append(escaped(clause.id())).append("</code></summary>\n");
        for (Coverage.RuleCoverage rule : rules) {
            page.append("<p class=\"rule\">").append(escaped(rule.rule().sentence(locale))).append(" <span class=\"place\">")
                    .append(escaped(words.label("coverage.page.rule", rule.fired(), rule.silent()))).append("</span></p>\n<ul>\n");
            for (Coverage.Condition condition : rule.conditions()) {
                page.append("<li class=\"").append(condition.isTriedBothWays() ? "good" : "bad").append("\"><code>")
                        .append(escaped(condition.text())).append("</code> <b>")
                        .append(escaped(outcome(condition))).append("</b></li>\n");
            }
            page.append("</ul>\n");
        }
        page.append("</details>\n");
    }

    /** What became of a condition, in words. */
    private String outcome(Coverage.Condition condition) {
        return words.label("coverage.page." + (condition.isTriedBothWays() ? "both-ways" : CoverageText.outcome(condition)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
