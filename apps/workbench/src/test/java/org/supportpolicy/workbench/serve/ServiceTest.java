package org.supportpolicy.workbench.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.AlternativesWriter;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;

/** What the service answers is what the library does; what it is asked wrongly, it says; what one request does, others do not feel. */
class ServiceTest {

    private static final Path TICKETS = Path.of(System.getProperty("project.root", "../.."), "examples", "tickets");
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final Limits LIMITS = new Limits(100_000, Duration.ofSeconds(60), Duration.ofSeconds(60));
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private Source source = Source.of(null);
    private Service service = Service.start(source, "127.0.0.1", 0, LIMITS, null);

    @AfterEach
    void stop() {
        service.close();
        source.close();
    }

    private void restart(Path rules, Limits limits, String token) {
        stop();
        source = Source.of(rules);
        service = Service.start(source, "127.0.0.1", 0, limits, token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.address() + path));
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static String ticket(String name) {
        try {
            return Files.readString(TICKETS.resolve(name + ".json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tickets() {
        try (Stream<Path> files = Files.list(TICKETS)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", "")).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTicketIsDecidedAsTheLibraryDecidesIt() {
        DecisionWriter writer = new DecisionWriter();
        assertThat(tickets()).hasSizeGreaterThan(15).allSatisfy(name -> {
            HttpResponse<String> response = post("/decide", JSON, ticket(name));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).contains(JSON);
            assertThat(response.body()).isEqualTo(writer.write(decided(ticket(name))));
        });
    }

    private static Decision decided(String ticket) {
        return SupportPolicy.standard().decide(new FactSetReader().read("body", ticket));
    }

    @Test
    void linesAreAnsweredLineByLineAndABadOneHurtsNoOther() {
        String good = json(ticket("server-down")).toString();
        HttpResponse<String> response = post("/decide", LINES, good + "\n\n{\"asOf\": 7}\n" + good + "\n");
        List<String> lines = response.body().lines().toList();
        assertThat(response.headers().firstValue("Content-Type")).contains(LINES);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo(lines.get(2)).isEqualTo(new DecisionWriter().write(decided(good)));
        assertThat(json(lines.get(1)).path("line").asInt()).isEqualTo(3);
        assertThat(json(lines.get(1)).path("errors").path(0).path("pointer").asText()).isEqualTo("#/asOf");
    }

    @Test
    void textsComeInTheLanguageAskedFor() {
        String ticket = ticket("server-down");
        Decision decision = decided(ticket);
        Locale dutch = Locale.forLanguageTag("nl");
        assertThat(post("/letter?lang=nl", JSON, ticket).body()).isEqualTo(decision.letter(dutch));
        assertThat(send(request("/letter").header("Content-Type", JSON).header("Accept-Language", "nl-NL,nl;q=0.9")
                .POST(BodyPublishers.ofString(ticket))).body()).isEqualTo(decision.letter(dutch));
        assertThat(post("/explain", JSON, ticket).body()).isEqualTo(decision.explain(Locale.ENGLISH));
    }

    @Test
    void questionsOutlooksAndReasonsWhyNotAreAnswered() {
        JsonNode questions = json(post("/questions", JSON, ticket("impact-still-unknown")).body()).path("questions");
        assertThat(questions.findValuesAsText("path")).contains("impact.productionImpact");
        assertThat(questions.findValuesAsText("ask")).allSatisfy(ask -> assertThat(ask).endsWith("?"));
        JsonNode outlook = json(post("/outlook", JSON, ticket("resolved-and-reopened-in-time")).body());
        assertThat(outlook.path("until").asText()).isNotEmpty();
        assertThat(json(post("/decide?valid-until=true", JSON, ticket("closed-after-seven-days")).body()).has("policy")).isTrue();
        FactSet licence = new FactSetReader().read("body", ticket("licence-only-customer"));
        AlternativesWriter writer = new AlternativesWriter(Locale.ENGLISH);
        assertThat(post("/why-not?answer=OWED", JSON, ticket("licence-only-customer")).body())
                .isEqualTo(writer.write(SupportPolicy.standard().whyNot(licence, "OWED")));
        assertThat(post("/what-if", JSON, ticket("licence-only-customer")).body())
                .isEqualTo(writer.write(SupportPolicy.standard().whatIf(licence)));
    }

    @Test
    void thePolicyIsTold() {
        JsonNode policy = json(get("/policy").body());
        assertThat(policy.path("fingerprint").asText()).isEqualTo(SupportPolicy.standard().receipt().fingerprint());
        JsonNode clause = json(get("/clauses/closure.reopen?lang=nl").body());
        assertThat(clause.path("section").asText()).isEqualTo("closure");
        assertThat(clause.path("rules")).isNotEmpty();
        assertThat(json(get("/clauses").body()).path("clauses")).hasSize(SupportPolicy.standard().clauses().size());
        assertThat(get("/problems/SP-R034").body()).contains("SP-R034");
        assertThat(json(get("/health").body()).path("status").asText()).isEqualTo("UP");
    }

    @Test
    void theServiceDescribesItself() {
        JsonNode document = json(get("/openapi.json?lang=nl").body());
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.at("/components/schemas/FactSet")).hasToString(json(get("/schema/fact-set?lang=nl").body()).toString());
        document.path("paths").fieldNames().forEachRemaining(path -> {
            boolean asks = document.path("paths").path(path).has("post");
            String query = path.equals("/why-not") ? "?answer=OWED" : "";
            int status = asks ? post(path + query, JSON, ticket("server-down")).statusCode()
                    : get(path.replace("{id}", "closure.reopen").replace("{code}", "SP-I004").replace("{name}", "decision")).statusCode();
            assertThat(status).as(path).isEqualTo(200);
        });
        assertThat(get("/schema/nothing").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/decide|application/json|{|400|",
        "/decide|application/json|{\"asOf\":\"2025-03-12T09:00:00Z\",\"tiket\":{}}|400|ticket",
        "/decide|text/plain|{}|415|application/json",
        "/letter|application/x-ndjson|{}|415|(application/x-ndjson) must be application/json",
        "/decide?questions=maybe|application/json|{\"asOf\":\"2025-03-12T09:00:00Z\"}|400|true or false",
        "/outlook?until=tomorrow|application/json|{\"asOf\":\"2025-03-12T09:00:00Z\"}|400|instant",
        "/outlook?until=5000-01-01T00:00:00Z|application/json|{\"asOf\":\"2025-03-12T09:00:00Z\"}|400|until",
        "/outlook?until=2020-01-01T00:00:00Z|application/json|{\"asOf\":\"2025-03-12T09:00:00Z\"}|400|SP-W012",
        "/why-not|application/json|{\"asOf\":\"2025-03-12T09:00:00Z\"}|400|clause",
        "/why-not?answer=NOPE|application/json|{\"asOf\":\"2025-03-12T09:00:00Z\"}|400|NOPE",
        "/decide?valid_until=true|application/json|{\"asOf\":\"2025-03-12T09:00:00Z\"}|400|valid-until",
        "/letter?lang=fr|application/json|{\"asOf\":\"2025-03-12T09:00:00Z\"}|400|nl or en",
        "/nowhere|application/json|{}|404|"})
    void whatIsAskedWronglyIsSaid(String path, String type, String body, int status, String said) {
        HttpResponse<String> response = post(path, type, body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(
                kind -> assertThat(kind).startsWith("application/problem+json"));
        JsonNode problem = json(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(response.body()).contains(said == null ? "detail" : said);
    }

    @Test
    void anotherMethodThanTheRightOneIsRefused() {
        HttpResponse<String> refused = get("/decide");
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).contains("POST, OPTIONS");
        assertThat(get("/clauses/closure.nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aBodyOverTheLimitIsRefusedAndADeepOneToo() {
        String body = "{\"asOf\":\"2025-03-12T09:00:00Z\",\"intake\":{\"subject\":\"" + "x".repeat(LIMITS.body()) + "\"}}";
        assertThat(post("/decide", JSON, body)).matches(refused -> refused.statusCode() == 413)
                .extracting(HttpResponse::body).asString().contains("at most 100000 bytes");
        assertThat(post("/decide", JSON, "[".repeat(50_000)).statusCode()).isEqualTo(400);
        HttpResponse<String> response = send(request("/decide").header("Content-Type", JSON)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
        assertThat(response.statusCode()).as("sent in chunks of no known length").isEqualTo(413);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        HttpResponse<String> response = send(request("/decide").header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', (byte) 0xff})));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("UTF-8");
    }

    @Test
    void whoSendsNothingIsNotWaitedForLong() throws IOException {
        restart(null, new Limits(LIMITS.body(), LIMITS.time(), Duration.ofSeconds(1)), null);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(service.address()).getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /decide HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).doesNotContain(" 200 ");
        }
    }

    @Test
    void aServiceWithATokenAsksForIt() {
        restart(null, LIMITS, "secret");
        String ticket = ticket("server-down");
        assertThat(post("/decide", JSON, ticket).statusCode()).isEqualTo(401);
        assertThat(get("/metrics").statusCode()).isEqualTo(401);
        assertThat(get("/nowhere").statusCode()).isIn(401, 404);
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(send(bearing("wrong", ticket)).statusCode()).isEqualTo(401);
        assertThat(send(bearing("secret", ticket)).statusCode()).isEqualTo(200);
        assertThat(send(request("/policy").header("Authorization", "bearer secret").GET()).statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder bearing(String token, String ticket) {
        return request("/decide").header("Content-Type", JSON).header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(ticket));
    }

    @Test
    void whatIsDoneIsCounted() {
        post("/decide", JSON, ticket("server-down"));
        post("/decide", JSON, "{");
        String metrics = get("/metrics").body();
        assertThat(metrics).contains("support_policy_tickets_total{outcome=\"decided\",route=\"/decide\"} 1.0")
                .contains("support_policy_tickets_total{outcome=\"refused\",route=\"/decide\"} 1.0")
                .contains("support_policy_requests_seconds_count").contains("support_policy_rules_refused 0.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void aSoundEditOfTheRulesIsTakenOverAndABadOneIsTold(@TempDir Path directory) throws Exception {
        WorkingCopy.init(directory);
        restart(directory, LIMITS, null);
        String before = json(get("/policy").body()).path("fingerprint").asText();
        Path closure;
        try (Stream<Path> files = Files.walk(directory)) {
            closure = files.filter(file -> file.endsWith("closure.drl")).findFirst().orElseThrow();
        }
        String text = Files.readString(closure);
        Files.writeString(closure, text.replace("Ticket( state", "Tiket( state"));
        until(() -> json(get("/health").body()).path("refused").size() > 0);
        assertThat(json(get("/policy").body()).path("fingerprint").asText()).isEqualTo(before);
        assertThat(get("/health").body()).contains("closure.drl").contains("UP");
        Files.writeString(closure, text + "// read over\n");
        until(() -> !json(get("/policy").body()).path("fingerprint").asText().equals(before));
        assertThat(json(get("/health").body()).path("refused")).isEmpty();
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        for (int i = 0; i < 600 && !holds.call(); i++) {
            Thread.sleep(100);
        }
        assertThat(holds.call()).isTrue();
    }

    @Test
    void manyAskAtOnceAndEachGetsItsOwn() throws Exception {
        List<String> names = tickets();
        DecisionWriter writer = new DecisionWriter();
        List<String> expected = names.stream().map(name -> writer.write(decided(ticket(name)))).toList();
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> asks = IntStream.range(0, 320).<Callable<String>>mapToObj(i -> () ->
                    post("/decide", JSON, ticket(names.get(i % names.size()))).body()).toList();
            var answers = clients.invokeAll(asks);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(expected.get(i % names.size()));
            }
        } finally {
            clients.shutdown();
        }
    }

    @Test
    void twoCannotListenAtOnePort() {
        int port = URI.create(service.address()).getPort();
        assertThatExceptionOfType(Service.NotListening.class).isThrownBy(() -> Service.start(source, "127.0.0.1", port, LIMITS, null))
                .withMessageContaining("--port");
    }
}
