package org.supportpolicy.workbench.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.workbench.http.ProblemDocument;

/** A request takes no more than its time, and none for a client that has left; the next is answered as ever. */
class AllowanceTest {

    private static final Duration LONG = Duration.ofSeconds(600);

    @ParameterizedTest
    @ValueSource(strings = {RunningService.JSON, RunningService.LINES})
    void workThatTakesTooLongIsStopped(String type) throws Exception {
        try (RunningService service = new RunningService(Duration.ofSeconds(1), LONG, null)) {
            HttpResponse<String> stopped = service.post("/what-if", type, RunningService.costly());
            assertThat(stopped.statusCode()).isEqualTo(503);
            assertThat(stopped.headers().firstValue("Content-Type").orElse("")).startsWith(ProblemDocument.TYPE);
            assertThat(RunningService.json(stopped.body()).path("detail").asText()).contains("(1 s)").contains("--max-seconds");
            assertThat(service.logged()).contains("POST /what-if 503");
            assertThat(service.post("/decide", type, RunningService.costly()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void linesThatWereAnsweredStayAndALastOneSaysWhereItStopped() throws Exception {
        try (RunningService service = new RunningService(Duration.ofSeconds(5), LONG, null)) {
            String body = RunningService.SMALL + "\n\n{}\n" + (RunningService.costly() + "\n").repeat(50);
            HttpResponse<String> response = service.post("/what-if", RunningService.LINES, body);
            List<JsonNode> lines = response.body().lines().map(RunningService::json).toList();
            assertThat(response.statusCode()).isEqualTo(200);
            JsonNode last = lines.get(lines.size() - 1);
            assertThat(lines.get(0).has("sections")).isTrue();
            assertThat(lines.get(1).path("status").asInt()).isEqualTo(400);
            assertThat(last.path("status").asInt()).isEqualTo(503);
            assertThat(last.path("line").asInt()).as("after those that were answered, and the one that is blank")
                    .isEqualTo(lines.size() - 1 + 2).isLessThan(54);
            assertThat(last.path("detail").asText()).contains("from " + last.path("line") + " on");
            assertThat(service.logged()).endsWith(", stopped after " + (lines.size() - 1) + " lines");
        }
    }

    @Test
    void aBodyThatDoesNotComeInTimeIsRefused() throws Exception {
        try (RunningService service = new RunningService(Duration.ofSeconds(1), LONG, null)) {
            assertRefused(service, "(1 s)");
        }
    }

    @Test
    void aConnectionThatFallsSilentIsRefused() throws Exception {
        try (RunningService service = new RunningService(LONG, Duration.ofSeconds(1), null)) {
            assertRefused(service, "pauses");
        }
    }

    @Test
    void aBodyThatTricklesIsRefused() throws Exception {
        try (RunningService service = new RunningService(Duration.ofSeconds(1), LONG, null); Socket socket = service.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /decide HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            while (socket.getInputStream().available() == 0) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
            assertThat(new String(socket.getInputStream().readNBytes(300), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 408 ")
                    .contains("(1 s)");
        }
    }

    private static void assertRefused(RunningService service, String said) throws Exception {
        String answer = service.raw("POST /decide HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{");
        assertThat(answer).startsWith("HTTP/1.1 408 ").contains(ProblemDocument.TYPE);
        JsonNode problem = RunningService.json(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(problem.path("status").asInt()).isEqualTo(408);
        assertThat(problem.path("detail").asText()).contains(said);
        assertThat(service.logged()).contains("POST /decide 408");
    }

    @Test
    void forAClientThatLeftNothingMoreIsLookedAt() throws Exception {
        int lines = 3_000;
        try (RunningService service = new RunningService(LONG, LONG, null)) {
            byte[] body = (RunningService.ticket("licence-only-customer") + "\n").repeat(lines).getBytes(StandardCharsets.UTF_8);
            try (Socket socket = service.connect()) {
                OutputStream out = socket.getOutputStream();
                out.write(("POST /why-not?answer=OWED HTTP/1.1\r\nHost: here\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
                        + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                out.flush();
                assertThat(socket.getInputStream().readNBytes(500)).as("comes before all lines are looked at").hasSize(500);
                socket.setSoLinger(true, 0);
            }
            String logged = service.logged();
            assertThat(logged).contains("POST /why-not 200").matches(".*, the client left after \\d+ lines");
            assertThat(Integer.parseInt(logged.replaceAll(".* after | lines", ""))).isLessThan(lines);
        }
    }
}
