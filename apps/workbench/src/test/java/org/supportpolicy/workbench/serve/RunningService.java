package org.supportpolicy.workbench.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
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
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A service with the library's own rules, what is asked of it, and its log of requests. */
final class RunningService implements AutoCloseable {

    static final String JSON = "application/json";
    static final String LINES = "application/x-ndjson";
    /** A fact set that is soon looked at in all ways. */
    static final String SMALL = "{\"asOf\":\"2025-03-12T09:00:00Z\"}";

    private static final Path TICKETS = Path.of(System.getProperty("project.root", "../.."), "examples", "tickets");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Logger ACCESS = Logger.getLogger(Service.ACCESS.getName());

    private final HttpClient client = HttpClient.newHttpClient();
    private final Source source = Source.of(null);
    private final Service service;
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final Handler logging = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    RunningService(Duration time, Duration silence, String token) {
        service = Service.start(source, "127.0.0.1", 0, new Limits(10_000_000, time, silence), token);
        ACCESS.setLevel(Level.INFO);
        ACCESS.addHandler(logging);
    }

    /** One that is in no hurry and asks for no token. */
    RunningService() {
        this(Duration.ofSeconds(600), Duration.ofSeconds(60), null);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.address() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), URI.create(service.address()).getPort());
    }

    /** All that comes after what may not even be HTTP, until the connection is closed. */
    String raw(String sent) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The next line of the log. */
    String logged() throws InterruptedException {
        return log.poll(10, TimeUnit.MINUTES);
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** A fact set of the examples, on one line. */
    static String ticket(String name) throws IOException {
        return json(Files.readString(TICKETS.resolve(name + ".json"))).toString();
    }

    /** A fact set with so many different causes that looking at it in all ways takes far longer than anyone waits. */
    static String costly() {
        List<String> causes = IntStream.range(0, 1_000).mapToObj(i -> "{\"type\":\"MISSING_UPDATE\",\"availableOn\":\""
                + LocalDate.EPOCH.plusDays(i) + "\",\"problemAroseOn\":\"" + LocalDate.EPOCH.plusDays(2L * i) + "\"}").toList();
        return "{\"asOf\":\"2025-03-12T09:00:00Z\",\"causes\":" + causes.stream().collect(Collectors.joining(",", "[", "]")) + "}";
    }

    @Override
    public void close() {
        ACCESS.removeHandler(logging);
        service.close();
        source.close();
    }
}
