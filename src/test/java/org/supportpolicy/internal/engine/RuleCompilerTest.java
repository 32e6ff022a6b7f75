package org.supportpolicy.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.bench.TicketMix;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.MissingUpdate;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Guarantee;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.PolicyChecker;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;

/** When rules become code, and what they refuse then. That they conclude the same is for {@link DroolsAgreesTest}. */
class RuleCompilerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void rulesThatHaveDecidedOftenAreCompiledAndSayTheSame() throws InterruptedException {
        RuleEngine engine = standard();
        List<FactSet> tickets = TicketMix.standard(400).toList();
        List<List<Conclusion>> before = tickets.stream().map(engine::conclude).toList();
        assertThat(engine.code()).isNull();
        for (int i = 0; i < 4_096; i++) {
            engine.conclude(tickets.get(i % tickets.size()));
        }
        assertThatCodeIsMade(engine);
        assertThat(tickets.stream().map(engine::conclude).toList()).isEqualTo(before);
    }

    @Test
    void whoeverDecidesMeanwhileIsNotDisturbed() throws InterruptedException {
        RuleEngine engine = standard();
        List<FactSet> tickets = TicketMix.standard(100).toList();
        List<List<Conclusion>> alone = tickets.stream().map(standard()::conclude).toList();
        List<Integer> wrong = IntStream.range(0, 12_000).parallel().filter(i -> !engine.conclude(tickets.get(i % 100)).equals(alone.get(i % 100)))
                .boxed().toList();
        assertThatCodeIsMade(engine);
        assertThat(wrong).isEmpty();
    }

    private static void assertThatCodeIsMade(RuleEngine engine) throws InterruptedException {
        for (int i = 0; i < 3_000 && engine.code() == null; i++) {
            Thread.sleep(20);
        }
        assertThat(engine.code()).isNotNull();
    }

    /** Those who look on while rules are tried have them tried by the plan, which they are part of. */
    @Test
    void rulesThatAreLookedAtWhileTheyAreTriedAreNot() {
        RuleEngine watched = standard().by(new Evaluation());
        List<FactSet> tickets = TicketMix.standard(100).toList();
        IntStream.range(0, 4_200).forEach(i -> watched.conclude(tickets.get(i % 100), new Object()));
        assertThat(watched.code()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Cause() Cause() Cause() MissingUpdate( applied == true )",
        "Cause() not ( Cause() and Cause() and MissingUpdate( applied == true ) )",
        "MissingUpdate() MissingUpdate()",
    })
    void whatThePlanRefusesTheCodeRefusesInTheSameWords(String conditions) {
        refusesAlike(causes(250), List.of(), rule("A", conditions, "Irregularity.CLOSED_TOO_EARLY"));
    }

    @Test
    void theRuleIsNamedThatFails() {
        String message = refusesAlike(FactSet.builder(NOW).build(), List.of(new Guarantee(LocalDate.MAX, LocalDate.MAX)),
                rule("A", "Guarantee()", "Irregularity.CLOSED_TOO_EARLY"),
                rule("B", "Guarantee( through < yearsAfter( 100, since ) )", "Irregularity.CLOSED_TOO_EARLY"));
        assertThat(message).contains("The rule (B) failed");
    }

    private static String refusesAlike(FactSet facts, Collection<? extends Finding> findings, String... rules) {
        RuleEngine plain = engine(rules);
        RuleEngine compiled = engine(rules);
        compiled.compile();
        assertThat(compiled.code()).isNotNull();
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> plain.conclude(facts, findings, null));
        assertThat(catchThrowableOfType(PolicyException.class, () -> compiled.conclude(facts, findings, null))).hasMessage(refused.getMessage());
        return refused.getMessage();
    }

    @Test
    void rulesThatAreMoreThanAClassCanHoldStayWithTheirPlan() {
        RuleEngine engine = engine(IntStream.range(0, 150).mapToObj(i -> rule("R" + i, "Ticket( number in ( " + IntStream.range(0, 50)
                .mapToObj(k -> "\"T-" + i + "-" + k + "\"").collect(Collectors.joining(", ")) + " ) )", "Irregularity.CLOSED_TOO_EARLY")).toArray(String[]::new));
        engine.compile();
        assertThat(engine.code()).isNull();
        assertThat(engine.conclude(ticket("T-7-49"))).extracting(Conclusion::number).containsExactly(7);
        assertThat(engine.conclude(ticket("T-7-50"))).isEmpty();
    }

    private static FactSet ticket(String number) {
        return FactSet.builder(NOW).with(Ticket.builder().number(number).build()).build();
    }

    private static FactSet causes(int count) {
        return FactSet.builder(NOW).with(IntStream.range(0, count)
                .mapToObj(i -> MissingUpdate.builder().availableOn(LocalDate.of(2020, 1, 1).plusDays(i)).build()).toArray(Fact[]::new)).build();
    }

    private static RuleEngine standard() {
        return new RuleEngine(PolicyChecker.understood(Draft.read(PolicyFiles.standard())));
    }

    private static RuleEngine engine(String... rules) {
        RuleFile file = new RuleFile("some.drl", """
                package org.supportpolicy.rules.closure;

                import org.supportpolicy.fact.Cause;
                import org.supportpolicy.fact.MissingUpdate;
                import org.supportpolicy.fact.Ticket;
                import org.supportpolicy.finding.Guarantee;
                import org.supportpolicy.finding.Irregularity;
                import static org.supportpolicy.rules.Conclude.conclude;
                import static org.supportpolicy.rules.Periods.yearsAfter;

                """ + String.join("\n", rules));
        Draft draft = Draft.read(PolicyFiles.standard().with(List.of(file)));
        List<CheckedRule> checked = PolicyChecker.check(draft, false);
        assertThat(draft.problems()).allMatch(Problem::isWarning);
        return new RuleEngine(checked);
    }

    private static String rule(String name, String conditions, String finding) {
        return "rule \"" + name + "\"\n    @clause(\"closure.reopen\")\n    @nl(\"Regel " + name + "\")\nwhen\n    " + conditions
                + "\nthen\n    conclude( kcontext, " + finding + " );\nend\n";
    }
}
