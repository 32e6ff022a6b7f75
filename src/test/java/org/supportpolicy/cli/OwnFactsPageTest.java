package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpolicy.cli.MainTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The walks of the page are gone on the command line alone. At every step {@code check}, {@code test}, {@code gaps}, {@code diff} and
 * {@code coverage} say what there is to say; of a step that is sound the last three take a while, and are tried in the gate only.
 */
class OwnFactsPageTest {

    private static final Path PAGE = Path.of("docs/own-facts.md");
    private static final boolean ALL = Boolean.getBoolean("supportpolicy.walks");
    private static final String CLEAN = " combinations decided. No gap, no conflict, no early answer, no rule that never fires.\n";
    private static final String NONE_DIFFERENT = "[\\d,]+ fact sets tried, 0 decided differently, in 0 ways; %d edits?\\.\n";

    private static final String SYMPTOM = "a new symptom makes urgency 1";
    private static final String GOLD = "gold customers first";
    private static final String EXCLUSION = "an exclusion of your own";

    private static List<String> untried = List.of();

    @TempDir
    private Path home;
    private Path directory;

    /** What no scenario of the library's tries. */
    @BeforeAll
    static void standard(@TempDir Path standard) {
        if (ALL) {
            run("", "init", standard.toString());
            untried = run("", "coverage", standard.toString()).out().lines().filter(line -> line.contains(".drl:"))
                    .map(line -> line.replace(standard.toString(), "my-desk").replaceFirst(":\\d+", "")).toList();
            assertThat(untried).isNotEmpty();
        }
    }

    @BeforeEach
    void begin() {
        directory = home.resolve("my-desk");
        assertThat(run("", "init", directory.toString()).status()).isZero();
        if (!ALL) {
            System.out.println("gaps, diff and coverage are left out where a step is sound; -Dsupportpolicy.walks=true tries them.");
        }
    }

