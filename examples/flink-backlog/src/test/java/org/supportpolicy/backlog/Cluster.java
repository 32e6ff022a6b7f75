package org.supportpolicy.backlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Flink's mini cluster with two workers of one task each, of which one can be killed. */
final class Cluster implements AutoCloseable {

    private static final int WORKERS = 2;
    private static final long PAUSE = 30;

    private final MiniCluster cluster;
    /** How many workers were killed: the cluster counts them by the order of their start, and those that are dead too. */
    private int killed;

    Cluster() throws Exception {
        Configuration settings = new Configuration();
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
        cluster = new MiniCluster(new MiniClusterConfiguration.Builder().setConfiguration(settings).setNumTaskManagers(WORKERS)
                .setNumSlotsPerTaskManager(1).withRandomPorts().build());
        cluster.start();
    }

    /** A job that was submitted. */
    final class Job {

        private final JobID id;

        private Job(JobID id) {
            this.id = id;
        }

        /** Waits until there was a checkpoint and something more is so; the job must not have ended then. */
        void await(BooleanSupplier also) throws InterruptedException {
            while (!also.getAsBoolean() || checkpoints() == 0) {
                JobStatus status = cluster.getJobStatus(id).join();
                if (status.isTerminalState()) {
                    throw new AssertionError("The job ended before it could be disturbed: " + status);
                }
                Thread.sleep(PAUSE);
            }
        }

        private long checkpoints() {
            var snapshot = cluster.getExecutionGraph(id).join().getCheckpointStatsSnapshot();
            return snapshot == null ? 0 : snapshot.getCounts().getNumberOfCompletedCheckpoints();
        }

        /** Kills the worker that was started first, with its task, and starts another. */
        void killWorker() throws Exception {
            cluster.terminateTaskManager(killed++).join();
            cluster.startTaskManager();
        }

        void cancel() {
            cluster.cancelJob(id).join();
            cluster.requestJobResult(id).join();
        }

        /** Waits for the end; returns how often a task was begun again. */
        int finish() throws Exception {
            cluster.requestJobResult(id).join().toJobExecutionResult(Cluster.class.getClassLoader());
            return begunAgain();
        }

        /** Waits until a task has failed and was begun again. */
        void awaitNewBeginning() throws InterruptedException {
            while (begunAgain() == 0) {
                Thread.sleep(PAUSE);
            }
        }

        private int begunAgain() {
            return StreamSupport.stream(cluster.getArchivedExecutionGraph(id).join().getAllExecutionVertices().spliterator(), false)
                    .mapToInt(task -> task.getCurrentExecutionAttempt().getAttemptNumber()).sum();
        }
    }

    Job submit(Backlog backlog, Duration checkpoints, @Nullable String directory, @Nullable String from) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(Settings.exactlyOnce(checkpoints, directory, from));
        environment.setParallelism(WORKERS);
        backlog.on(environment);
        return new Job(cluster.submitJob(environment.getStreamGraph().getJobGraph()).join().getJobID());
    }

    /** The last checkpoint that was kept in a directory. */
    static String lastCheckpoint(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> path.getFileName().toString().startsWith("chk-") && Files.exists(path.resolve("_metadata")))
                    .max(Comparator.comparingInt(path -> Integer.parseInt(path.getFileName().toString().substring("chk-".length()))))
                    .orElseThrow().toUri().toString();
        }
    }

    /** How many bytes there are in a directory, with those of files that are still being written. */
    static long bytes(Path directory) {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.mapToLong(path -> path.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cluster.closeAsync().join();
    }
}
