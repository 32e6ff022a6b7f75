package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bench answers its own page on this machine, and nobody else. */
class AdmissionTest {

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

    private static HttpRequest.Builder stranger(String path) {
        return HttpRequest.newBuilder(URI.create(bench.server.origin() + path));
    }

    /** The status of a request whose headers are those that are given and no other. */
    private static String raw(String path, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(bench.server.origin()).getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
        }
    }

    private static String answer(String method, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(bench.server.origin()).getPort())) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + host() + "\r\nAuthorization: Bearer " + bench.server.token()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String host() {
        return bench.server.origin().substring("http://".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?token=wrong", "/api/copy", "/api/files/closure.drl", "/api/events", "/problems/SP-R043", "/nothing"})
    void whoBringsNoTokenLearnsNothing(String path) {
        HttpResponse<String> answer = bench.send(stranger(path).header("Accept", "text/event-stream"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("token").doesNotContain(directory.toString());
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theAddressBringsTheTokenOnceAndTheBrowserKeepsItOutOfSight() {
        HttpResponse<String> entered = bench.send(stranger("/?token=" + bench.server.token() + "&lang=nl"));
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(entered.headers().firstValue("Location").orElseThrow()).endsWith("/?lang=nl");
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Strict");
        HttpResponse<String> later = bench.send(stranger("/api/copy").header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(bench.send(stranger("/api/copy?token=" + bench.server.token())).statusCode()).isEqualTo(401);
    }

    @Test
    void aNameThatLeadsHereFromElsewhereIsRefused() throws IOException {
        String token = "Authorization: Bearer " + bench.server.token();
        assertThat(raw("/api/copy", "Host: " + host(), token)).contains(" 200 ");
        assertThat(raw("/api/copy", "Host: " + host().replace("127.0.0.1", "localhost"), token)).contains(" 200 ");
        assertThat(raw("/api/copy", "Host: evil.example", token)).contains(" 403 ");
        assertThat(raw("/api/copy", "Host: evil.example:" + host().split(":")[1], token)).contains(" 403 ");
        assertThat(raw("/api/copy", "Host: 127.0.0.1:1", token)).contains(" 403 ");
        assertThat(raw("/?token=" + bench.server.token(), "Host: evil.example")).contains(" 403 ");
    }

    @Test
    void anotherPageMayNotAsk() throws IOException {
        String token = "Authorization: Bearer " + bench.server.token();
        assertThat(raw("/api/copy", "Host: " + host(), token, "Origin: http://" + host())).contains(" 200 ");
        assertThat(raw("/api/copy", "Host: " + host(), token, "Origin: https://evil.example")).contains(" 403 ");
        assertThat(raw("/api/copy", "Host: " + host(), token, "Origin: http://127.0.0.1:1")).contains(" 403 ");
        assertThat(raw("/api/copy", "Host: " + host(), token, "Origin: null")).contains(" 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/copy", "/api/nothing"})
    void nothingIsKeptAndNothingForeignIsLoaded(String path) {
        HttpResponse<String> answer = bench.get(path);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'self'")
                .doesNotContain("http").doesNotContain("unsafe-eval").contains("frame-ancestors 'self'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void listensOnLoopbackAlone() throws IOException {
        InetAddress here = InetAddress.getLocalHost();
        if (here.isLoopbackAddress()) {
            return; // this machine has no other address to try
        }
        HttpURLConnection other = (HttpURLConnection) URI.create("http://" + here.getHostAddress() + ":" + host().split(":")[1] + "/")
                .toURL().openConnection();
        assertThatThrownBy(other::getResponseCode).isInstanceOf(IOException.class);
    }

    @Test
    void aBodyIsJsonAndNotEndless() {
        assertThat(bench.send(bench.request("/api/check").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")))
                .statusCode()).isEqualTo(415);
        assertThat(bench.post("/api/check", "[]").statusCode()).isEqualTo(400);
        assertThat(bench.post("/api/check", "{\"unsaved\":").body()).contains("line 1");
        assertThat(bench.post("/api/check", "{} {}").statusCode()).isEqualTo(400);
        assertThat(bench.post("/api/check", Map.of("unsaved", Map.of("closure.drl", 7))).statusCode()).isEqualTo(400);
        assertThat(bench.post("/api/check", Map.of("unsaved", Map.of("closure.drl", "x".repeat(Body.MOST)))).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/assets/nothing.js", "/../pom.xml", "/%2e%2e/pom.xml", "/web/..%2fx.html",
        "/org/supportpolicy/workbench/Workbench.class", "/index"})
    void whatIsNotThereIsNotFound(String path) throws IOException {
        assertThat(raw(path, "Host: " + host(), "Authorization: Bearer " + bench.server.token())).containsPattern(" 40[04] ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/files/%zz", "/api/files/%ff.drl", "http://evil.example/api/copy"})
    void whatIsNotHttpIsAProblemToo(String path) throws IOException {
        assertThat(answer("GET", path)).startsWith("HTTP/1.1 400 ").contains("Content-Type: application/problem+json\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "HEAD", "TELL", "Get"})
    void aMethodThatThereIsNotIsSaid(String method) throws IOException {
        assertThat(answer(method, "/api/copy")).startsWith("HTTP/1.1 405 ").contains("Content-Type: application/problem+json\r\n");
    }

    @Test
    void theWrongMethodIsSaid() {
        assertThat(bench.get("/api/check").statusCode()).isIn(404, 405);
        assertThat(bench.send("POST", "/api/copy", "{}").statusCode()).isEqualTo(405);
    }
}
