package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;

/** What is said of a change: of lists what goes and what comes, and everything in the language that is asked for. */
class DiffTextTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Map<String, Object> REOPEN = Map.of("action", "REOPEN", "party", "CUSTOMER", "modality", "MAY");
    private static final Map<String, Object> CLOSE = Map.of("action", "CLOSE_PERMANENTLY", "party", "SUPPORT", "modality", "WILL");

    @Test
    void ofAListItIsSaidWhatGoesAndWhatComes() {
        assertThat(said(List.of(REOPEN), List.of(REOPEN, CLOSE))).isEqualTo("+ SUPPORT WILL CLOSE_PERMANENTLY");
        assertThat(said(List.of(REOPEN, CLOSE), List.of(CLOSE))).isEqualTo("- CUSTOMER MAY REOPEN");
        assertThat(said(List.of(1, 2, 2), List.of(2, 3))).isEqualTo("- 1, - 2, + 3");
        assertThat(said(List.of(), List.of("a"))).isEqualTo("+ a");
    }

    @Test
    void whatIsNoListOnBothSidesIsSaidInFull() {
        assertThat(said(List.of(1, 2), null)).isEqualTo("[1, 2] -> absent");
        assertThat(said("RESOLVED", "CLOSED")).isEqualTo("RESOLVED -> CLOSED");
        assertThat(said(List.of(1, 2), List.of(2, 1))).isEqualTo("[1, 2] -> [2, 1]");
        PolicyDiff.Difference none = new PolicyDiff.Difference("urgency.possible", null, List.of(1));
        assertThat(none.added()).isEmpty();
        assertThat(none.removed()).isEmpty();
    }

    @Test
    void aChangeIsSaidInBothLanguages() {
        FactSet facts = FactSet.builder(Instant.parse("2025-03-09T23:00:00Z")).build();
        Optional<Instant> from = Optional.of(Instant.parse("2025-03-09T23:00:00Z"));
        PolicyDiff.Change change = new PolicyDiff.Change(List.of("closure.reopen"), List.of("lifecycle.state", "needs"), 1_234, facts,
                Arrays.asList(new PolicyDiff.Difference("lifecycle.state", null, "CLOSED"), new PolicyDiff.Difference("needs", List.of("intake"), List.of())),
                from, Optional.of(Instant.parse("2025-03-11T23:00:00Z")));
        PolicyDiff.Change open = new PolicyDiff.Change(List.of(), List.of("because"), 1, facts, List.of(), from, Optional.empty());
        assertThat(explained(Locale.ENGLISH, 2, change, open)).isEqualTo("""
                closure.reopen: lifecycle.state, needs (1,234 fact sets)
                    from 2025-03-10T00:00+01:00 until 2025-03-12T00:00+01:00
                    lifecycle.state: absent -> CLOSED
                    needs: - intake
                    for {"asOf":"2025-03-09T23:00:00Z"}

                : because (1 fact set)
                    from 2025-03-10T00:00+01:00
                    for {"asOf":"2025-03-09T23:00:00Z"}

                9,000 fact sets tried, 1,235 decided differently, in 2 ways; 0 edits. Neither policy can decide 2.""");
        assertThat(explained(DUTCH, 0, change, open)).isEqualTo("""
                closure.reopen: lifecycle.state, needs (1.234 feitensets)
                    van 2025-03-10T00:00+01:00 tot 2025-03-12T00:00+01:00
                    lifecycle.state: ontbreekt -> CLOSED
                    needs: - intake
                    voor {"asOf":"2025-03-09T23:00:00Z"}

                : because (1 feitenset)
                    vanaf 2025-03-10T00:00+01:00
                    voor {"asOf":"2025-03-09T23:00:00Z"}

                9.000 feitensets beproefd, 1.235 anders beslist, op 2 manieren; 0 wijzigingen.""");
    }

    private static String said(Object before, Object after) {
        FactSet facts = FactSet.builder(Instant.EPOCH).build();
        String text = explained(Locale.ENGLISH, 0, new PolicyDiff.Change(List.of(), List.of("x"), 1, facts, List.of(new PolicyDiff.Difference("x", before, after)),
                Optional.empty(), Optional.empty()));
        return text.lines().filter(line -> line.startsWith("    x: ")).findFirst().orElseThrow().substring(7);
    }

    private static String explained(Locale locale, int undecided, PolicyDiff.Change... changes) {
        SupportPolicy policy = SupportPolicy.standard();
        return PolicyDiff.between(policy, policy).explain(new PolicyDiff.Report(9_000, undecided, Map.of(), List.of(changes)), locale);
    }
}
