package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpolicy.cli.MainTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk of the page is gone on the command line alone, and each step says what the page says. */
class OwnFactsPageTest {

    private static final Path PAGE = Path.of("docs/own-facts.md");

    private static final String SYMPTOM = "a new symptom makes urgency 1";
    private static final String GOLD = "gold customers first";
    private static final String EXCLUSION = "an exclusion of your own";

    @TempDir
    private Path directory;

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

    private String check() {
        MainTest.Outcome outcome = run("", "check", directory.toString());
        assertThat(outcome.err()).isEmpty();
        return outcome.out().replace(directory.toString(), "my-desk");
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = directory.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
    }

    @Test
    void aNewSymptomMakesUrgencyOne() throws IOException {
        List<String> written = blocks(SYMPTOM, "drl");
        List<String> said = blocks(SYMPTOM, "text");
        assertThat(run("", "init", directory.toString()).status()).isZero();

        Files.writeString(directory.resolve("facts.drl"), written.get(0));
        assertThat(check()).isEqualTo(said.get(0));
        edit("facts.drl", "@en( \"data were lost\" )", "@en( \"data were lost\" ) @nl( \"er zijn gegevens verloren\" )");
        assertThat(check()).isEqualTo("No problem.\n");
        assertThat(run("", "facts", "dataLoss", "--rules", directory.toString()).out()).isEqualTo(said.get(1));

        edit("urgency.drl", "import static ", written.get(1) + "import static ");
        edit("urgency.drl", "rule \"Urgency 1 is possible while an outage", written.get(2) + "\nrule \"Urgency 1 is possible while an outage");
        assertThat(check()).isEqualTo(said.get(2));
        edit("urgency.drl", "when\n    DataLoss( happend ", "    @nl(\"Gegevens die verloren zijn, zijn een storing\")\nwhen\n    DataLoss( happened ");
        edit("policy.en.md", "agents are offline or the server has stopped", "agents are offline, the server has stopped or data were lost");
        edit("policy.nl.md", "agents zijn offline of de server staat stil", "agents zijn offline, de server staat stil of er zijn gegevens verloren");
        assertThat(check()).isEqualTo("No problem.\n");

        String ticket = blocks(SYMPTOM, "json").get(0);
        MainTest.Outcome decided = run(ticket, "decide", "--rules", directory.toString(), "-");
        assertThat(decided.out()).contains(said.get(6));
        assertThat(run(ticket, "decide", "--rules", directory.toString(), "--lang", "nl", "-").out()).contains(said.get(7));
        String unasked = "{\"asOf\": \"2026-03-10T16:30:00+01:00\", \"impact\": {\"productionImpact\": \"CRITICAL\", \"systemDown\": false, "
                + "\"agentsOffline\": false, \"serverStopped\": false}}";
        assertThat(run(unasked, "decide", "--rules", directory.toString(), "-").out()).contains(said.get(8));
        Path lost = Files.writeString(directory.resolve("lost.json"), ticket);
        MainTest.Outcome refused = run("", "decide", lost.toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err().replace(lost.toString(), "lost.json")).isEqualTo(said.get(9));
        assertThat(run("", "schema", directory.toString()).out()).contains("\"dataLoss\"", "Were data lost?");
    }

    @Test
    void goldCustomersComeFirst() throws IOException {
        List<String> written = blocks(GOLD, "drl");
        assertThat(run("", "init", directory.toString()).status()).isZero();
        Files.writeString(directory.resolve("facts.drl"), written.get(0));
        assertThat(check()).isEqualTo("No problem.\n");
        edit("response.drl", "import static ", written.get(1) + "import static ");
        append("response.drl", written.get(2));
        edit("policy.nl.md", "gecertificeerd is.", "gecertificeerd is en welk niveau de klant heeft gekocht.");
        edit("policy.en.md", "\ncertified.", "\ncertified and which tier the customer has bought.");
        append("scenarios/response.yaml", blocks(GOLD, "yaml").get(0));
        assertThat(check()).isEqualTo("No problem.\n");
        assertThat(run("", "test", directory.toString()).out()).endsWith(" as expected, 0 not.\n");
        String ticket = blocks(GOLD, "json").get(0);
        assertThat(run(ticket, "decide", "--rules", directory.toString(), "-").out()).contains(blocks(GOLD, "text").get(0));
        assertThat(run(ticket, "decide", "--json", "--rules", directory.toString(), "-").out()).contains("\"queue\":{\"urgency\":2,\"precedence\":1}");
        everyCommandReadsRight("response.first-response-factors", "queue.precedence");
    }

    @Test
    void anExclusionOfOnesOwn() throws IOException {
        List<String> written = blocks(EXCLUSION, "drl");
        List<String> said = blocks(EXCLUSION, "text");
        assertThat(run("", "init", directory.toString()).status()).isZero();
        Files.writeString(directory.resolve("facts.drl"), written.get(0));
        edit("policy.en.md", "### terms.amend-or-discontinue", blocks(EXCLUSION, "md").get(0) + "### terms.amend-or-discontinue");
        edit("policy.nl.md", "### terms.amend-or-discontinue", blocks(EXCLUSION, "md").get(1) + "### terms.amend-or-discontinue");
        assertThat(check()).isEqualTo(said.get(0));
        edit("terms.drl", "import static ", written.get(1) + "import static ");
        append("terms.drl", written.get(2));
        assertThat(check()).isEqualTo(said.get(1));
        edit("terms.drl", "Exclusion.of( \"I\" )", "Exclusion.of( \"H\" )");
        append("scenarios/terms.yaml", blocks(EXCLUSION, "yaml").get(0));
        assertThat(check()).isEqualTo("No problem.\n");
        assertThat(run("", "test", directory.toString()).out()).isEqualTo(said.get(2));
        String ticket = blocks(EXCLUSION, "json").get(0);
        assertThat(run(ticket, "decide", "--rules", directory.toString(), "-").out()).contains(said.get(3));
        assertThat(run(ticket, "decide", "--letter", "--rules", directory.toString(), "-").out()).isEqualTo(said.get(4));
        assertThat(run(ticket, "decide", "--json", "--rules", directory.toString(), "-").out()).contains("\"exclusions\":[\"h\"]");
        everyCommandReadsRight("terms.exclusion-h-database-change", "now excluded by h");
    }

    /** What takes a minute is tried in the gate only. */
    private void everyCommandReadsRight(String clause, String change) throws IOException {
        if (!Boolean.getBoolean("supportpolicy.walks")) {
            System.out.println("The slow commands of the walk are left out; -Dsupportpolicy.walks=true tries them.");
            return;
        }
        assertThat(run("", "gaps", directory.toString()).out()).contains("No gap, no conflict, no early answer, no rule that never fires.");
        assertThat(run("", "coverage", directory.toString()).status()).isZero();
        Path memo = directory.resolve("memo.md");
        MainTest.Outcome diff = run("", "diff", "standard", directory.toString(), "--memo", memo.toString());
        assertThat(diff.err()).isEmpty();
        assertThat(diff.out()).contains(clause);
        assertThat(diff.out() + Files.readString(memo)).contains("## " + clause, change);
    }
}
