package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {

    @TempDir
    private Path folder;

    @Test
    void aSignalStopsTheWorkAndWhatWasDecidedIsWritten() throws IOException, InterruptedException {
        Path problems = folder.resolve("problems");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "decide", "--json", "-").redirectError(problems.toFile()).start();
        Thread endless = new Thread(() -> {
            try (PrintWriter tickets = new PrintWriter(process.outputWriter())) {
                while (!tickets.checkError()) {
                    tickets.println("{\"asOf\": \"2026-03-10T16:30:00+01:00\", \"ticket\": {\"number\": \"T-1\"}}");
                }
            }
        });
        endless.start();
        List<String> decisions = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            decisions.add(out.readLine());
            process.toHandle().destroy(); // the process alone: its streams stay open
            out.lines().forEach(decisions::add);
        }
        process.waitFor();
        endless.join();
        assertThat(decisions).allSatisfy(line -> assertThat(line).startsWith("{\"policy\"").endsWith("}"));
        assertThat(Files.readString(problems)).contains("Stopped before the end; what was decided is written.");
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
