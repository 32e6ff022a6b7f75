package org.supportpolicy.author;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportpolicy.Problem;

/**
 * Tells a listener what became of edits, one after the other and on a thread of its own: whatever a listener does, the files are
 * watched on. Where it does not come back, the oldest of what it was to hear is dropped. Thread-safe.
 */
final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedPolicy.class);
    private static final int MOST_WAITING = 8;

    private final WatchedPolicy.Listener listener;
    private final ThreadPoolExecutor teller;
    private volatile @Nullable Thread telling;
    private volatile @Nullable Problem failure;

    Notices(WatchedPolicy.Listener listener, String name) {
        this.listener = listener;
        this.teller = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        }, this::dropOldest);
    }

    private void dropOldest(Runnable notice, ThreadPoolExecutor full) {
        if (!full.isShutdown()) {
            LOG.error("The listener does not come back, and is not told all that became of edits");
            failure = Problem.of("SP-W005.busy");
            full.getQueue().poll();
            full.execute(notice);
        }
    }

    /** Has the listener told soon. */
    void tell(Consumer<WatchedPolicy.Listener> notice) {
        teller.execute(() -> {
            telling = Thread.currentThread();
            try {
                notice.accept(listener);
                failure = null;
            } catch (Throwable e) {
                failure = Problem.of("SP-W005", e.getClass().getName());
                LOG.error("The listener failed", e);
            }
        });
    }

    /** What is wrong with the listener: how it failed last, unless it has heard something since. */
    Optional<Problem> failure() {
        return Optional.ofNullable(failure);
    }

    /** Lets the listener hear what waits for it, if that takes a moment only. A listener may call it too. */
    void close() {
        teller.shutdown();
        if (Thread.currentThread() == telling) {
            return;
        }
        try {
            if (!teller.awaitTermination(1, TimeUnit.SECONDS)) {
                teller.shutdownNow();
            }
            Thread thread = telling;
            if (thread != null) {
                thread.join(TimeUnit.SECONDS.toMillis(1));
            }
        } catch (InterruptedException e) {
            teller.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
