package org.supportpolicy.workbench.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.ScenarioReport;
import org.supportpolicy.verify.Scenario;

/** Runs the scenarios of the working copy after each change, in the background; a newer change ends a run that is under way. */
final class ScenarioRuns implements AutoCloseable {

    private final ExecutorService runner = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "bench-scenarios");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Consumer<ScenarioRun>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Future<?> underWay;
    private volatile @Nullable ScenarioRun last;

    /** Begins to run those of a state. */
    synchronized void begin(Copy.State state) {
        if (underWay != null) {
            underWay.cancel(true);
        }
        if (state.policy().isPresent()) {
            underWay = runner.submit(() -> {
                try {
                    ScenarioRun run = run(state);
                    last = run;
                    listeners.forEach(listener -> listener.accept(run));
                } catch (CancellationException e) {
                    return; // a newer run has begun
                }
            });
        }
    }

    /** Has somebody told of each run that ended. */
    void listen(Consumer<ScenarioRun> listener) {
        listeners.add(listener);
    }

    /** How the scenarios of a version of the working copy came out, once they have run. */
    Optional<ScenarioRun> of(long version) {
        return Optional.ofNullable(last).filter(run -> run.version() == version);
    }

    /**
     * Runs the scenarios of a state that is sound.
     *
     * @throws CancellationException if the thread is interrupted
     */
    static ScenarioRun run(Copy.State state) {
        SupportPolicy policy = state.policy().orElseThrow();
        List<Scenario> scenarios = state.copy() == null ? List.of() : state.copy().scenarios();
        return new ScenarioRun(state.version(), policy, ScenarioReport.of(policy, scenarios));
    }

    @Override
    public void close() {
        runner.shutdownNow();
    }
}
