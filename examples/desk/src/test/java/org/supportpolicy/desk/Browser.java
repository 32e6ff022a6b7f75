package org.supportpolicy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A headless Chromium with one page, driven over its own protocol. */
final class Browser implements AutoCloseable, WebSocket.Listener {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final StringBuilder part = new StringBuilder();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
    /** What the page complained of, and where else than to this machine it went. */
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Browser(Path profile) throws Exception {
        Optional<Path> chromium = Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable).findFirst();
        assumeTrue(chromium.isPresent(), "no Chromium on the PATH (Debian package chromium)");
        process = new ProcessBuilder(chromium.get().toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars", "--remote-debugging-port=0",
                "--user-data-dir=" + profile, "about:blank")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        HttpClient client = HttpClient.newHttpClient();
        String port = port(profile.resolve("DevToolsActivePort"));
        JsonNode pages = MAPPER.readTree(client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build(),
                BodyHandlers.ofString()).body());
        String address = "";
        for (JsonNode page : pages) {
            address = page.get("type").asText().equals("page") ? page.get("webSocketDebuggerUrl").asText() : address;
        }
        socket = client.newWebSocketBuilder().buildAsync(URI.create(address), this).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            send(domain + ".enable", Map.of());
        }
    }

    private String port(Path file) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
            if (Files.exists(file) && Files.readAllLines(file).size() > 1) {
                return Files.readAllLines(file).get(0);
            }
            assertThat(process.isAlive()).as("the browser runs").isTrue();
            Thread.sleep(50);
        }
        throw new IllegalStateException("The browser does not listen.");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                JsonNode message = MAPPER.readTree(part.toString());
                part.setLength(0);
                take(message);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        from.request(1);
        return null;
    }

    private void take(JsonNode message) {
        JsonNode params = message.path("params");
        switch (message.path("method").asText()) {
            case "" -> answers.remove(message.get("id").asInt()).complete(message);
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Runtime.exceptionThrown", "Runtime.consoleAPICalled" -> complaints.add(params.toString());
            case "Log.entryAdded" -> complaints.add(params.path("entry").toString());
            case "Network.requestWillBeSent" -> {
                String url = params.path("request").path("url").asText();
                if (!url.startsWith("http://127.0.0.1:") && !url.startsWith("data:") && !url.startsWith("about:")) {
                    complaints.add("asks for " + url);
                }
            }
            default -> { }
        }
    }

    private JsonNode send(String method, Map<String, ?> params) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", MAPPER.valueToTree(params));
        try {
            socket.sendText(message.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            JsonNode said = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(said.has("error")).as("%s: %s", method, said).isFalse();
            return said.get("result");
        } catch (Exception e) {
            throw new IllegalStateException(method, e);
        }
    }

    /** Looks at the page in a window so wide, and in the scheme of colours that the person prefers. */
    void look(int width, boolean dark) {
        send("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        send("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void open(String url) {
        loading(() -> send("Page.navigate", Map.of("url", url)));
    }

    /** Does something after which another page is loaded. */
    void loading(Runnable what) {
        loaded = new CompletableFuture<>();
        what.run();
        try {
            loaded.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("no page came", e);
        }
    }

    /** What a script says of the page, as it can be written in JSON. */
    JsonNode ask(String script) {
        JsonNode said = send("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        assertThat(said.has("exceptionDetails")).as("%s: %s", script.length() > 200 ? "script" : script, said).isFalse();
        return said.path("result").path("value");
    }

    /** Presses a key as a person does. */
    void press(String key, int code) {
        for (String type : List.of("keyDown", "keyUp")) {
            send("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code, "text",
                    type.equals("keyDown") && key.equals("Enter") ? "\r" : ""));
        }
    }

    /** Types a text where the focus is. */
    void type(String text) {
        send("Input.insertText", Map.of("text", text));
    }

    /** The whole page as a picture. */
    void shoot(Path file) throws IOException {
        String data = send("Page.captureScreenshot", Map.of("captureBeyondViewport", true)).get("data").asText();
        Files.write(file, Base64.getDecoder().decode(data));
    }

    /** What was complained of since this was last asked. */
    List<String> complaints() {
        List<String> all = new ArrayList<>(complaints);
        complaints.clear();
        return all;
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
