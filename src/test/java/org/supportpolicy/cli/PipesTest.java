package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.author.WorkingCopy;

/** The command line as a process among others: with pipes that pause and break, and disks that are full. */
@Timeout(120)
class PipesTest {

    private static final File FULL = new File("/dev/full");
    private static final String TICKET = "{\"asOf\":\"2026-03-10T16:30:00+01:00\",\"ticket\":{\"number\":\"T-%d\"}}\n";
    private static final byte[] NOT_UTF8 = {'{', '"', (byte) 0xff, '"', '}', '\n'};

    @TempDir
    private Path folder;
    private Path problems;

    @BeforeEach
    void problems() {
        problems = folder.resolve("problems");
    }

    private ProcessBuilder command(String... args) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", // it ends before more would pay
                System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(Arrays.asList(args));
        return new ProcessBuilder(command).redirectError(problems.toFile());
    }

    private static byte[] ticket(int number) {
        return String.format(TICKET, number).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"decide --json examples/tickets.jsonl", "decide --lang nl examples/tickets/server-down.json", "rules", "rules --lang nl",
        "test src/test/resources/scenarios/closure.yaml", "check src/main/resources/rules", "--help", "decide --help", "--version"})
    void aFullDiskIsSaidAndEndsWithOne(String args) throws IOException, InterruptedException {
        assumeTrue(FULL.exists());
        Process process = command(args.split(" ")).redirectOutput(FULL).start();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(Files.readString(problems)).containsPattern("Standard output must take all|De standaarduitvoer moet alles").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/full", "/dev/null/report", "src", "target/none/report"})
    void aFileThatCannotBeWrittenIsSaidAndEndsWithOne(String file) throws IOException {
        assumeTrue(FULL.exists());
        String copy = Files.createDirectory(folder.resolve("copy")).toString();
        WorkingCopy.init(Path.of(copy));
        Path closure = Path.of(copy, "closure.drl");
        Files.writeString(closure, Files.readString(closure).replace("daysAfter( 7,", "daysAfter( 5,"));
        String tickets = Files.writeString(folder.resolve("tickets.jsonl"), "{\"asOf\":\"2025-03-11T12:00:00+01:00\",\"ticket\":{\"state\":\"RESOLVED\"},"
                + "\"resolution\":{\"markedResolvedAt\":\"2025-03-04T10:00:00+01:00\"}}\n").toString();
        for (String[] args : new String[][] {{"test", "src/test/resources/scenarios/closure.yaml", "--junit-xml", file}, {"coverage", copy, "--html", file}, {"book", copy, "-o", file},
            {"replay", copy, tickets, "--changed", file}}) {
            MainTest.Outcome outcome = MainTest.run("", args); // a process would say and end with the same
            assertThat(outcome.status()).as(args[0]).isEqualTo(1);
            assertThat(outcome.err()).as(args[0]).contains(file + "  SP-W010\n    The file must take all that is written (").doesNotContain("\tat ");
        }
    }

    @Test
    void problemsThatCannotBeSaidEndWithOne() throws IOException, InterruptedException {
        assumeTrue(FULL.exists());
        Process process = command("decide", "--json", "examples/tickets.jsonl", folder.resolve("none").toString()).redirectError(FULL)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void aHostThatWaitsForEachAnswerHasEach() throws IOException, InterruptedException {
        Process process = command("decide", "--json", "-").start();
        try (OutputStream in = process.getOutputStream(); BufferedReader out = process.inputReader()) {
            for (int i = 0; i < 20; i++) {
                in.write(ticket(i));
                in.write(i % 3 == 0 ? "\r\n \n".getBytes(StandardCharsets.UTF_8) : new byte[0]);
                in.flush();
                assertThat(out.readLine()).contains("\"ticket\":\"T-" + i + "\"");
            }
            in.write(ticket(20));
            in.write(ticket(21));
            in.write(ticket(22), 0, 40); // half a line holds back none before it
            in.flush();
            assertThat(List.of(out.readLine(), out.readLine())).last().asString().contains("\"ticket\":\"T-21\"");
            in.write(ticket(22), 40, ticket(22).length - 40);
            in.close();
            assertThat(out.lines().toList()).hasSize(1);
        }
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aPipeThatIsClosedStopsTheRunQuietly() throws IOException, InterruptedException {
        Process process = command("decide", "--json", "-").start();
        Thread endless = new Thread(() -> {
            try (OutputStream in = process.getOutputStream()) {
                while (true) {
                    in.write(ticket(1));
                }
            } catch (IOException e) {
                // the process has ended
            }
        });
        endless.start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).startsWith("{");
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(problems)).isEmpty();
        endless.join();
    }

    @Test
    void lengthAndBytesThatCannotBeAreRefusedWithTheirLine() throws IOException, InterruptedException {
        Path file = folder.resolve("tickets.jsonl");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(ticket(1));
            out.write(NOT_UTF8);
            byte[] million = new byte[1_000_000];
            Arrays.fill(million, (byte) 'a');
            for (int i = 0; i < 300; i++) {
                out.write(million); // more than there is memory
            }
            out.write('\n');
            out.write(ticket(2));
        }
        for (String source : List.of("standard input", file.toString())) {
            Process process = command("decide", "--json", source.equals("standard input") ? "-" : source).redirectInput(file.toFile()).start();
            try (BufferedReader out = process.inputReader()) {
                assertThat(out.lines()).hasSize(2).last().asString().contains("\"ticket\":\"T-2\"");
            }
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(Files.readString(problems)).isEqualTo(source + ":2:3  SP-I008\n    The line must be written in UTF-8.\n"
                    + source + ":3:1  SP-I001\n    A line, or an object over several, must have at most 10000000 bytes.\n");
        }
        Process replayed = command("replay", "standard", file.toString()).start();
        try (BufferedReader out = replayed.inputReader()) {
            assertThat(out.lines()).contains("2 fact sets decided, 0 of them differently.");
        }
        assertThat(replayed.waitFor()).isEqualTo(1);
    }

    @Test
    void whatNeverEndsIsReadNoFurther() throws IOException, InterruptedException {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero));
        Process process = command("decide", "--json", zero.toString(), "examples/tickets.jsonl").redirectOutput(folder.resolve("decided").toFile()).start();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(Files.readString(problems)).isEqualTo("/dev/zero:1:1  SP-I001\n    A line must end within 1000000000 bytes; what follows is not read.\n");
        assertThat(folder.resolve("decided")).isNotEmptyFile();
    }

    @Test
    void aFileThatIsStandardInputIsNotWrittenOver() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/dev/stdin")));
        Path tickets = Files.write(folder.resolve("tickets.jsonl"), ticket(1));
        Process process = command("replay", "--changed", tickets.toString(), "standard", "-").redirectInput(tickets.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(Files.readString(problems)).startsWith("The value (" + tickets + ") of --changed must be a file that the same command does not read");
        assertThat(tickets).hasBinaryContent(ticket(1));
    }

    @Test
    void aNameThatTheMachineCannotWriteIsWrongUsage() throws IOException, InterruptedException {
        Path named = Files.createDirectory(folder.resolve("caf\u00e9"));
        for (String[] args : new String[][] {{"check", named.toString()}, {"decide", named.toString()}, {"diff", named.toString(), "standard"},
            {"replay", named.toString(), "examples/tickets.jsonl"}}) {
            ProcessBuilder builder = command(args).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("LC_ALL", "C");
            assertThat(builder.start().waitFor()).as(args[0]).isBetween(1, 2); // 1 where names are UTF-8 whatever the settings say
            assertThat(Files.readString(problems)).as(args[0]).doesNotContain("Exception", "\tat ").isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {">&-", "2>&-", ">&- 2>&-"})
    void aStreamThatIsClosedFromTheStartEndsWithOne(String closed) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" " + closed, "sh"));
        command.addAll(command("decide", "--json", "examples/tickets.jsonl", "none").command());
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(problems.toFile()).start();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(Files.readString(problems)).doesNotContain("\tat ");
    }
}