    /** The blocks of a walk, in their order. */
    private static List<String> blocks(String walk, String language) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("\n## A walk: " + walk);
        return Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(page.substring(begin, page.indexOf("\n## ", begin + 1))).results().map(found -> found.group(1)).toList();
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), Files.readString(directory.resolve(file)) + "\n" + text);
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = directory.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
    }

    private MainTest.Outcome sp(String input, String... args) {
        MainTest.Outcome outcome = run(input, args);
        return new MainTest.Outcome(outcome.status(), outcome.out().replace(home + "/", ""), outcome.err().replace(home + "/", ""));
    }

    private String decide(String ticket, String... options) {
        MainTest.Outcome outcome = sp(ticket, Stream.concat(Stream.of("decide", "--rules", directory.toString(), "-"), Stream.of(options))
                .toArray(String[]::new));
        assertThat(outcome.err()).isEmpty();
        return outcome.out();
    }

    /** Half-way, something is missing: check says what, and every other command the same, and nothing else. */
    private void refused(String said) {
        assertThat(sp("", "check", directory.toString())).isEqualTo(new MainTest.Outcome(1, said, ""));
        int end = said.lastIndexOf("\n\n");
        String count = said.substring(end + 2).replace(".\n", "");
        String refusal = "The policy has " + count + ".\n\n" + said.substring(0, end + 1).replace("\n\n", "\n");
        for (List<String> command : List.of(List.of("test"), List.of("gaps"), List.of("diff", "standard"), List.of("coverage"))) {
            assertThat(sp("", Stream.concat(command.stream(), Stream.of(directory.toString())).toArray(String[]::new))).as("%s", command)
                    .isEqualTo(new MainTest.Outcome(1, "", refusal));
        }
    }

    /** A sound step: nothing to refuse, and the scenarios hold but for those that the page counts. */
    private void sound(String tested) {
        assertThat(sp("", "check", directory.toString())).isEqualTo(new MainTest.Outcome(0, "No problem.\n", ""));
        MainTest.Outcome outcome = sp("", "test", directory.toString());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().endsWith(", 0 not.\n") ? outcome.out() : outcome.out().substring(outcome.out().lastIndexOf("\n\n") + 2))
                .isEqualTo(tested);
        assertThat(outcome.status()).isEqualTo(tested.endsWith(", 0 not.\n") ? 0 : 1);
    }

    private void gapsAreNone() {
        MainTest.Outcome gaps = sp("", "gaps", directory.toString());
        assertThat(gaps.out()).endsWith(CLEAN).doesNotContain("my-desk");
        assertThat(gaps.status()).isZero();
    }

    private void gapsAreEarly(String said) {
        MainTest.Outcome gaps = sp("", "gaps", directory.toString());
        assertThat(gaps.status()).isEqualTo(1);
        assertThat(gaps.out()).contains(said).endsWith(" combinations decided.\n");
    }

    /** What no scenario tries, beyond what none of the library's tries, without the lines on which it stands. */
    private void untried(String... said) {
        MainTest.Outcome coverage = sp("", "coverage", directory.toString());
        assertThat(coverage.status()).isZero();
        List<String> now = coverage.out().lines().filter(line -> line.contains(".drl:")).toList();
        assertThat(now.stream().map(line -> line.replaceFirst(":\\d+", ""))).containsAll(untried).hasSize(untried.size() + said.length);
        assertThat(List.of(said)).isSubsetOf(now);
    }

    /** What is different, and in how many edits and ways. */
    private void differs(int edits, String ways, String... said) throws IOException {
        Path memo = home.resolve("memo.md");
        MainTest.Outcome diff = sp("", "diff", "standard", directory.toString(), "--memo", memo.toString());
        assertThat(diff.err()).isEmpty();
        assertThat(diff.status()).isZero();
        assertThat(diff.out()).containsPattern(String.format(ways, edits) + "$").contains(said);
    }

    private String memo() throws IOException {
        return Files.readString(home.resolve("memo.md"));
    }

    @Test
    void aNewSymptomMakesUrgencyOne() throws IOException {
        List<String> written = blocks(SYMPTOM, "drl");
        List<String> said = blocks(SYMPTOM, "text");

        Files.writeString(directory.resolve("facts.drl"), written.get(0));
        refused(said.get(0));

        edit("facts.drl", "@en( \"data were lost\" )", "@en( \"data were lost\" ) @nl( \"er zijn gegevens verloren\" )");
        sound("1159 scenarios, 1159 as expected, 0 not.\n");
        assertThat(sp("", "facts", "dataLoss", "--rules", directory.toString()).out()).isEqualTo(said.get(1));
        if (ALL) {
            gapsAreNone();
            differs(1, NONE_DIFFERENT, "  + declare DataLoss\n");
            untried();
        }

        edit("urgency.drl", "import static ", written.get(1) + "import static ");
        edit("urgency.drl", "rule \"Urgency 1 is possible while an outage", written.get(2) + "\nrule \"Urgency 1 is possible while an outage");
        refused(said.get(2));

        edit("urgency.drl", "when\n    DataLoss( happend ", "    @nl(\"Gegevens die verloren zijn, zijn een storing\")\nwhen\n    DataLoss( happened ");
        edit("policy.en.md", "agents are offline or the server has stopped", "agents are offline, the server has stopped or data were lost");
        edit("policy.nl.md", "agents zijn offline of de server staat stil", "agents zijn offline, de server staat stil of er zijn gegevens verloren");
        assertThat(sp("", "explain", "urgency.level-1-definition", "--rules", directory.toString()).out()).contains("one of the three outages");
        edit("policy.en.md", "one of the three outages", "one of these outages");
        edit("policy.nl.md", "een van de drie storingen", "een van deze storingen");
        edit("readings.en.md", "One of three outages (the whole system down, agents offline, the server stopped)", "One of these outages");
        edit("readings.nl.md", "Een van drie storingen (het hele systeem plat, agents offline, server gestopt)", "Een van deze storingen");
        sound("1159 scenarios, 1146 as expected, 13 not.\n");
        if (ALL) {
            gapsAreEarly(said.get(5));
            differs(8, "; %d edits\\.\n", said.get(7).split("…\n")[0], "    urgency.level: absent -> 1\n");
            untried(said.get(3).split("\n"));
        }

        append("scenarios/urgency.yaml", blocks(SYMPTOM, "yaml").get(0));
        sound(said.get(4));
        if (ALL) {
            gapsAreEarly(said.get(5));
            differs(8, "; %d edits\\.\n", said.get(7).split("…\n")[0], "    urgency.level: absent -> 1\n");
            untried();
            waitingForTheAnswer(written.get(3));
        }

        edit("facts.drl", "verloren\" )\n", "verloren\" ) @absent( \"none\" )\n");
        sound(said.get(6));
        if (ALL) {
            gapsAreNone();
            untried();
            differs(8, "; %d edits\\.\n", said.get(7).split("…\n"));
            assertThat(memo()).contains(blocks(SYMPTOM, "md").get(0), "- Data that were lost are an outage\n", "> Urgency 1: the system as a whole is down, agents "
                    + "are offline, the server has stopped or data were lost; production is hit critically.\n", "- urgency: from “3” to “1” (");
        }
        String ticket = blocks(SYMPTOM, "json").get(0);
        assertThat(decide(ticket)).contains(said.get(8));
        assertThat(decide(ticket, "--lang", "nl")).contains(said.get(9));
        String page = Files.readString(PAGE).replace('\n', ' ');
        String letter = "An outage with a critical impact on production gets urgency 1 (our policy, under “Urgency levels”)";
        String brief = "Een storing met kritieke gevolgen voor de productie krijgt urgentie 1 (ons beleid, onder “Urgentieniveaus”)";
        assertThat(decide(ticket, "--letter")).contains(letter);
        assertThat(decide(ticket, "--letter", "--lang", "nl")).contains(brief);
        assertThat(page).contains(letter, brief);
        edit("facts.drl", " @absent( \"none\" )", "");
        String unasked = "{\"asOf\": \"2026-03-10T16:30:00+01:00\", \"impact\": {\"productionImpact\": \"CRITICAL\", \"systemDown\": false, "
                + "\"agentsOffline\": false, \"serverStopped\": false}}";
        assertThat(decide(unasked)).contains(said.get(10));
        Path lost = Files.writeString(home.resolve("lost.json"), ticket);
        assertThat(sp("", "decide", lost.toString())).isEqualTo(new MainTest.Outcome(1, "", said.get(11)));
        assertThat(sp("", "schema", directory.toString()).out()).contains("\"dataLoss\"", "Were data lost?");
    }

    /** The other way out: nothing is graded too early. */
    private void waitingForTheAnswer(String rule) throws IOException {
        String rules = Files.readString(directory.resolve("urgency.drl"));
        append("urgency.drl", rule);
        gapsAreNone();
        Files.writeString(directory.resolve("urgency.drl"), rules);
    }

    @Test
    void goldCustomersComeFirst() throws IOException {
        List<String> written = blocks(GOLD, "drl");
        Files.writeString(directory.resolve("facts.drl"), written.get(0));
        sound("1159 scenarios, 1159 as expected, 0 not.\n");
        if (ALL) {
            gapsAreNone();
            differs(2, NONE_DIFFERENT, "  + declare enum TierLevel\n", "  + declare Tier\n");
            untried();
        }

        append("response.drl", written.get(2));
        MainTest.Outcome unknown = sp("", "check", directory.toString());
        assertThat(unknown.out()).contains("    The word (Tier) must be imported.\n", "Maybe import org.supportpolicy.rules.facts.Tier;");
        refused(unknown.out());

        edit("response.drl", "import static ", written.get(1) + "import static ");
        edit("policy.nl.md", "gecertificeerd is.", "gecertificeerd is en welk niveau de klant heeft gekocht.");
        edit("policy.en.md", "\ncertified.", "\ncertified and which tier the customer has bought.");
        sound("1159 scenarios, 1159 as expected, 0 not.\n");
        if (ALL) {
            gapsAreNone();
            differs(5, " decided differently, in 1 way; %d edits\\.\n", "    queue.precedence: absent -> 1\n");
            untried("my-desk/response.drl:420  [response.first-response-factors] A gold customer is answered first among tickets of the same urgency  never fires",
                    "my-desk/response.drl:424  [response.first-response-factors] level == TierLevel.GOLD  is never tried");
        }

        append("scenarios/response.yaml", blocks(GOLD, "yaml").get(0));
        sound("1161 scenarios, 1161 as expected, 0 not.\n");
        if (ALL) {
            gapsAreNone();
            untried();
            differs(5, " decided differently, in 1 way; %d edits\\.\n", "response.first-response-factors: queue.precedence (22,018 fact sets)\n"
                    + "    queue.precedence: absent -> 1\n");
            assertThat(memo()).contains("\n## response.first-response-factors\n", blocks(GOLD, "md").get(0));
        }
        String ticket = blocks(GOLD, "json").get(0);
        assertThat(decide(ticket)).contains(blocks(GOLD, "text").get(0));
        assertThat(decide(ticket, "--lang", "nl")).contains("    plaats 1 onder tickets van dezelfde urgentie\n", "            Klantniveau: goudklant\n");
        assertThat(decide(ticket, "--json")).contains("\"queue\":{\"urgency\":2,\"precedence\":1}");
        assertThat(decide(ticket, "--letter")).contains("T-12").doesNotContain("gold", "first among");
    }

    @Test
    void anExclusionOfOnesOwn() throws IOException {
        List<String> written = blocks(EXCLUSION, "drl");
        List<String> said = blocks(EXCLUSION, "text");
        Files.writeString(directory.resolve("facts.drl"), written.get(0));
        sound("1159 scenarios, 1159 as expected, 0 not.\n");
        if (ALL) {
            gapsAreNone();
            differs(2, NONE_DIFFERENT, "  + declare enum FurtherExclusion\n", "  + declare DatabaseChange\n");
            untried();
        }
        edit("policy.en.md", "### terms.amend-or-discontinue", blocks(EXCLUSION, "md").get(0) + "### terms.amend-or-discontinue");
        MainTest.Outcome oneLanguage = sp("", "check", directory.toString());
        assertThat(oneLanguage.out()).contains("terms.exclusion-h-database-change");
        refused(oneLanguage.out());
        edit("policy.nl.md", "### terms.amend-or-discontinue", blocks(EXCLUSION, "md").get(1) + "### terms.amend-or-discontinue");
        refused(said.get(0));

        edit("terms.drl", "import static ", written.get(1) + "import static ");
        append("terms.drl", written.get(2));
        refused(said.get(1));

        edit("terms.drl", "Exclusion.of( \"I\" )", "Exclusion.of( \"H\" )");
        sound("1159 scenarios, 1159 as expected, 0 not.\n");
        if (ALL) {
            gapsAreNone();
            differs(4, "; %d edits\\.\n", "exclusions: ");
            untried("my-desk/terms.drl:184  [terms.exclusion-h-database-change] A problem caused by a change that the customer made to the database is excluded  never fires",
                    "my-desk/terms.drl:189  [terms.exclusion-h-database-change] byCustomer == true  is never tried",
                    "my-desk/terms.drl:189  [terms.exclusion-h-database-change] causedProblem == true  is never tried");
        }

        append("scenarios/terms.yaml", blocks(EXCLUSION, "yaml").get(0));
        sound(said.get(2));
        if (ALL) {
            gapsAreNone();
            untried();
            differs(4, "; %d edits\\.\n", "\nterms.exclusion-h-database-change, rule (A problem caused by a change that the customer made to the database is excluded)\n");
            assertThat(memo()).contains("\n## terms.exclusion-h-database-change\n", "now excluded by h");
        }
        String ticket = blocks(EXCLUSION, "json").get(0);
        assertThat(decide(ticket)).contains(said.get(3));
        assertThat(decide(ticket, "--letter")).isEqualTo(said.get(4));
        assertThat(decide(ticket, "--json")).contains("\"exclusions\":[\"h\"]");
    }
}
