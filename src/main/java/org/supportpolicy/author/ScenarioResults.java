package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.verify.Scenario;

/** Says how scenarios turn out. */
final class ScenarioResults {

    private ScenarioResults() {}

    /** Those of a file, a row of a table being one. */
    static List<Hint> of(WorkingCopy copy, Lines lines, List<Scenario> scenarios, Locale locale) {
        List<Hint> hints = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            int start = lines.offset(scenario.line(), 1);
            int end = lines.offset(scenario.line(), Integer.MAX_VALUE);
            hints.add(hint(copy.policy().orElseThrow(), scenario, lines.place(start, end), locale));
        }
        return hints;
    }

    private static Hint hint(SupportPolicy policy, Scenario scenario, Place place, Locale locale) {
        try {
            List<Problem.Said> instead = scenario.decidedInstead(policy);
            return instead.isEmpty() ? new Hint(place, true, Problem.of("editing.holds").said().in(locale), "")
                    : new Hint(place, false, instead.stream().map(said -> said.in(locale)).collect(Collectors.joining("; ")),
                            scenario.failure(policy, locale).orElse(""));
        } catch (PolicyException e) {
            return new Hint(place, false, Problem.of("editing.undecided").said().in(locale), e.message(locale));
        }
    }
}
