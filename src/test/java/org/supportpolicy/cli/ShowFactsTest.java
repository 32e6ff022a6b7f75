package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpolicy.cli.MainTest.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.DeclaredPolicy;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.finding.Finding;

/** The words that rules can speak of are listed, those of the library and those that a policy declares. */
class ShowFactsTest {

    private static String policy;

    @BeforeAll
    static void write(@TempDir Path directory) throws IOException {
        DeclaredPolicy.in(directory);
        policy = directory.toString();
    }

    private static MainTest.Outcome facts(String... args) {
        return run("", Stream.concat(Stream.of("facts", "--rules", policy), Stream.of(args)).toArray(String[]::new));
    }

    @Test
    void everyWordIsListedInEightyColumns() {
        for (String language : List.of("en", "nl")) {
            MainTest.Outcome outcome = facts("--lang", language);
            assertThat(outcome.status()).isZero();
            List<String> lines = outcome.out().lines().toList();
            assertThat(lines).allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).as(line).isLessThanOrEqualTo(80));
            assertThat(Stream.of(Fact.class, Cause.class, Finding.class).flatMap(kind -> Stream.of(kind.getPermittedSubclasses())).filter(kind -> !kind.isInterface()))
                    .allSatisfy(kind -> assertThat(lines).anyMatch(line -> line.matches("    " + kind.getSimpleName() + "\\b.*")));
        }
        assertThat(facts().out()).contains("    Tier (tier): Customer tier [declared by the policy]\n        level: one of SILVER, GOLD. Which tier has the customer?\n",
                "        devices: a list of Device. Which devices?\n", "        floor: 0 to 10. floor?\n", "        at: an instant; absent means none. When?\n",
                "    GoldCustomer: a gold customer since … [declared by the policy]\n", "        SILVER (silver), GOLD (gold)\n", "    daysAfter( int, Instant, ZoneId )\n");
        assertThat(facts("--lang", "nl").out()).contains("        level: één van SILVER, GOLD. Welk niveau heeft de klant?\n");
        assertThat(run("", "facts").out()).contains("    Ticket (ticket): Ticket\n").doesNotContain("declared", "GoldCustomer");
    }

    @Test
    void ofAWordTheRulesAreNamed() {
        assertThat(facts("tier").out()).contains("Rules that read it:\n    - A gold customer is known by the tier").doesNotContain("conclude it");
        assertThat(facts("Tier.Level").out()).contains("tier.level: one of SILVER, GOLD.", "- A gold customer is known by the tier");
        assertThat(facts("tier.devices").out()).isEqualTo("tier.devices: a list of Device. Which devices?\n");
        assertThat(facts("GoldCustomer").out()).contains("Rules that conclude it:\n    - A gold customer is known by the tier",
                "Rules that read it:\n    - Data that a gold customer lost are an outage");
        assertThat(facts("daysAfter", "--lang", "nl").out()).contains("Regels die het lezen:");
    }

    @Test
    void whatIsNoWordIsSaidWithTheNearest() {
        assertThat(facts("teir").status()).isEqualTo(1);
        assertThat(facts("teir").err().lines()).containsExactly("There is no fact, finding or other word of rules (teir).", "Maybe tier.");
        assertThat(facts("tier.levl").err().lines()).containsExactly("There is no fact, finding or other word of rules (tier.levl).", "Maybe tier.level.");
        assertThat(facts("zzz", "--lang", "nl").err().lines()).containsExactly("Er is geen feit, bevinding of ander woord van regels (zzz).",
                "Misschien een dat de opdracht facts noemt.");
    }
}
