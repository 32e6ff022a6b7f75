package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpolicy.cli.MainTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.Clause;
import org.supportpolicy.ProblemPages;
import org.supportpolicy.Reading;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.cli.MainTest.Outcome;

/** What the command explain prints of an id. */
class ExplainTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Test
    void aReadingIsSaidWithEverythingThatRestsOnIt() {
        Outcome contested = run("", "explain", "AMB-65");
        assertThat(contested.status()).isZero();
        assertThat(contested.out()).startsWith("AMB-65\nContested: another reading can well be defended.\n\nOpen: ")
                .contains("\n\nAdopted: ", "\n\nWhy: ", "\n\nClauses and rules that rest on it:\n    urgency.definitions-apply · DEFINITION · both\n    urgency.level-1-definition · DEFINITION · both\n        - ");
        assertThat(flat(contested.out())).contains(texts("AMB-65", Locale.ENGLISH)).contains(said(restsOn("AMB-65"), Locale.ENGLISH));
        assertThat(contested.out().lines().filter(line -> line.startsWith("        - "))).hasSameSizeAs(rules(restsOn("AMB-65")));
        assertThat(run("", "explain", "AMB-01").out()).startsWith("AMB-01\nNot contested.\n\nOpen: ");
    }

    @Test
    void aClauseIsSaidInItsSectionWithItsRulesAndReadings() {
        Outcome outcome = run("", "explain", "closure.reopen");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("closure.reopen · MAY · customer\nA right; applies to the customer.\nSection closure: Closing tickets (11 of 15)\n\n")
                .contains("\n\nIts rules rest on AMB-01, AMB-02 (contested), ", "\n\nIts rules:\n    - A resolved ticket can be reopened for seven days [rules/closure.drl:");
        assertThat(flat(outcome.out())).contains(clause("closure.reopen").english()).contains(said(rule -> rule.clause().equals("closure.reopen"), Locale.ENGLISH))
                .endsWith(" The other clauses of its section: " + others("closure.reopen") + " ");
        Outcome without = run("", "explain", "scope.external-definitions");
        assertThat(without.out()).contains("(4 of 4)").doesNotContain("Its rules");
        assertThat(flat(without.out())).endsWith(" " + others("scope.external-definitions") + " ");
        assertThat(flat(run("", "explain", "scope.covered-software").out())).contains("Not automated: " + clause("scope.covered-software").notAutomated());
    }

    @Test
    void aCodeIsExplainedByItsPageWhateverTheRuleFilesAre(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.drl"), "no rule");
        Outcome outcome = run("", "explain", "--rules", directory.toString(), "SP-R034");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("SP-R034: a name that stands twice\n\nTwo rules have the same name.\n\nFails:\n\n    rule \"A ticket by phone is urgent\"\n        @clause(")
                .contains("    end\n\n    rule \"A ticket by phone is urgent\"\n", "    end\n\nRight:\n\n    rule ", "    end\n\nWhy: explanations and comparisons know a rule by its sentence.\n")
                .doesNotContain("```", "# ");
        Outcome clause = run("", "explain", "--rules", directory.toString(), "SP-R034", "closure.reopen");
        assertThat(clause.status()).isEqualTo(1);
        assertThat(clause.out()).isEqualTo(outcome.out());
        assertThat(clause.err()).contains("a.drl:1:1  SP-R0");
    }

    @Test
    void everythingIsSaidInDutch() {
        Outcome outcome = run("", "explain", "--lang", "nl", "AMB-65", "closure.reopen", "scope.covered-software", "SP-R034");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("AMB-65\nBetwistbaar: een andere lezing is goed te verdedigen.\n\nOpen: ")
                .containsSubsequence("\n\nAangenomen: ", "\n\nWaarom: ", "\n\nBepalingen en regels die erop rusten:\n    urgency.definitions-apply · DEFINITION · both\n    urgency.level-1-definition · DEFINITION · both\n",
                        "\n\n\nclosure.reopen · MAY · customer\nEen recht; geldt voor de klant.\nHoofdstuk closure: Tickets sluiten (11 van 15)\n",
                        "\n\nDe regels ervan rusten op AMB-01, AMB-02 (betwistbaar), ", "\n\nDe regels ervan:\n    - Een opgelost ticket kan zeven dagen lang worden heropend\n      [rules/closure.drl:",
                        "\n\nDe andere bepalingen van het hoofdstuk:\n    closure.",
                        "\n\nNiet geautomatiseerd: ", "\n\n\nSP-R034: een naam die er twee keer staat\n\n", "\n\nFout:\n\n    rule ", "\n\nGoed:\n\n    rule ", "\n\nWaarom: ");
        assertThat(flat(outcome.out())).contains(texts("AMB-65", DUTCH)).contains(said(restsOn("AMB-65"), DUTCH)).contains(clause("closure.reopen").dutch(),
                "Niet geautomatiseerd: " + clause("scope.covered-software").notAutomatedDutch());
        assertThat(run("", "explain", "--lang", "nl", "closure.reopn").err()).isEqualTo("Er is geen bepaling, lezing of probleem (closure.reopn).\nMisschien closure.reopen.\n");
    }

    @Test
    void whatIsNoIdIsSaidWithTheNearestAndTheOthersAreExplained() {
        Outcome outcome = run("", "explain", "closure.reopn", "AMB-65", "SP-Q034", "AMB65");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo(run("", "explain", "AMB-65").out());
        assertThat(outcome.err().lines()).containsExactly("There is no clause, reading or problem (closure.reopn).", "Maybe closure.reopen.",
                "There is no problem (SP-Q034).", "Maybe SP-R034, SP-D004, SP-D014, SP-I004, SP-R004.",
                "There is no clause, reading or problem (AMB65).", "Maybe AMB-65.");
        assertThat(run("", "explain", "reopen").err().lines().skip(1)).containsExactly("Maybe closure.reopen, closure.reopen-explanation,", "closure.no-reopen-after-permanent.");
        assertThat(run("", "explain", "x").err().lines()).containsExactly("There is no clause, reading or problem (x).", "Maybe one that the command rules lists.");
        assertThat(run("", "explain", "SP-").err().lines()).containsExactly("There is no problem (SP-).", "Maybe a code as check and decide print it, such as SP-R034.");
        assertThat(run("", "explain", "a\u001b[2J\u009b\n").err()).contains("(a<U+001B>[2J<U+009B><U+000A>)").doesNotContain("\u001b", "\u009b");
        assertThat(run("", "explain").status()).isEqualTo(2);
    }

    @Test
    void anIdMayBeWrittenInCapitalsOrNot() {
        Outcome outcome = run("", "explain", "amb-65", "Closure.REOPEN", "sp-r034");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo(run("", "explain", "AMB-65", "closure.reopen", "SP-R034").out());
    }

    @Test
    void everyIdCanBeExplainedInEightyColumns() {
        String[] ids = Stream.of(POLICY.clauses().stream().map(Clause::id), POLICY.readings().stream().map(Reading::id), ProblemPages.codes().stream())
                .flatMap(each -> each).toArray(String[]::new);
        for (String language : List.of("en", "nl")) {
            Outcome outcome = run("", Stream.concat(Stream.of("explain", "--lang", language), Stream.of(ids)).toArray(String[]::new));
            assertThat(outcome.status()).isZero();
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.out().split("\n\n\n")).hasSameSizeAs(ids);
            assertThat(outcome.out().lines().filter(line -> line.length() > 80)).allMatch(line -> isExample(line));
        }
    }

    @Test
    void theRulesOfAnotherPolicyStandWithTheirOwnPlaces(@TempDir Path directory) throws IOException {
        String copy = directory.resolve("copy").toString();
        run("", "init", copy);
        Path text = directory.resolve("copy/policy.en.md");
        Files.writeString(text, Files.readString(text).replaceFirst("(### closure.reopen · MAY · customer\n\n)", "$1Seven days it is. "));
        Outcome outcome = run("", "explain", "--rules", copy, "closure.reopen");
        assertThat(outcome.out()).contains("\n\nSeven days it is. ", "closure.drl:");
    }

    /** A line of an example is not broken. */
    private static boolean isExample(String line) {
        return line.startsWith("    ") && ProblemPages.codes().stream().anyMatch(code -> ProblemPages.page(code, Locale.ENGLISH).contains("\n" + line.substring(4) + "\n"));
    }

    private static Predicate<Rule> restsOn(String reading) {
        return rule -> rule.readings().stream().anyMatch(each -> each.id().equals(reading));
    }

    private static List<Rule> rules(Predicate<Rule> which) {
        return POLICY.rules().stream().filter(which).toList();
    }

    /** The sentences of rules, each with its place. */
    private static List<String> said(Predicate<Rule> which, Locale locale) {
        return rules(which).stream().map(rule -> "- " + rule.sentence(locale) + " [" + rule.file() + ":" + rule.line() + "]").toList();
    }

    private static List<String> texts(String reading, Locale locale) {
        Reading.Text text = POLICY.readings().stream().filter(each -> each.id().equals(reading)).findFirst().orElseThrow().text(locale);
        return List.of(text.open(), text.adopted(), text.why());
    }

    private static Clause clause(String id) {
        return POLICY.clauses().stream().filter(clause -> clause.id().equals(id)).findFirst().orElseThrow();
    }

    /** The ids of the other clauses of the section, in the order of the policy. */
    private static String others(String id) {
        return POLICY.clauses().stream().map(Clause::id).filter(each -> each.startsWith(id.substring(0, id.indexOf('.') + 1)) && !each.equals(id))
                .collect(Collectors.joining(", "));
    }

    /** A text on one line. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
