package org.supportpolicy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.json.FactSetReader;

/** The desk and the replay, each of which reads the log by itself, take the same facts from it. */
class ServiceNowLogTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root", "../.."));
    private static final Path EXAMPLES = ROOT.resolve("examples/servicenow-replay");

    @TempDir
    private Path folder;

    @Test
    void theReplayTakesTheSameFactsFromTheSample() throws Exception {
        sameFacts(EXAMPLES.resolve("sample.csv"));
    }

    @Test
    void theReplayTakesTheSameFactsFromARealLog() throws Exception {
        Path log = ROOT.resolve("../shared/data/uci498-lifecycle.csv.gz");
        assumeTrue(Files.isReadable(log), "the log of UCI 498 is not on this machine");
        sameFacts(log);
    }

    private void sameFacts(Path log) throws Exception {
        Path facts = folder.resolve("facts.jsonl");
        Process replay = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), EXAMPLES.resolve("org/supportpolicy/examples/ServiceNowReplay.java").toString(), log.toString(),
                facts.toString()).redirectErrorStream(true).start();
        String said = new String(replay.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(replay.waitFor()).as(said).isZero();
        Map<String, FactSet> stock = new HashMap<>();
        int bad = ServiceNowLog.read(log, incidents -> incidents.forEach(each -> stock.put(each.number(), each.facts())));
        assertThat(said).containsPattern("were left out +" + bad + "\\R");
        assertThat(stock).isNotEmpty().isEqualTo(last(facts));
    }

    /** The facts by which the replay decided each incident last. */
    private static Map<String, FactSet> last(Path facts) throws IOException {
        FactSetReader reader = new FactSetReader();
        Map<String, FactSet> last = new HashMap<>();
        try (Stream<String> lines = Files.lines(facts)) {
            lines.map(line -> reader.read("replay", line)).forEach(each -> last.put(each.get(Ticket.class).orElseThrow().number(), each));
        }
        return last;
    }
}
