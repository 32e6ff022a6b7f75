package org.supportpolicy.workbench.bench;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** A headless Chromium with one page of the bench, used as a person does: looked at, clicked and typed into. */
final class Chromium implements AutoCloseable, WebSocket.Listener {

    /** Held down together with a key. */
    static final int CTRL = 2;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 60;
    private static final int REST_SECONDS = 5;
    private static final int LOOKS_A_SECOND = 20;

    private final String origin;
    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final StringBuilder part = new StringBuilder();
    /** What the page complained of, and what it asked for elsewhere. */
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /**
     * Starts it.
     *
     * @param profile an empty directory for it
     * @param origin the only server that pages may ask
     */
    Chromium(Path profile, String origin) throws Exception {
        this.origin = origin;
        Optional<Path> chromium = Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable).findFirst();
        assumeTrue(chromium.isPresent(), "no Chromium on the PATH (Debian package chromium)");
        process = new ProcessBuilder(chromium.get().toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars", "--remote-debugging-port=0",
                "--user-data-dir=" + profile, "about:blank")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        HttpClient client = HttpClient.newHttpClient();
        String pages = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(profile) + "/json/list")).build(),
                BodyHandlers.ofString()).body();
        String address = "";
        for (JsonNode page : MAPPER.readTree(pages)) {
            address = page.get("type").asText().equals("page") ? page.get("webSocketDebuggerUrl").asText() : address;
        }
        socket = client.newWebSocketBuilder().buildAsync(URI.create(address), this).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Network", "Log", "DOM")) {
            send(domain + ".enable", Map.of());
        }
    }

    private String port(Path profile) throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < PATIENCE_SECONDS * LOOKS_A_SECOND; i++) {
            if (Files.exists(file) && Files.readAllLines(file).size() > 1) {
                return Files.readAllLines(file).get(0);
            }
            assertThat(process.isAlive()).as("the browser runs").isTrue();
            Thread.sleep(1000 / LOOKS_A_SECOND);
        }
        throw new IllegalStateException("The browser does not listen.");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                take(MAPPER.readTree(part.toString()));
            } catch (IOException e) {
                complaints.add(e.toString());
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void take(JsonNode message) {
        JsonNode params = message.path("params");
        switch (message.path("method").asText()) {
            case "" -> answers.remove(message.get("id").asInt()).complete(message);
            case "Runtime.exceptionThrown", "Runtime.consoleAPICalled" -> complaints.add(params.toString());
            case "Page.javascriptDialogOpening" -> leave();
            case "Log.entryAdded" -> complaints.add(params.path("entry").toString());
            case "Network.requestWillBeSent" -> {
                String url = params.path("request").path("url").asText();
                if (!url.startsWith(origin + "/") && !url.startsWith("data:") && !url.startsWith("about:")) {
                    complaints.add("asks for " + url);
                }
            }
            default -> { }
        }
    }

    /** Says yes to leaving a page with texts that are not saved. */
    private void leave() {
        int id = ids.incrementAndGet();
        answers.put(id, new CompletableFuture<>());
        socket.sendText(MAPPER.createObjectNode().put("id", id).put("method", "Page.handleJavaScriptDialog")
                .set("params", MAPPER.createObjectNode().put("accept", true)).toString(), true);
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

    /** Looks at pages in a window of this size from now on, and in the scheme of colours that the person prefers. */
    void look(int width, int height, boolean dark) {
        send("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        send("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Opens an address, until the page stands there. */
    void open(String url) {
        send("Page.navigate", Map.of("url", url));
        await("document.readyState === 'complete' && !!document.querySelector('main')");
    }

    /** What a script says of the page, as it can be written in JSON. */
    JsonNode ask(String script) {
        JsonNode said = send("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        assertThat(said.has("exceptionDetails")).as("%s: %s", script.length() > 300 ? "script" : script, said).isFalse();
        return said.path("result").path("value");
    }

    /** Looks until the page is as a script says. */
    void await(String script) {
        await(script, look -> {});
    }

    /** The same; something is done before each look. */
    private void await(String script, IntConsumer before) {
        for (int i = 0; i < PATIENCE_SECONDS * LOOKS_A_SECOND; i++) {
            before.accept(i);
            JsonNode said = send("Runtime.evaluate", Map.of("expression", script, "returnByValue", true));
            if (said.path("result").path("value").asBoolean()) {
                return;
            }
            try {
                Thread.sleep(1000 / LOOKS_A_SECOND);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("The page must come to be so: " + script + "\n" + ask("document.body.innerText").asText());
    }

    /** Looks until a text stands on the page. */
    void awaitText(String text) {
        await("document.querySelector('#bench').textContent.includes(" + quoted(text) + ")");
    }

    /** Clicks with the mouse in the middle of what a selector names, once it is there. */
    void click(String selector) {
        String element = "document.querySelector(" + quoted(selector) + ")";
        await("!!" + element + " && !" + element + ".disabled");
        JsonNode at = ask("(() => { const e = " + element + "; e.scrollIntoView({block: 'center'}); const r = e.getClientRects()[0]; "
                + "return [r.x + Math.min(r.width, 200) / 2, r.y + r.height / 2]; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            send("Input.dispatchMouseEvent", Map.of("type", type, "x", at.get(0).asDouble(), "y", at.get(1).asDouble(), "button", "left",
                    "clickCount", 1));
        }
    }

    /**
     * Lets the mouse rest on a word within an element that a script names, once it is there, until the page is as another says. Every few
     * seconds it points anew, as people do when the word has moved meanwhile.
     */
    void hover(String element, String word, String shown) {
        await("!!" + element);
        await(shown, look -> {
            if (look % (REST_SECONDS * LOOKS_A_SECOND) == 0) {
                point(element, word);
            }
        });
    }

    private void point(String element, String word) {
        JsonNode at = ask("(() => { const walk = document.createTreeWalker(" + element + ", NodeFilter.SHOW_TEXT); "
                + "const range = document.createRange();"
                + "for (let n = walk.nextNode(); n; n = walk.nextNode()) { const i = n.data.indexOf(" + quoted(word) + "); if (i >= 0) {"
                + "range.setStart(n, i + 1); range.setEnd(n, i + 2); "
                + "const r = range.getBoundingClientRect(); return [r.x + 2, r.y + r.height / 2]; } } })()");
        for (int i = 0; i < 2; i++) {
            send("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", at.get(0).asDouble() + i, "y", at.get(1).asDouble()));
        }
    }

    /** Leaves the page, whatever it asks before. */
    void goAway() {
        send("Page.navigate", Map.of("url", "about:blank"));
        await("location.href === 'about:blank'");
    }

    /** Loads the page anew, whatever it asks before it is left. */
    void reload() {
        ask("window.before = true; 0");
        send("Page.reload", Map.of());
        await("!window.before && document.readyState === 'complete' && !!document.querySelector('main h1')");
    }

    /** Presses a key, with others held down. */
    void press(String key, int code, int modifiers) {
        for (String type : List.of("keyDown", "keyUp")) {
            send("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key.length() == 1 ? "Key" + key.toUpperCase(Locale.ROOT) : key,
                    "windowsVirtualKeyCode", code, "modifiers", modifiers));
        }
    }

    /** Types a text where the focus is. */
    void type(String text) {
        send("Input.insertText", Map.of("text", text));
    }

    /** Writes a text into an empty field. */
    void fill(String selector, String text) {
        click(selector);
        type(text);
    }

    /** Chooses a file, as with the dialogue of the system. */
    void choose(String selector, Path file) {
        await("!!document.querySelector(" + quoted(selector) + ")");
        int document = send("DOM.getDocument", Map.of()).path("root").path("nodeId").asInt();
        int input = send("DOM.querySelector", Map.of("nodeId", document, "selector", selector)).path("nodeId").asInt();
        send("DOM.setFileInputFiles", Map.of("nodeId", input, "files", List.of(file.toString())));
    }

    static String quoted(String text) {
        return MAPPER.valueToTree(text).toString();
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
