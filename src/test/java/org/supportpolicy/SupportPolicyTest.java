package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.fact.By;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Mishap;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.ReopeningWindow;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;
import org.supportpolicy.model.RandomFactSets;

/** The facade: what a host relies on, whatever the rules say. */
class SupportPolicyTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final List<FactSet> TICKETS = List.of(Examples.completeTicket(), Examples.resolvedAWeekAgo(), Examples.nothingKnown());
    private static final List<FactSet> MANY = IntStream.range(0, 500).mapToObj(seed -> new RandomFactSets(seed).next()).toList();

    @Test
    void twoHundredThreadsAgreeWithOne() throws Exception {
        List<List<Reason>> alone = TICKETS.stream().map(ticket -> POLICY.decide(ticket).reasons()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(200);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < 200; thread++) {
                int first = thread;
                work.add(() -> {
                    int agreed = 0;
                    for (int i = 0; i < 1_000; i++) {
                        int which = (first + i) % TICKETS.size();
                        agreed += POLICY.decide(TICKETS.get(which)).reasons().equals(alone.get(which)) ? 1 : 0;
                    }
                    return agreed;
                });
            }
            for (Future<Integer> agreed : threads.invokeAll(work)) {
                assertThat(agreed.get()).isEqualTo(1_000);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nothingOfADecisionIsLeftForTheNext() {
        List<Reason> fresh = POLICY.decide(Examples.nothingKnown()).reasons();
        POLICY.decide(Examples.completeTicket());
        assertThat(POLICY.decide(Examples.nothingKnown()).reasons()).isEqualTo(fresh);
    }

    @Test
    void rulesThatAreLoadedDecideLikeThoseOfTheLibrary(@TempDir Path directory) throws IOException {
        copyStandardRules(directory);
        SupportPolicy loaded = SupportPolicy.load(directory);
        assertThat(loaded.receipt()).isEqualTo(POLICY.receipt());
        for (FactSet ticket : MANY) {
            assertThat(loaded.decide(ticket).explain(Locale.ENGLISH)).isEqualTo(POLICY.decide(ticket).explain(Locale.ENGLISH));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderOfTheRulesAndOfTheirFilesChangesNothing(long seed, @TempDir Path directory) throws IOException {
        Random random = new Random(seed);
        for (RuleFile file : PolicyFiles.standard().rules()) {
            List<String> parts = new ArrayList<>(List.of(file.text().split("(?m)(?=^rule \")")));
            String header = parts.remove(0);
            Collections.shuffle(parts, random);
            Files.writeString(directory.resolve(random.nextInt(100) + file.name().replace('/', '-')), header + String.join("\n", parts));
        }
        SupportPolicy shuffled = SupportPolicy.load(directory);
        IntStream.range(0, 1_500).mapToObj(i -> new RandomFactSets(seed * 10_000 + i).next()).forEach(facts ->
                assertThat(said(shuffled.decide(facts))).as(facts.toString()).isEqualTo(said(POLICY.decide(facts))));
    }

    private static List<String> said(Decision decision) {
        return decision.reasons().stream().map(reason -> reason.rule().name() + reason.concludes() + reason.because()).toList();
    }

    @Test
    void theMachinesLocaleAndZoneChangeNothing() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String here = POLICY.decide(Examples.completeTicket()).explain(Locale.ENGLISH);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(POLICY.decide(Examples.completeTicket()).explain(Locale.ENGLISH)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void rulesThatDoNotComeToAnEndAreNamed(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("endless.drl"), """
                // Windows without end.
                // Reads AsOf.  Concludes ReplyWindow.
                package org.supportpolicy.rules.closure;

                import org.supportpolicy.fact.AsOf;
                import org.supportpolicy.finding.ReplyWindow;
                import static org.supportpolicy.rules.Conclude.conclude;
                import static org.supportpolicy.rules.Periods.daysAfter;

                rule "A customer has a day to answer"
                    @clause("closure.no-customer-reply")
                    @nl("Een klant heeft een dag om te antwoorden")
                when
                    AsOf( $now : instant, $zone : zone )
                then
                    conclude( kcontext, new ReplyWindow( $now, daysAfter( 1, $now, $zone ) ) );
                end

                rule "Every window is followed by another"
                    @clause("closure.no-customer-reply")
                    @nl("Op elk venster volgt een ander")
                when
                    AsOf( $zone : zone )
                    ReplyWindow( $closes : closes )
                then
                    conclude( kcontext, new ReplyWindow( $closes, daysAfter( 0, $closes, $zone ) ) );
                end
                """);
        SupportPolicy endless = SupportPolicy.loadPart(directory);
        assertThatThrownBy(() -> endless.decide(Examples.nothingKnown())).isInstanceOf(PolicyException.class)
                .hasMessageContaining("SP-R091").hasMessageContaining("Every window is followed by another")
                .hasMessageNotContaining("A customer has a day");
    }

    @Test
    void aRuleThatLooksWithoutEndIsNamed(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("looking.drl"), """
                // Mishaps side by side.
                // Reads Cause, Ticket.  Concludes irregularities.
                package org.supportpolicy.rules.closure;

                import org.supportpolicy.fact.Cause;
                import org.supportpolicy.fact.Ticket;
                import org.supportpolicy.finding.Irregularity;
                import static org.supportpolicy.rules.Conclude.conclude;

                rule "However many causes there are"
                    @clause("closure.no-customer-reply")
                    @nl("Hoeveel oorzaken er ook zijn")
                when
                """ + "    Cause()\n".repeat(38) + """
                    Ticket( urgencySet == 1 )
                then
                    conclude( kcontext, Irregularity.CLOSED_TOO_EARLY );
                end
                """);
        SupportPolicy looking = SupportPolicy.loadPart(directory);
        FactSet causes = FactSet.builder(Instant.EPOCH).with(Mishap.builder().build(), Mishap.builder().by(By.CUSTOMER).build()).build();
        assertThatThrownBy(() -> looking.decide(causes)).isInstanceOf(PolicyException.class)
                .hasMessageContaining("SP-R091").hasMessageContaining("However many causes there are").hasMessageContaining("looking.drl:10:1");
    }

    @Test
    void aRuleThatFailsIsNamed(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("failing.drl"), """
                // Answers within a hundred years.
                // Reads AsOf, ReopeningWindow.  Concludes ReplyWindow.
                package org.supportpolicy.rules.closure;

                import org.supportpolicy.fact.AsOf;
                import org.supportpolicy.finding.ReopeningWindow;
                import org.supportpolicy.finding.ReplyWindow;
                import static org.supportpolicy.rules.Conclude.conclude;
                import static org.supportpolicy.rules.Periods.daysAfter;

                rule "A customer has a hundred years to answer"
                    @clause("closure.no-customer-reply")
                    @nl("Een klant heeft honderd jaar om te antwoorden")
                when
                    AsOf( $zone : zone )
                    ReopeningWindow( $first : closes )
                then
                    conclude( kcontext, new ReplyWindow( $first, daysAfter( 36500, $first, $zone ) ) );
                end
                """);
        SupportPolicy failing = SupportPolicy.loadPart(directory);
        FactSet facts = FactSet.builder(Instant.EPOCH).with(Ticket.builder().number("T-1").build()).build();
        ReopeningWindow atTheEndOfTime = new ReopeningWindow(Instant.EPOCH, Instant.MAX.minusSeconds(1));
        assertThatThrownBy(() -> failing.decide(facts, List.of(atTheEndOfTime), "closure.no-customer-reply")).isInstanceOf(PolicyException.class).hasMessageContaining("SP-R090")
                .hasMessageContaining("failing.drl:11:1").hasMessageContaining("The rule (A customer has a hundred years to answer) failed on the ticket (T-1)");
    }

    @Test
    void aPolicyThatLacksClausesIsRefusedAndSaysWhich(@TempDir Path directory) throws IOException {
        copyStandardRules(directory);
        Path sunset = directory.resolve("sunset.drl");
        String text = Files.readString(sunset);
        Files.delete(sunset);
        assertThat(refused(directory)).containsExactly("SP-R015 No clause of the section (sunset) has a rule.");
        Files.writeString(sunset, "");
        assertThat(refused(directory)).containsExactly("SP-R027 The file must name its package.", "SP-R015 No clause of the section (sunset) has a rule.");
        Files.writeString(sunset, text.substring(0, text.indexOf("\nrule ", text.length() / 2)));
        assertThat(refused(directory)).isNotEmpty().allSatisfy(problem -> assertThat(problem).startsWith("SP-R015 The clause (sunset."));
        Files.writeString(sunset, text.substring(0, text.length() / 2));
        assertThat(refused(directory)).isNotEmpty();
        Files.writeString(sunset, text);
        assertThat(SupportPolicy.load(directory).rules()).hasSameSizeAs(SupportPolicy.standard().rules());
        Files.writeString(directory.resolve("policy.nl.md"), "");
        assertThat(refused(directory)).contains("SP-R010 The text must name its edition in a paragraph of its own, and the day from which it is in force if there is one.");
    }

    @Test
    void ofAPolicyOneFileOfRulesIsNoWhole(@TempDir Path directory) throws IOException {
        copyStandardRules(directory);
        Path alone = Files.createDirectory(directory.resolve("alone"));
        Files.copy(directory.resolve("scope.drl"), alone.resolve("scope.drl"));
        assertThat(refused(alone)).filteredOn(problem -> problem.startsWith("SP-R015 No clause of the section")).hasSize(12);
        assertThat(SupportPolicy.loadPart(alone).rules()).hasSize(9);
    }

    private static List<String> refused(Path directory) {
        return catchThrowableOfType(PolicyException.class, () -> SupportPolicy.load(directory)).problems().stream()
                .filter(problem -> !problem.isWarning()).map(problem -> problem.code() + " " + problem.message()).toList();
    }

    @Test
    void aDirectoryThatIsNotThereIsSaid(@TempDir Path directory) {
        assertThatThrownBy(() -> SupportPolicy.load(directory.resolve("nowhere"))).isInstanceOf(PolicyException.class)
                .hasMessageContaining("nowhere").hasMessageContaining("must be a directory");
        assertThatThrownBy(() -> SupportPolicy.load(directory)).isInstanceOf(PolicyException.class)
                .hasMessageContaining("must hold at least one file");
    }

    private static void copyStandardRules(Path directory) throws IOException {
        for (RuleFile file : PolicyFiles.standard().rules()) {
            Files.writeString(directory.resolve(Path.of(file.name()).getFileName()), file.text());
        }
    }
}
