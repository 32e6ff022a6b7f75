package org.supportpolicy.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;

/** What a controller takes and returns, over HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TicketsTest {

    private static final Path TICKETS = Path.of("../../../examples/tickets");

    private final HttpClient client = HttpClient.newHttpClient();
    @Value("${local.server.port}")
    private int port;
    @Autowired
    private FactSetReader reader;

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> post(String path, String body, String language) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at(path)).header("Content-Type", "application/json")
                .header("Accept-Language", language).POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void aFactSetGoesInAndADecisionComesOut() throws Exception {
        String ticket = Files.readString(TICKETS.resolve("significant-loss-in-office-hours.json"));
        HttpResponse<String> answer = post("/decide", ticket, "en");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        Decision decision = SupportPolicy.standard().decide(reader.read("ticket", ticket));
        assertThat(answer.body()).isEqualTo(new DecisionWriter().write(decision));
    }

    @Test
    void soDoManyWithinAList() throws Exception {
        String one = Files.readString(TICKETS.resolve("server-down.json"));
        String other = Files.readString(TICKETS.resolve("question-about-integration.json"));
        HttpResponse<String> answer = post("/queue", "[" + other + "," + one + "]", "en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        DecisionWriter writer = new DecisionWriter();
        SupportPolicy policy = SupportPolicy.standard();
        assertThat(answer.body()).isEqualTo("[" + writer.write(policy.decide(reader.read("one", one))) + ","
                + writer.write(policy.decide(reader.read("other", other))) + "]");
    }

    @Test
    void whatIsWrongIsSaidInTheLanguageAsked() throws Exception {
        HttpResponse<String> english = post("/decide", "{\"asOf\": \"yesterday\",\n \"ticket\": {\"state\": \"LOST\"}}", "en");
        assertThat(english.statusCode()).isEqualTo(400);
        assertThat(english.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(english.body()).contains("The asOf (yesterday) must be", "\"status\":400", "\"code\":\"SP-I004\"",
                "\"pointer\":\"#/ticket/state\"", "\"line\":2");
        assertThat(post("/decide", "{\"asOf\": \"yesterday\"}", "nl").body()).contains("SP-I004").doesNotContain("must be");
        HttpResponse<String> within = post("/queue", "[{\"asOf\": \"yesterday\"}]", "en");
        assertThat(within.statusCode()).isEqualTo(400);
    }

    @Test
    void healthAndMetricsTellOfThePolicy() throws Exception {
        String fingerprint = SupportPolicy.standard().receipt().fingerprint();
        assertThat(get("/actuator/health")).contains("\"supportPolicy\":{", fingerprint);
        assertThat(get("/actuator/metrics/support.policy.rules")).contains("\"value\":" + (double) SupportPolicy.standard().rules().size());
    }
}
