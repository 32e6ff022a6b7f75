package org.supportpolicy.workbench.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.workbench.http.Texts;

/** Whatever is refused is said as a problem, in the language that was asked for, and tells a stranger nothing. */
class RefusalTest {

    private RunningService service = new RunningService();

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "BAD|400|HTTP",
        "GET /%zz HTTP/1.1|400|HTTP",
        "get /policy HTTP/1.1|405|Method",
        "GET /health HTTP/3.0|505|HTTP/1.1",
        "LONG|431|headers"})
    void whatIsNotHttpIsAProblemToo(String line, int status, String said) throws IOException {
        String sent = line.equals("LONG") ? "GET /health HTTP/1.1\r\nX: " + "x".repeat(20_000) : line + "\r\nHost: here";
        String answer = service.raw(sent + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("Content-Type: application/problem+json\r\n");
        JsonNode problem = RunningService.json(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).contains(said);
    }

    @Test
    void aBodyInChunksThatAreNoneIsAProblemToo() throws IOException {
        String answer = service.raw("POST /decide HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nnothing\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json").contains("HTTP as RFC 9112");
    }

    @Test
    void aLineThatIsNoTextHurtsNoOther() {
        byte[] body = (RunningService.SMALL + "\r\n" + "x\n" + RunningService.SMALL).getBytes(StandardCharsets.US_ASCII);
        body[RunningService.SMALL.length() + 2] = (byte) 0xff;
        HttpResponse<String> response = service.send(service.request("/decide").header("Content-Type", RunningService.LINES)
                .POST(BodyPublishers.ofByteArray(body)));
        List<JsonNode> lines = response.body().lines().map(RunningService::json).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).has("policy")).isTrue();
        assertThat(lines.get(0).equals(lines.get(2))).isTrue();
        assertThat(lines.get(1).at("/errors/0/code").asText()).isEqualTo("SP-I008");
        assertThat(lines.get(1).path("line").asInt()).isEqualTo(2);
        assertThat(lines.get(1).path("detail").asText()).contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/policy", "/clauses/closure.reopen", "/health", "/metrics", "/schema/decision", "/clauses/nope", "/nowhere"})
    void headIsGetWithoutABody(String path) {
        HttpResponse<String> get = service.send("GET", path);
        HttpResponse<String> head = service.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.headers().firstValue("Content-Type")).isEqualTo(get.headers().firstValue("Content-Type")).isPresent();
        assertThat(head.body()).isEmpty();
        assertThat(get.body()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/decide|POST, OPTIONS",
        "/policy|GET, HEAD, OPTIONS",
        "/clauses/closure.reopen|GET, HEAD, OPTIONS"})
    void otherMethodsAreToldWhichThereAre(String path, String allowed) throws InterruptedException {
        HttpResponse<String> options = service.send("OPTIONS", path);
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains(allowed);
        assertThat(service.logged()).contains("OPTIONS " + path.replace("closure.reopen", "{id}") + " 204");
        for (String method : List.of("DELETE", "PUT", "PATCH", "TELL", path.equals("/decide") ? "HEAD" : "POST")) {
            HttpResponse<String> refused = service.send(method, path);
            assertThat(refused.statusCode()).as(method).isEqualTo(405);
            assertThat(refused.headers().firstValue("Allow")).as(method).contains(allowed);
            assertThat(service.logged()).contains(method + " " + path.replace("closure.reopen", "{id}") + " 405");
        }
        assertThat(service.send("OPTIONS", "/nowhere").statusCode()).isEqualTo(404);
        assertThat(service.send("GET", "/metrics").body()).contains("method=\"(other)\"").doesNotContain("TELL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/policy", "/clauses/nope", "/metrics", "/openapi.json", "/decide",
        "/problems/SP-I004", "/healthy"})
    void aStrangerIsToldNothing(String path) throws InterruptedException {
        service.close();
        service = new RunningService(Duration.ofSeconds(60), Duration.ofSeconds(60), "secret");
        for (String method : List.of("GET", "POST", "HEAD", "OPTIONS", "DELETE")) {
            HttpResponse<String> refused = service.send(method, path);
            assertThat(refused.statusCode()).as(method).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(refused.headers().firstValue("Allow")).isEmpty();
        }
        assertThat(service.logged()).contains(path.startsWith("/clauses") ? "/clauses/{id} 401" : " 401");
        assertThat(service.send("GET", "/health").statusCode()).isEqualTo(200);
        assertThat(service.send(service.request(path).header("Authorization", "Bearer secret")).statusCode()).isNotEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "/nowhere|nl|404|Op dit pad",
        "/nowhere|en;q=0.5, nl-BE|404|Op dit pad",
        "/nowhere|fr, de|404|nothing at this path",
        "/nowhere|;;;|404|nothing at this path",
        "/nowhere?lang=nl|en|404|Op dit pad",
        "/nowhere?lang=en|nl|404|nothing at this path",
        "/decide|nl|405|beantwoordt POST",
        "/clauses/closure.reopn|nl|404|Er is geen",
        "/schema/nope|nl|404|twee schema's",
        "/problems/nope|nl|404|Er is geen probleem (nope)"})
    void whatIsRefusedIsSaidInEitherLanguage(String path, String accepted, int status, String said) {
        HttpResponse<String> refused = service.send(service.request(path).header("Accept-Language", accepted));
        assertThat(refused.statusCode()).isEqualTo(status);
        JsonNode problem = RunningService.json(refused.body());
        assertThat(problem.path("detail").asText()).contains(said);
        boolean dutch = !said.startsWith("nothing");
        assertThat(problem.path("title").asText()).isEqualTo(Texts.said("title." + status).in(dutch ? Locale.forLanguageTag("nl")
                : Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/why-not?clause=nope|There is no clause (nope).|GET /clauses lists the clauses.",
        "/why-not?clause=closure.reopn|There is no clause (closure.reopn).|Maybe closure.reopen. GET /clauses lists the clauses.",
        "/why-not?clause=OWED|There is no clause (OWED).|GET /clauses lists the clauses.",
        "/why-not?answer=OWD|There is no clause and no answer (OWD).|Maybe OWED.",
        "/why-not?answer=urgency%3D9|There is no answer (urgency=9).|The answers of (urgency) are: ",
        "/why-not?answer=nothing-like-it|There is no clause and no answer (nothing-like-it).|The answers stand in decisions"})
    void aNameThatThereIsNotGetsTheNearestOrTheList(String path, String said, String advice) {
        HttpResponse<String> refused = service.post(path, RunningService.JSON, RunningService.SMALL);
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode error = RunningService.json(refused.body()).path("errors").path(0);
        assertThat(error.path("detail").asText()).isEqualTo(said);
        assertThat(error.path("advice").asText()).startsWith(advice).doesNotContain("command");
        HttpRequest.Builder page = service.request(error.path("type").asText());
        assertThat(service.send(page).statusCode()).as("its page").isEqualTo(200);
    }

    @Test
    void aClauseThatThereIsNotIsNotFound() {
        HttpResponse<String> missing = service.send("GET", "/clauses/closure.reopn");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(RunningService.json(missing.body()).at("/errors/0/advice").asText()).startsWith("Maybe closure.reopen.");
    }
}
