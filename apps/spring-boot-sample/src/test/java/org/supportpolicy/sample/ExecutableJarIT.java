package org.supportpolicy.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.author.WorkingCopy;

/** The executable jar, with all jars within it, decides, loads a directory and watches it. */
class ExecutableJarIT {

    private static final Path JAR = Path.of("target/sample.jar");
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void itDecidesByItsOwnRulesOrByThoseOfADirectoryThatIsEdited(@TempDir Path folder) throws Exception {
        Path rules = folder.resolve("rules");
        WorkingCopy.init(rules);
        String ticket = Files.readString(Path.of("../../../examples/tickets/server-down.json"));
        try (Running standard = new Running();
                Running loaded = new Running("--support-policy.rules=" + rules, "--support-policy.quiet=50ms")) {
            String decided = standard.decide(ticket);
            assertThat(decided).startsWith("{\"policy\":{\"edition\":\"1.0\"").isEqualTo(loaded.decide(ticket));
            for (String text : List.of("policy.en.md", "policy.nl.md")) {
                Path file = rules.resolve(text);
                String edited = Files.readString(file).replace("Edition: 1.0", "Edition: 1.1").replace("Editie: 1.0", "Editie: 1.1");
                Files.writeString(file, edited);
            }
            String after = decided;
            for (int asked = 0; asked < 1_000 && after.equals(decided); asked++) {
                Thread.sleep(50);
                after = loaded.decide(ticket);
            }
            assertThat(after).startsWith("{\"policy\":{\"edition\":\"1.1\"");
            assertThat(standard.decide(ticket)).isEqualTo(decided);
        }
    }

    @Test
    void badRulesAreSaidWithoutAStackTrace(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("bad.drl"), "rule");
        try (Running refused = new Running("--support-policy.rules=" + folder)) {
            assertThat(refused.all()).contains("APPLICATION FAILED TO START", "bad.drl:1:", "SP-R", "Correct the files of support-policy")
                    .doesNotContain("\tat ");
        }
    }

    private final class Running implements AutoCloseable {

        private final Process process;
        private final BufferedReader said;

        Running(String... arguments) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-jar", JAR.toString(), "--server.port=0");
            builder.command().addAll(List.of(arguments));
            process = builder.redirectErrorStream(true).start();
            said = process.inputReader(StandardCharsets.UTF_8);
        }

        private int port;

        String decide(String ticket) throws IOException, InterruptedException {
            for (String line = ""; port == 0; line = said.readLine()) {
                assertThat(line).as("the end of what it says").isNotNull();
                Matcher found = PORT.matcher(line);
                port = found.find() ? Integer.parseInt(found.group(1)) : 0;
            }
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/decide"))
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(ticket)).build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }

        String all() throws IOException {
            return String.join("\n", said.lines().toList());
        }

        @Override
        public void close() throws Exception {
            process.destroy();
            process.waitFor();
        }
    }
}
