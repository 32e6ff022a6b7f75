package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.supportpolicy.Rule;
import org.supportpolicy.internal.words.ReportWords;
import org.supportpolicy.json.FactSetWriter;

/** Says in words where a policy has gaps and conflicts. */
final class GapText {

    private static final String STEP = "    ";

    private final ReportWords words;
    private final Locale locale;
    private final FactSetWriter writer = new FactSetWriter();
    private final List<String> lines = new ArrayList<>();

    private GapText(Locale locale) {
        this.words = ReportWords.of(locale);
        this.locale = locale;
    }

    static String of(GapReport report, Locale locale) {
        GapText text = new GapText(locale);
        report.findings().forEach(text::found);
        report.silent().forEach(rule -> text.lines.add(text.words.label("gaps.silent", text.said(rule))));
        report.combinations().forEach((section, count) -> text.lines.add(
                text.words.label("gaps.combinations", text.words.column(count), text.words.section(section))));
        int decided = report.combinations().values().stream().mapToInt(Integer::intValue).sum();
        text.lines.add(text.words.label("gaps.decided", text.words.column(decided), report.isClean() ? text.words.label("gaps.clean") : "")
                .stripTrailing());
        return String.join("\n", text.lines);
    }

    private void found(GapReport.Found found) {
        lines.add(words.label("gaps." + found.kind(), found.said().in(locale), words.counted("count.combination", found.count()),
                words.section(found.section())));
        found.rules().forEach(rule -> lines.add(STEP + said(rule)));
        lines.add(STEP + words.label("report.for", writer.write(found.witness())));
    }

    /** The sentence of a rule, and where it stands. */
    private String said(Rule rule) {
        return rule.sentence(locale) + "  [" + ReportWords.place(rule.file(), rule.line()) + "]";
    }
}
