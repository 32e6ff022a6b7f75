package org.supportpolicy.workbench.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The time that a request may take: a thread that works on it for longer is interrupted. Thread-safe. */
public final class Allowance implements AutoCloseable {

    private static final String KEY = "allowance";
    private static final int DOWN = 503;
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Thread worker = Thread.currentThread();
    private final Duration time;
    private final Future<?> end;
    private boolean isOver;
    private boolean isResting;

    private Allowance(Duration time) {
        this.time = time;
        this.end = CLOCK.schedule(this::end, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "allowance");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    /**
     * Work that is stopped when a request has taken its time; what it has answered by then is kept.
     *
     * @param over the key of the text that says so
     */
    public static Handler limited(Handler work, Duration time, String over) {
        return request -> {
            Allowance allowance = new Allowance(time);
            request.attribute(KEY, allowance);
            try {
                work.handle(request);
            } catch (Refused e) {
                throw e;
            } catch (Exception e) {
                if (allowance.isOver()) {
                    throw Refused.of(DOWN, over, allowance.seconds());
                }
                throw e instanceof CancellationException ? Refused.of(DOWN, "status." + DOWN) : e; // the server stops its threads
            } finally {
                allowance.close();
            }
        };
    }

    /** The allowance of a request that is worked on. */
    public static Allowance of(Context request) {
        return Objects.requireNonNull(request.attribute(KEY), "Work on tickets is limited.");
    }

    private synchronized void end() {
        isOver = true;
        if (!isResting) {
            worker.interrupt();
        }
    }

    /** Whether it has ended. */
    public synchronized boolean isOver() {
        return isOver;
    }

    /** How long it is, in seconds. */
    public long seconds() {
        return time.toSeconds();
    }

    /** Interrupts no more until it is resumed, and leaves its thread as if it never had: what is begun now is to be done as a whole. */
    public synchronized void rest() {
        isResting = true;
        if (isOver) {
            Thread.interrupted();
        }
    }

    /** Ends what {@link #rest} began. */
    public synchronized void resume() {
        isResting = false;
    }

    /** Rests for good. */
    @Override
    public void close() {
        rest();
        end.cancel(false);
    }
}
