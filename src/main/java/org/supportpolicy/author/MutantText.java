package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.supportpolicy.internal.words.ReportWords;
import org.supportpolicy.json.FactSetWriter;

/** Says in words which small mistakes no scenario notices. */
final class MutantText {

    private static final String STEP = "    ";

    private MutantText() {}

    static String of(MutantReport report, Locale locale) {
        ReportWords words = ReportWords.of(locale);
        FactSetWriter writer = new FactSetWriter();
        List<String> lines = new ArrayList<>();
        int harmless = 0;
        for (MutantReport.Survivor survivor : report.survivors()) {
            harmless += survivor.witness().isEmpty() ? 1 : 0;
            lines.add(ReportWords.place(survivor.file(), survivor.line()) + "  " + survivor.said().in(locale));
            lines.add(STEP + survivor.witness().map(witness -> words.label("mutants.unnoticed", writer.write(witness)))
                    .orElseGet(() -> words.label("mutants.no-matter")));
        }
        lines.add(words.label("mutants.sum", words.number(report.mutants()), words.number(report.refused()),
                words.percentage(report.noticed()), words.number(report.survivors().size()), words.number(harmless)));
        return String.join("\n", lines);
    }
}
