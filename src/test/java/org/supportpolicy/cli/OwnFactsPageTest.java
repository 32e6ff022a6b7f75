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

    @TempDir
    private Path directory;

    /** The blocks of the page, in their order. */
    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE).matcher(Files.readString(PAGE)).results()
                .map(found -> found.group(1)).toList();
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
        List<String> written = blocks("drl");
        List<String> said = blocks("text");
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

        String ticket = blocks("json").get(0);
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
}
