package org.supportpolicy.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that need more than the library speak Dutch to those who ask for it, in their help and when they refuse. */
class UsageTest {

    /** Words of English sentences that are none of Dutch, and no value of an option. */
    private static final Pattern ENGLISH = Pattern.compile("\\b(the|and|which|are|with|by|to|from|must|nothing|when|left|out|long|may|Usage|usage|Language)\\b");

    private record Said(int status, String text) {}

    private static Said run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Workbench.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(new File("/dev/null")).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "bench", "lsp"})
    void theHelpIsDutch(String command) throws Exception {
        Said said = run(command, "--lang", "nl", "--help");
        assertThat(said.status).isZero();
        assertThat(said.text).startsWith("Gebruik: support-policy " + command).contains("Eindstatus:", "Toont deze hulp en stopt.", "Taal van de teksten");
        assertThat(ENGLISH.matcher(said.text.replaceAll("--[a-z-]+|Language\\s+Server\\s+Protocol", "")).results().map(found -> found.group()).toList()).isEmpty();
        assertThat(run(command, "--help").text).contains("Exit status:").doesNotContain("Eindstatus");
    }

    @Test
    void soIsWhatIsRefused() throws Exception {
        assertThat(run("bench", "--port", "70000", "--lang", "nl", "no-such"))
                .isEqualTo(new Said(2, "--port (70000) moet tussen 0 en 65535 liggen.\nZie support-policy bench --help.\n"));
        assertThat(run("serve", "--max-body", "0").text).startsWith("--max-body (0) must lie between 1 and 1000.\n");
        assertThat(run("serve", "--host", "0.0.0.0", "--lang=nl").text).startsWith("Met --host 0.0.0.0 moet er een token zijn");
        assertThat(run("lsp", "--lang", "fr")).isEqualTo(new Said(2, "The value (fr) of --lang must be one of en, nl.\nSee support-policy lsp --help.\n"));
        assertThat(run("bench", "--lang", "nl", "--no-open", "/no/such/directory").status).isEqualTo(1);
    }
}
