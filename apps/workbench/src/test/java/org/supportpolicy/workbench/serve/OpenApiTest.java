package org.supportpolicy.workbench.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document says of every path and every status that the service has what they are. */
class OpenApiTest {

    private static final String TOKEN = "Bearer secret";

    private final RunningService service = new RunningService(Duration.ofSeconds(2), Duration.ofSeconds(60), "secret");
    private final Map<String, String> paths = new TreeMap<>();
    private JsonNode document;

    @BeforeEach
    void read() {
        document = RunningService.json(service.send(service.request("/openapi.json").header("Authorization", TOKEN)).body());
        document.path("paths").fieldNames().forEachRemaining(path -> paths.put(path, document.path("paths").path(path).has("post") ? "post"
                : "get"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private JsonNode operation(String path) {
        return document.path("paths").path(path).path(paths.get(path));
    }

    @Test
    void everyPathIsDescribed() {
        assertThat(paths).hasSize(15).containsKeys("/metrics", "/problems/{code}", "/schema/{name}", "/openapi.json");
        assertThat(paths.keySet()).allSatisfy(path -> {
            assertThat(operation(path).path("summary").asText()).as(path).isNotEmpty();
            assertThat(operation(path).path("responses").has("200")).as(path).isTrue();
            HttpResponse<String> options = service.send(service.request(path.replaceAll("\\{.*}", "x")).header("Authorization", TOKEN)
                    .method("OPTIONS", BodyPublishers.noBody()));
            assertThat(options.headers().firstValue("Allow").orElse("")).as(path).startsWith(paths.get(path).toUpperCase(Locale.ROOT));
        });
    }

    @Test
    void everyStatusIsDescribed() throws IOException {
        List<String> seen = new ArrayList<>();
        paths.forEach((path, method) -> {
            String query = path.equals("/why-not") ? "?answer=OWED" : "";
            if (method.equals("post")) {
                seen.add(post(path, query, RunningService.JSON, RunningService.SMALL));
                seen.add(post(path, query, RunningService.JSON, "{"));
                seen.add(post(path, query, "text/plain", "{"));
                seen.add(post(path, query, RunningService.JSON, "x".repeat(10_000_001)));
                seen.add(assertDescribed(path, service.post(path + query, RunningService.JSON, RunningService.SMALL)));
                return;
            }
            for (String part : List.of("fact-set", "SP-I004", "closure.reopen", "x")) {
                String called = path.replaceAll("\\{.*}", part);
                seen.add(assertDescribed(path, service.send(service.request(called).header("Authorization", TOKEN))));
                seen.add(assertDescribed(path, service.send(service.request(called))));
            }
        });
        seen.add(post("/what-if", "", RunningService.JSON, RunningService.costly()));
        String slow = service.raw("POST /decide HTTP/1.1\r\nHost: here\r\nAuthorization: " + TOKEN
                + "\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{");
        assertThat(slow).startsWith("HTTP/1.1 408");
        assertThat(operation("/decide").path("responses").has("408")).isTrue();
        assertThat(seen).contains("200", "400", "401", "404", "413", "415", "503");
    }

    private String post(String path, String query, String type, String body) {
        return assertDescribed(path, service.send(service.request(path + query).header("Authorization", TOKEN)
                .header("Content-Type", type).POST(BodyPublishers.ofString(body))));
    }

    private String assertDescribed(String path, HttpResponse<String> response) {
        String status = String.valueOf(response.statusCode());
        JsonNode described = operation(path).path("responses").path(status);
        assertThat(described.isMissingNode()).as("%s of %s", status, path).isFalse();
        String type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        assertThat(described.path("content").has(type)).as("%s of %s as %s", status, path, type).isTrue();
        return status;
    }
}
