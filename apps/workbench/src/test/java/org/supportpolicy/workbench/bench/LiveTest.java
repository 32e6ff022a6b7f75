package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.author.Book;

/** Pages that are open hear of every change at once. */
class LiveTest {

    private static final String FILE = "closure.drl";
    @TempDir
    private static Path directory;

    private static RunningBench bench;

    @BeforeAll
    static void start() {
        bench = RunningBench.ofStandard(directory);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static boolean isSound(JsonNode copy) {
        return copy.path("sound").asBoolean();
    }

    @Test
    void aPageHearsHowTheCopyStandsAndOfEachChangeByWhomever() throws Exception {
        String text = bench.text(FILE);
        try (RunningBench.Listening page = bench.listen("?lang=nl")) {
            JsonNode first = page.next("copy", copy -> true).data();
            assertThat(isSound(first)).isTrue();
            assertThat(first.path("problems")).isEmpty();
            JsonNode run = page.next("scenarios", each -> true).data();
            assertThat(run.path("total").asInt()).isGreaterThan(1_000);
            assertThat(run.path("failed").asInt()).isZero();

            bench.write(FILE, text.replace("daysAfter( 7, $marked", "daysAfter( 10, $marekd"));
            JsonNode broken = page.next("copy", copy -> !isSound(copy)).data();
            JsonNode problem = StreamSupport.stream(broken.path("problems").spliterator(), false)
                    .filter(each -> each.path("severity").asText().equals("error")).findFirst().orElseThrow();
            assertThat(problem.path("file").asText()).isEqualTo(FILE);
            assertThat(problem.path("line").asInt()).isPositive();
            assertThat(problem.path("message").asText()).contains("$marekd");
            assertThat(problem.path("advice").asText()).startsWith("Misschien");

            bench.write(FILE, text.replace("daysAfter( 7, $marked", "daysAfter( 10, $marked"));
            page.next("copy", LiveTest::isSound);
            JsonNode failed = page.next("scenarios", each -> true).data();
            assertThat(failed.path("failed").asInt()).isPositive();
            assertThat(failed.path("failures").findValuesAsText("file")).contains("scenarios/closure.yaml");
            assertThat(failed.path("failures").get(0).path("message").asText()).isNotBlank();
            assertThat(bench.asked(bench.get("/api/copy")).path("scenarios").path("failed")).isEqualTo(failed.path("failed"));

            bench.write(FILE, text);
            page.next("scenarios", each -> each.path("failed").asInt() == 0);
        }
    }

    @Test
    void aPageThatReadsNothingKeepsNobodyWaiting() throws Exception {
        URI origin = URI.create(bench.server.origin());
        try (Socket deaf = new Socket(); RunningBench.Listening page = bench.listen("")) {
            deaf.setReceiveBufferSize(2_048);
            deaf.connect(new InetSocketAddress(origin.getHost(), origin.getPort()));
            deaf.getOutputStream().write(("GET /api/events HTTP/1.1\r\nHost: " + origin.getAuthority() + "\r\nAuthorization: Bearer "
                    + bench.server.token() + "\r\nAccept: text/event-stream\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            page.next("copy", copy -> true);
            String longName = "directory:" + "/".repeat(1_000_000) + directory.toRealPath();
            assertTimeoutPreemptively(Duration.ofSeconds(50), () -> {
                for (int i = 0; i < 12; i++) {
                    bench.asked(bench.post("/api/changes", Map.of("against", longName)));
                }
                bench.asked(bench.post("/api/coverage", Map.of()));
                page.next("job", job -> job.path("job").asText().equals("coverage"));
            });
        }
    }

    @Test
    void aCheckOfUnsavedTextsWritesNothing() {
        String before = bench.text(FILE);
        long version = bench.asked(bench.get("/api/copy")).path("version").asLong();
        JsonNode checked = bench.asked(bench.post("/api/check", Map.of("unsaved",
                Map.of(FILE, before.replace("daysAfter( 7, $marked", "daysAfter( 10, $marked")), "scenarios", true)));
        assertThat(isSound(checked)).isTrue();
        assertThat(checked.path("scenarios").path("failed").asInt()).isPositive();
        assertThat(isSound(bench.asked(bench.post("/api/check", Map.of("unsaved", Map.of(FILE, "rule oops")))))).isFalse();
        assertThat(bench.text(FILE)).isEqualTo(before);
        assertThat(bench.asked(bench.get("/api/copy")).path("version").asLong()).isEqualTo(version);
    }

    @Test
    void clausesSayWhereTheirTextStands() {
        for (String language : List.of("en", "nl")) {
            JsonNode clause = bench.asked(bench.get("/api/copy?lang=" + language)).path("clauses").get(0);
            assertThat(clause.path("file").asText()).isEqualTo("policy." + language + ".md");
            assertThat(bench.text("policy." + language + ".md").lines().toList().get(clause.path("line").asInt() - 1))
                    .startsWith("### " + clause.path("id").asText());
        }
    }

    @Test
    void wordsComeAsTheyAreWritten() throws Exception {
        JsonNode schema = bench.asked(bench.get("/api/schema?lang=nl"));
        assertThat(schema.toString()).contains("geïntegreerd").doesNotContain("\uFFFD");
        JsonNode facts = bench.asked(bench.get("/api/facts?lang=nl"));
        assertThat(facts.path("words")).anyMatch(word -> word.path("name").asText().equals("Urgency"));
        assertThat(facts.path("answers")).anyMatch(answer -> answer.asText().equals("urgency=1"))
                .anyMatch(answer -> answer.asText().equals("exclusions=c"));
    }

    @Test
    void theBookIsMadeOfTheCopyAsItStands() throws Exception {
        String text = bench.text(FILE);
        assertThat(bench.get("/book?lang=nl").body()).startsWith("<!DOCTYPE html>").contains("<html lang=\"nl\">", "id=\"clause-closure.reopen\"");
        assertThat(bench.get("/glossary").body()).contains("id=\"fact-ticket\"", "href=\"/book#");
        assertThat(bench.get("/book").headers().map()).containsEntry("content-security-policy",
                List.of("default-src 'none'; img-src data:; style-src 'sha256-" + Book.securityPolicy().replaceAll(".*sha256-", "") + "; frame-ancestors 'self'"));
        try (RunningBench.Listening page = bench.listen("")) {
            bench.write(FILE, text.replace("daysAfter( 7, $marked", "daysAfter( 7, $marekd"));
            page.next("copy", copy -> !isSound(copy));
            assertThat(bench.get("/book").body()).contains("$marekd");
            assertThat(bench.get("/glossary").statusCode()).isEqualTo(422);
            bench.write(FILE, text);
            page.next("copy", LiveTest::isSound);
        }
    }
}
