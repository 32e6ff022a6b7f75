package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.supportpolicy.author.WorkingCopy;

/** The bench of a working copy of its own, and what is asked of it. */
final class RunningBench implements AutoCloseable {

    static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String JSON = "application/json";
    private static final Path TICKETS = Path.of(System.getProperty("project.root", "../.."), "examples", "tickets");

    final Path directory;
    final BenchServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** What a page is told. */
    record Event(String name, JsonNode data) {}

    RunningBench(Path directory) {
        this.directory = directory;
        server = new BenchServer(directory, 0);
    }

    /** The bench of a copy of the library's policy. */
    static RunningBench ofStandard(Path directory) {
        WorkingCopy.init(directory);
        return new RunningBench(directory);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.origin() + path)).header("Authorization", "Bearer " + server.token());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> send(String method, String path, Object body) {
        return send(request(path).header("Content-Type", JSON).method(method, BodyPublishers.ofString(json(body))));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, Object body) {
        return send("POST", path, body);
    }

    /** The answer to a request that must be answered. */
    JsonNode asked(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return read(answer.body());
    }

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String json(Object value) {
        try {
            return value instanceof String text ? text : MAPPER.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A fact set of the examples. */
    static ObjectNode ticket(String name) throws IOException {
        return (ObjectNode) MAPPER.readTree(TICKETS.resolve(name + ".json").toFile());
    }

    String text(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file as another program does. */
    void write(String file, String text) {
        try {
            Files.writeString(directory.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces what stands in a file, which must be there. */
    void edit(String file, String what, String by) {
        String text = text(file);
        if (!text.contains(what)) {
            throw new AssertionError(file + " must hold " + what);
        }
        write(file, text.replace(what, by));
    }

    /** Waits for a job to end. */
    JsonNode job(String job) throws InterruptedException {
        JsonNode status = asked(get("/api/" + job));
        while (status.path("state").asText().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(50);
            status = asked(get("/api/" + job));
        }
        return status;
    }

    Listening listen(String query) {
        HttpResponse<InputStream> stream = send(request("/api/events" + query).header("Accept", "text/event-stream").GET(),
                BodyHandlers.ofInputStream());
        return new Listening(stream.body());
    }

    /** A page that listens. */
    static final class Listening implements AutoCloseable {

        private final InputStream stream;
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

        Listening(InputStream stream) {
            this.stream = stream;
            Thread reader = new Thread(this::read, "page");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                String name = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event:")) {
                        name = line.substring("event:".length()).strip();
                    } else if (line.startsWith("data:")) {
                        events.add(new Event(name, RunningBench.read(line.substring("data:".length()))));
                    }
                }
            } catch (IOException e) {
                return; // the bench has stopped
            }
        }

        /** The next event of a name that is as asked. */
        Event next(String name, Predicate<JsonNode> which) throws InterruptedException {
            while (true) {
                Event event = events.poll(10, TimeUnit.MINUTES);
                if (event == null) {
                    throw new AssertionError("No event " + name);
                }
                if (event.name.equals(name) && which.test(event.data)) {
                    return event;
                }
            }
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
