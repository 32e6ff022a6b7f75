package org.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.json.FactSetReader;

/** A session of Drools concludes of every example what the library does, and the desk's own rules go by it. */
class DroolsDeskTest {

    private static final Path EXAMPLES = Path.of("../tickets");
    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static DroolsDesk desk;

    @BeforeAll
    static void compile(@TempDir Path folder) {
        Path rules = folder.resolve("rules");
        WorkingCopy.init(rules);
        desk = new DroolsDesk(rules);
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aSessionConcludesWhatTheLibraryDoes(Path example) {
        FactSet facts = new FactSetReader().read(example);
        assertThat(desk.run(facts).findings()).isNotEmpty().isEqualTo(POLICY.decide(facts).findings(Finding.class));
    }

    @Test
    void theRulesOfTheDeskGoByWhatThePolicyConcludes() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(20);
        FactSet outage = new FactSetReader().read(EXAMPLES.resolve("server-down.json"));
        List<String> called = examples().stream().flatMap(example -> desk.run(new FactSetReader().read(example)).calls().stream())
                .map(Call::ticket).toList();
        assertThat(called).contains(outage.get(Ticket.class).orElseThrow().number()).hasSizeLessThan(examples().size() / 2);
    }
}
