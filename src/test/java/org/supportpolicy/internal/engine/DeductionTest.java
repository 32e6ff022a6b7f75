package org.supportpolicy.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.fact.MissingUpdate;
import org.supportpolicy.finding.Guarantee;

/** What rules of anyone's make of facts of anyone's: one rule does not trip over another's conditions, and no rule works without end. */
class DeductionTest {

    private static final String HEAD = """
            package org.supportpolicy.rules.closure;

            import org.supportpolicy.fact.Cause;
            import org.supportpolicy.fact.MissingUpdate;
            import org.supportpolicy.finding.Guarantee;
            import org.supportpolicy.finding.Irregularity;
            import static org.supportpolicy.rules.Conclude.conclude;
            import static org.supportpolicy.rules.Periods.yearsAfter;
            """;
    private static final FactSet NOTHING = FactSet.builder(Instant.EPOCH).build();

    @TempDir
    private Path directory;

    @Test
    void aClauseAloneIsNotFailedByTheConditionsOfAnother() throws IOException {
        SupportPolicy policy = load(rule("A", "closure.permanent", "Guarantee( through < yearsAfter( 100, since ) )"), rule("B", "closure.reopen", "Guarantee( )"));
        List<Guarantee> endOfTime = List.of(new Guarantee(LocalDate.MAX, LocalDate.MAX));
        assertThat(policy.decide(NOTHING, endOfTime, "closure.reopen").reasons()).extracting(reason -> reason.rule().name()).containsExactly("B");
        assertThatThrownBy(() -> policy.decide(NOTHING, endOfTime, "closure.permanent")).isInstanceOf(PolicyException.class).hasMessageContaining("The rule (A) failed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Irregularity.CLOSED_TOO_EARLY | MissingUpdate() MissingUpdate()
            Irregularity.CLOSED_TOO_EARLY | MissingUpdate() ( MissingUpdate() or Cause() )
            new Guarantee( $a, $b )       | MissingUpdate( availableOn != null, $a : availableOn ) MissingUpdate( problemAroseOn != null, $b : problemAroseOn )
            Irregularity.CLOSED_TOO_EARLY | Cause() Cause() Cause() MissingUpdate( applied == true )
            Irregularity.CLOSED_TOO_EARLY | Cause() not ( Cause() and Cause() and MissingUpdate( applied == true ) )
            """)
    void rulesThatLookAtManyCausesSideBySideComeToAnEnd(String finding, String conditions) throws IOException {
        SupportPolicy policy = load(rule("A", "closure.permanent", conditions).replace("Irregularity.CLOSED_TOO_EARLY", finding));
        assertThatThrownBy(() -> policy.decide(causes(Limits.CAUSES))).isInstanceOf(PolicyException.class).hasMessageContaining("SP-R091").message().hasSizeLessThan(1_000);
    }

    /** As many conclusions as there may be, alike or each another, and one cause more: how many are compared is bounded, and what is told of them. */
    @Test
    void noMoreConclusionsAreComparedThanRulesMayDraw() throws IOException {
        String pairs = "MissingUpdate( availableOn != null, $a : availableOn ) MissingUpdate( problemAroseOn != null, $b : problemAroseOn )";
        SupportPolicy alike = load(rule("A", "closure.permanent", pairs));
        SupportPolicy others = load(rule("A", "closure.permanent", pairs).replace("Irregularity.CLOSED_TOO_EARLY", "new Guarantee( $a, $b )"));
        assertThat(alike.decide(causes(100)).reasons()).hasSize(10_000);
        assertThatThrownBy(() -> others.decide(causes(100))).isInstanceOf(PolicyException.class).hasMessageContaining("SP-R092").message().hasSizeLessThan(20_000);
        for (SupportPolicy policy : List.of(alike, others)) {
            assertThatThrownBy(() -> policy.decide(causes(101))).isInstanceOf(PolicyException.class)
                    .hasMessageContaining("SP-R091").hasMessageContaining("10000").message().hasSizeLessThan(1_000);
        }
    }

    private static FactSet causes(int count) {
        return FactSet.builder(Instant.parse("2026-01-01T00:00:00Z")).with(IntStream.range(0, count).mapToObj(i -> MissingUpdate.builder()
                .availableOn(LocalDate.of(2020, 1, 1).plusDays(i)).problemAroseOn(LocalDate.of(2022, 1, 1).plusDays(i)).build()).toArray(Fact[]::new)).build();
    }

    private static String rule(String name, String clause, String conditions) {
        return "rule \"" + name + "\" @clause(\"" + clause + "\") @nl(\"" + name + " nl\") when " + conditions
                + " then conclude( kcontext, Irregularity.CLOSED_TOO_EARLY ); end\n";
    }

    private SupportPolicy load(String... rules) throws IOException {
        Files.writeString(directory.resolve("closure.drl"), HEAD + String.join("", rules));
        return SupportPolicy.loadPart(directory);
    }
}
