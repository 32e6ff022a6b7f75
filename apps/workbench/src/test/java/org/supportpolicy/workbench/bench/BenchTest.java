package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.PolicyException;
import org.supportpolicy.author.WorkingCopy;
import picocli.CommandLine;

/** The command prints where the bench is, and refuses what cannot be. */
class BenchTest {

    @TempDir
    private Path directory;

    private final StringWriter err = new StringWriter();

    /** The command as the program that has it takes arguments. */
    private static CommandLine command() {
        return new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private int run(PrintWriter out, String... args) {
        return command().setOut(out).setErr(new PrintWriter(err, true)).execute(args);
    }

    private int run(String... args) {
        return run(new PrintWriter(new StringWriter()), args);
    }

    @Test
    void theAddressIsPrintedAndAnswers() throws Exception {
        WorkingCopy.init(directory);
        BlockingQueue<String> printed = new LinkedBlockingQueue<>();
        PrintWriter out = new PrintWriter(new StringWriter()) {
            @Override
            public void println(String line) {
                printed.add(line);
            }
        };
        Thread command = new Thread(() -> run(out, directory.toString(), "--no-open", "--lang", "nl"));
        command.start();
        assertThat(printed.poll(10, TimeUnit.MINUTES)).contains("werkbank");
        String address = printed.poll(10, TimeUnit.MINUTES);
        assertThat(address).startsWith("http://127.0.0.1:" + Bench.usual(directory) + "/").endsWith("&lang=nl");
        HttpRequest entry = HttpRequest.newBuilder(URI.create(address)).build();
        assertThat(HttpClient.newHttpClient().send(entry, BodyHandlers.ofString()).statusCode()).isEqualTo(302);
        command.interrupt();
        command.join();
    }

    @Test
    void aBrowserFindsWhatItKeptAtTheSameAddress() {
        assertThat(Bench.usual(directory)).isBetween(49_152, 65_535).isEqualTo(Bench.usual(directory.resolve("scenarios/..")))
                .isNotEqualTo(Bench.usual(directory.resolve("scenarios")));
    }

    @Test
    void whatCannotBeIsSaid() throws Exception {
        WorkingCopy.init(directory);
        assertThat(run(directory.toString(), "--port", "70000")).isEqualTo(2);
        assertThat(run(directory.toString(), "--lang", "fr")).isEqualTo(2);
        assertThat(err.toString()).contains("--port (70000)", "'--lang'", "'fr'");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run(directory.toString(), "--no-open", "--port", String.valueOf(taken.getLocalPort()))).isEqualTo(1);
        }
        assertThat(err.toString()).contains("Maybe something else does");
        assertThat(command().setErr(new PrintWriter(err, true)).setExecutionExceptionHandler((e, line, parsed) -> {
            assertThat(e).isInstanceOf(PolicyException.class);
            return 1;
        }).execute(directory.resolve("nowhere").toString(), "--no-open")).isEqualTo(1);
    }
}
