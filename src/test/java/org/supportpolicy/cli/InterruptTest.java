package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.author.WorkingCopy;

class InterruptTest {

    private static final byte[] TICKET = "{\"asOf\": \"2026-03-10T16:30:00+01:00\", \"ticket\": {\"number\": \"T-1\"}}\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"decide --json -", "outlook --json -"})
    void aSignalStopsTheWorkAndWhatWasDecidedIsWritten(String command) throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        Process process = process(command);
        Thread endless = write(process, Integer.MAX_VALUE);
        try (BufferedReader out = process.inputReader()) {
            answers.add(out.readLine());
            process.toHandle().destroy(); // the process alone: its streams stay open
            out.lines().forEach(answers::add);
        }
        assertStopped(process, endless);
        assertThat(answers).allSatisfy(line -> assertThat(line).startsWith("{\"").endsWith("}"));
    }

    /** What adds up answers says nothing before its end, so the signal comes when more was read than is ever read ahead. */
    @ParameterizedTest
    @ValueSource(strings = {"forecast - --until 2026-12-31 --lang nl", "replay standard -"})
    void aSumIsThatOfWhatWasLookedAt(String command) throws IOException, InterruptedException {
        Process process = process(command);
        Thread writer = write(process, 5_000);
        writer.join();
        Thread endless = write(process, Integer.MAX_VALUE);
        process.toHandle().destroy();
        List<String> out = process.inputReader().lines().toList();
        assertStopped(process, endless);
        assertThat(out).last().asString().matches("[1-9][\\d.,]* (feitensets: 0|fact sets decided, 0).*");
    }

    @Test
    void checkingWatchesUntilASignal() throws IOException, InterruptedException {
        Path copy = folder.resolve("copy");
        WorkingCopy.init(copy);
        Process process = process("check --watch " + copy);
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).endsWith("  No problem.");
            Files.writeString(copy.resolve("closure.drl"), "rule");
            assertThat(out.readLine()).contains("closure.drl:1:");
            Files.delete(copy.resolve("closure.drl"));
            Files.delete(copy.resolve("policy.en.md"));
            while (!out.readLine().contains("  SP-R015")) { // each clause of the section is said to lack its rules
                assertThat(process.isAlive()).isTrue();
            }
            process.toHandle().destroy();
            out.lines().forEach(line -> {});
        }
        assertThat(process.waitFor()).isEqualTo(143);
    }

    private Process process(String command) throws IOException {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(List.of(command.split(" ")));
        return new ProcessBuilder(words).redirectError(folder.resolve("problems").toFile()).start();
    }

    private static Thread write(Process process, int lines) {
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < lines; i++) {
                    process.getOutputStream().write(TICKET);
                }
            } catch (IOException e) {
                // it reads no more
            }
        });
        writer.start();
        return writer;
    }

    private void assertStopped(Process process, Thread writer) throws IOException, InterruptedException {
        process.waitFor();
        writer.join();
        assertThat(Files.readString(folder.resolve("problems"))).containsAnyOf("Stopped before the end; what was decided is written.",
                "Gestopt voor het einde; wat beslist is, is geschreven.");
        assertThat(process.exitValue()).isNotZero();
    }

    @Test
    void progressIsDrawnOnATerminalAndWipedInTheEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("tickets.jsonl"), "12345678\n".repeat(10));
        assertThat(drawn(true, file)).contains("[####....................................] 10 %").contains("] 100 %").endsWith("\r");
        assertThat(drawn(false, file)).isEmpty();
    }

    private static String drawn(boolean shown, Path file) throws IOException {
        StringWriter terminal = new StringWriter();
        Progress progress = new Progress(new PrintWriter(terminal), shown, List.of(file));
        Files.readAllLines(file).forEach(line -> progress.line(line.length()));
        progress.done();
        return terminal.toString();
    }
}
