package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.sse.SseClient;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.supportpolicy.workbench.http.Json;

/** Tells pages that are open what happens, in the language of each. A page that does not listen any more keeps nobody waiting. */
final class Events implements AutoCloseable {

    private static final int SILENCE = 15;

    private final Map<SseClient, Locale> pages = new ConcurrentHashMap<>();
    /** What is to be told when it has stopped, nobody hears any more. */
    private final ScheduledThreadPoolExecutor teller = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "bench-events");
        thread.setDaemon(true);
        return thread;
    }, new ThreadPoolExecutor.DiscardPolicy());

    Events() {
        teller.scheduleAtFixedRate(() -> pages.keySet().forEach(page -> page.sendComment("")), SILENCE, SILENCE, TimeUnit.SECONDS);
    }

    /**
     * Begins to tell a page.
     *
     * @param first what it is told at once
     */
    void add(SseClient page, Locale language, Runnable first) {
        page.keepAlive();
        page.onClose(() -> pages.remove(page));
        teller.execute(() -> {
            pages.put(page, language);
            first.run();
        });
    }

    /** Tells all pages, once what was told before is sent. */
    void tell(String event, Function<Locale, JsonNode> data) {
        teller.execute(() -> {
            Map<Locale, String> said = new ConcurrentHashMap<>();
            pages.forEach((page, language) -> send(page, event, said.computeIfAbsent(language, each -> text(data.apply(each)))));
        });
    }

    /** Tells one page. */
    static void tell(SseClient page, String event, JsonNode data) {
        send(page, event, text(data));
    }

    private static String text(JsonNode data) {
        return new String(Json.bytes(data), StandardCharsets.UTF_8);
    }

    private static void send(SseClient page, String event, String data) {
        if (!page.terminated()) {
            page.sendEvent(event, data);
        }
    }

    @Override
    public void close() {
        pages.keySet().forEach(SseClient::close);
        teller.shutdownNow();
    }
}
