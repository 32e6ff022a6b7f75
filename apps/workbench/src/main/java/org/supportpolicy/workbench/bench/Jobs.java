package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportpolicy.PolicyException;
import org.supportpolicy.author.ProgressListener;
import org.supportpolicy.workbench.http.Json;

/**
 * What takes longer than anyone waits for an answer: one thing at a time, in the background. A new one ends the one under way, and so does
 * a change of the working copy. The last result of each stays, marked when it is out of date. Thread-safe.
 */
final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final long TOLD_EVERY = Duration.ofMillis(200).toNanos();

    /** What becomes of a job. */
    enum State { NONE, RUNNING, DONE, CANCELLED, FAILED }

    /** Work that ends with its result, to be written in a language, and stops when its thread is interrupted. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it.
         *
         * @throws CancellationException if the thread is interrupted
         */
        Function<Locale, JsonNode> run(ProgressListener progress);
    }

    /**
     * How a job stands.
     *
     * @param job its name
     * @param isStale whether the working copy was changed since the result was asked for
     * @param done how many steps were taken
     * @param total how many there are; 0 while nobody knows
     * @param about what it was asked to do
     * @param failure why it failed; null when it did not
     * @param result the last result; null before the first
     */
    record Status(String job, State state, boolean isStale, int done, int total, Map<String, String> about,
            @Nullable PolicyException failure, @Nullable Function<Locale, JsonNode> result) {

        static Status none(String job) {
            return new Status(job, State.NONE, false, 0, 0, Map.of(), null, null);
        }

        private Status as(State other) {
            return new Status(job, other, isStale, done, total, about, failure, result);
        }

        private Status outdated() {
            return new Status(job, state == State.RUNNING ? State.CANCELLED : state, result != null, done, total, about, failure, result);
        }

        private Status at(int steps, int all) {
            return new Status(job, state, isStale, steps, all, about, failure, result);
        }

        /** All but the result. */
        ObjectNode brief() {
            ObjectNode json = Json.object().put("job", job).put("state", state.name().toLowerCase(Locale.ROOT)).put("stale", isStale)
                    .put("done", done).put("total", total);
            about.forEach(json::put);
            return json;
        }

        /** All, said in a language. */
        ObjectNode whole(Locale language) {
            ObjectNode json = brief();
            if (failure != null) {
                json.put("detail", failure.problems().isEmpty() ? failure.getMessage() : failure.problems().get(0).said().in(language));
            }
            if (result != null) {
                json.set("result", result.apply(language));
            }
            return json;
        }
    }

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "bench-jobs");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Status> statuses = new TreeMap<>();
    private final Consumer<Status> listener;
    private @Nullable Future<?> underWay;
    private @Nullable String running;
    private int begun;

    /**
     * Begins with nothing to do.
     *
     * @param listener is told of each change, by any thread
     */
    Jobs(Consumer<Status> listener) {
        this.listener = listener;
    }

    /**
     * Begins a job, and ends the one under way.
     *
     * @param about what it is asked to do, which stands beside its state
     */
    synchronized Status begin(String job, Map<String, String> about, Work work) {
        end();
        Status before = of(job);
        int number = ++begun;
        running = job;
        Status status = put(new Status(job, State.RUNNING, before.result != null, 0, 0, about, null, before.result));
        underWay = worker.submit(() -> run(job, number, work));
        return status;
    }

    private void run(String job, int number, Work work) {
        try {
            long[] told = {System.nanoTime()};
            Function<Locale, JsonNode> result = work.run((done, total) -> {
                if (System.nanoTime() - told[0] > TOLD_EVERY) {
                    told[0] = System.nanoTime();
                    change(number, of(job).at(done, total));
                }
            });
            Status status = of(job);
            change(number, new Status(job, State.DONE, false, status.total, status.total, status.about, null, result));
        } catch (CancellationException e) {
            change(number, of(job).as(State.CANCELLED));
        } catch (PolicyException e) {
            Status status = of(job);
            change(number, new Status(job, State.FAILED, status.isStale, status.done, status.total, status.about, e, status.result));
        } catch (RuntimeException | Error e) {
            LOG.error("The job failed: {}", job, e);
            change(number, of(job).as(State.FAILED));
        }
    }

    /** Changes how a job stands, unless another has begun since. */
    private synchronized void change(int number, Status status) {
        if (number == begun && of(status.job).state == State.RUNNING) {
            put(status);
        }
    }

    private Status put(Status status) {
        statuses.put(status.job, status);
        listener.accept(status);
        return status;
    }

    private void end() {
        if (underWay != null) {
            underWay.cancel(true);
        }
        if (running != null && of(running).state == State.RUNNING) {
            put(of(running).as(State.CANCELLED));
        }
        running = null;
    }

    /** Ends a job if it is the one under way. */
    synchronized Status cancel(String job) {
        if (job.equals(running)) {
            end();
        }
        return of(job);
    }

    /** The working copy was changed: ends the job under way, and marks all results. */
    synchronized void outdate() {
        end();
        List.copyOf(statuses.values()).forEach(status -> put(status.outdated()));
    }

    synchronized Status of(String job) {
        return statuses.getOrDefault(job, Status.none(job));
    }

    synchronized List<Status> all() {
        return List.copyOf(statuses.values());
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
