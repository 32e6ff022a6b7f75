package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.sse.SseClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.workbench.http.Json;

/** Tells pages that are open what happens, in the language of each. A page that does not listen any more keeps nobody waiting. */
final class Events implements AutoCloseable {

    private static final int SILENCE = 15;
    private static final int IDLE = 10;
    private static final int MOST_WAITING = 10_000_000;

    private final Set<Page> pages = ConcurrentHashMap.newKeySet();
    /** What is to be told when it has stopped, nobody hears any more. */
    private final ScheduledThreadPoolExecutor teller = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "bench-events"),
            new ThreadPoolExecutor.DiscardPolicy());
    /** A thread for each page that is being sent something, since one that reads slowly holds up its own. */
    private final ExecutorService senders = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE, TimeUnit.SECONDS, new SynchronousQueue<>(),
            work -> daemon(work, "bench-page"), new ThreadPoolExecutor.DiscardPolicy());

    Events() {
        teller.scheduleAtFixedRate(() -> pages.forEach(Page::isThere), SILENCE, SILENCE, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What a page is told. */
    private record Message(String event, String data) {}

    /** A page that listens. What it is told waits until it has heard all before, but not without end. */
    final class Page {

        private final SseClient client;
        private final Locale language;
        private final Deque<Message> waiting = new ArrayDeque<>();
        private long characters;
        private boolean isSending;

        private Page(SseClient client, Locale language) {
            this.client = client;
            this.language = language;
        }

        /** Tells it something, and waits for nothing. */
        void tell(String event, JsonNode data) {
            add(new Message(event, text(data)));
        }

        /** Sends nothing but a sign of life, by which one that is gone is noticed. */
        private void isThere() {
            add(new Message("", ""));
        }

        private synchronized void add(Message message) {
            waiting.add(message);
            characters += message.data.length();
            if (characters > MOST_WAITING) {
                waiting.clear();
                client.close(); // it begins anew when it listens again
            } else if (!isSending) {
                isSending = true;
                senders.execute(this::send);
            }
        }

        private synchronized @Nullable Message next() {
            Message message = client.terminated() ? null : waiting.poll();
            isSending = message != null;
            characters -= message == null ? 0 : message.data.length();
            return message;
        }

        private void send() {
            for (Message message = next(); message != null; message = next()) {
                if (message.event.isEmpty()) {
                    client.sendComment("");
                } else {
                    client.sendEvent(message.event, message.data);
                }
            }
        }
    }

    /**
     * Begins to tell a page.
     *
     * @param first what it is told at once
     */
    void add(SseClient client, Locale language, Consumer<Page> first) {
        Page page = new Page(client, language);
        client.keepAlive();
        client.onClose(() -> pages.remove(page));
        teller.execute(() -> {
            pages.add(page);
            first.accept(page);
        });
    }

    /** Tells all pages, once what was told before is on its way. */
    void tell(String event, Function<Locale, JsonNode> data) {
        teller.execute(() -> {
            Map<Locale, String> said = new HashMap<>();
            pages.forEach(page -> page.add(new Message(event, said.computeIfAbsent(page.language, each -> text(data.apply(each))))));
        });
    }

    private static String text(JsonNode data) {
        return new String(Json.bytes(data), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        pages.forEach(page -> page.client.close());
        teller.shutdownNow();
        senders.shutdownNow();
    }
}
