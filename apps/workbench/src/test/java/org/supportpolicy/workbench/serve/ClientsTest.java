package org.supportpolicy.workbench.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.json.FactSetReader;

/** The clients of the examples get from a service what the library decides, and say what it refuses. */
class ClientsTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Path EXAMPLES = Path.of(System.getProperty("project.root", "../.."), "examples");

    @ParameterizedTest
    @CsvSource({"python3, decide.py", "ruby, decide.rb", "php, decide.php", "node, decide.mjs"})
    void aHelpdeskInAnotherLanguageAsksAService(String interpreter, String client, @TempDir Path directory) throws Exception {
        assumeTrue(isThere(interpreter), interpreter + " is not on this machine");
        Path ticket = EXAMPLES.resolve("tickets/impact-still-unknown.json");
        Decision decision = SupportPolicy.standard().decide(new FactSetReader().read(ticket));
        String expected = Stream.concat(Stream.of(decision.support().orElseThrow().name()), decision.needs().stream())
                .collect(Collectors.joining(" "));
        Path bad = Files.writeString(directory.resolve("bad.json"), "{\"asOf\": \"yesterday\"}");
        try (Source source = Source.of(null);
                Service service = Service.start(source, "127.0.0.1", 0, new Limits(100_000, LONG, LONG), null)) {
            assertThat(run(0, interpreter, client, service.address(), ticket)).isEqualTo(expected);
            assertThat(run(1, interpreter, client, service.address(), bad)).contains("asOf");
        }
    }

    private static boolean isThere(String interpreter) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(path -> Files.isExecutable(Path.of(path, interpreter)));
    }

    private static String run(int status, String interpreter, String client, String address, Path ticket)
            throws IOException, InterruptedException {
        List<String> command = List.of(interpreter, EXAMPLES.resolve("clients").resolve(client).toString(), address, ticket.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }
}
