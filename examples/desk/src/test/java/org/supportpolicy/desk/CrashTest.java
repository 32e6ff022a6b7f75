package org.supportpolicy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;

/** The process is killed while people file and answer: what they were told is kept is kept, and no timer is missed. */
class CrashTest {

    private static final int WRITERS = 6;
    private static final int ENOUGH = 80;

    @TempDir
    private Path folder;

    /** What was acknowledged: the number of a ticket and a text that occurs once. */
    private record Kept(String number, String text) {}

    private final Queue<Kept> kept = new ConcurrentLinkedQueue<>();
    private final CountDownLatch enough = new CountDownLatch(ENOUGH);
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void nothingIsLostAndNoTimerIsMissed() throws Exception {
        String database = Database.EMBEDDED.formatted(folder.resolve("desk"));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "org.supportpolicy.desk.Main", "--port", "0",
                "--clock", "simulated", "--db", database)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String url = said.readLine().replace("Listening on ", "");
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.submit(() -> write(url, writer));
            }
            enough.await();
        } finally {
            process.destroyForcibly().waitFor();
            writers.shutdown();
            assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        Instant later = Instant.now().plus(Duration.ofDays(8));
        try (DeskUnderTest desk = new DeskUnderTest(database, later)) {
            desk.desk.timers().settle();
            check(desk, later);
        }
    }

    /** Files tickets and answers each of them twice, until the desk is gone. */
    private Void write(String url, int writer) throws InterruptedException {
        try {
            for (int i = 0;; i++) {
                String name = "writer " + writer + " ticket " + i + ".";
                Map<String, String> fields = DeskUnderTest.complete();
                fields.put("intake.subject", name);
                String number = post(url + "tickets", fields).headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
                kept.add(new Kept(number, name));
                enough.countDown();
                for (int version = 1; version <= 2; version++) {
                    String text = name + " answer " + version;
                    HttpResponse<String> answer = post(url + "tickets/" + number,
                            Map.of("act", "ANSWER", "text", text, "version", "" + version));
                    assertThat(answer.statusCode()).isEqualTo(303);
                    kept.add(new Kept(number, text));
                    enough.countDown();
                }
            }
        } catch (IOException e) {
            return null; // it was killed
        }
    }

    private HttpResponse<String> post(String url, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private void check(DeskUnderTest desk, Instant later) {
        assertThat(kept).hasSizeGreaterThanOrEqualTo(ENOUGH);
        for (Kept each : kept) {
            if (each.text().contains("answer")) {
                assertThat(desk.column("SELECT detail FROM event WHERE number = '" + each.number() + "'")).containsOnlyOnce(each.text());
            } else {
                assertThat(desk.facts(each.number())).contains(each.text());
            }
        }
        for (String number : desk.column("SELECT number FROM ticket")) {
            StoredTicket ticket = desk.ticket(number);
            List<Event> events = desk.desk.database().transaction(connection -> new Tickets().events(connection, number));
            assertThat(desk.column("SELECT line FROM decision_log WHERE number = '" + number + "'")).hasSameSizeAs(events);
            assertThat(ticket.decidedAt()).isEqualTo(events.get(events.size() - 1).at());
            assertThat(ticket.validUntil().orElse(Instant.MAX)).isAfter(later);
            Instant last = ticket.facts().get(Ticket.class).orElseThrow().createdAt();
            List<Instant> changed = new ArrayList<>();
            for (Event event : events) {
                if (event.kind().equals(Event.CHANGED)) {
                    changed.add(event.at());
                } else {
                    last = event.at();
                }
            }
            FactSet facts = ticket.facts().at(last).over(Desk.template());
            assertThat(changed).isNotEmpty().isEqualTo(SupportPolicy.standard().timeline(facts, later).changes().stream()
                    .map(change -> Tickets.nextMicrosecond(change.at())).toList());
        }
        desk.audit();
    }
}
