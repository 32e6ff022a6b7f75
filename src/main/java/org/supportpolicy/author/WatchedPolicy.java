package org.supportpolicy.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;

/**
 * The policy of a directory that is watched. When its files have changed and have then been left alone for a while, a new policy
 * is built and checked aside, and takes the place of the old one at once; decisions under way finish on the old one. An edit that
 * holds a mistake leaves the last good policy in force. Thread-safe; one daemon thread watches until {@link #close()}.
 */
public final class WatchedPolicy implements AutoCloseable {

    private final Path directory;
    private final Duration quiet;
    private final Listener listener;
    private final WatchService watch;
    private final Thread watcher;
    private volatile SupportPolicy policy;

    /** Who is told what became of an edit. Called by the watching thread. */
    public interface Listener {

        /** A new policy is in force. */
        void reloaded(SupportPolicy policy);

        /** An edit holds mistakes, and the last good policy stays in force. */
        void refused(List<Problem> problems);
    }

    private WatchedPolicy(Path directory, Duration quiet, Listener listener, SupportPolicy policy, WatchService watch) {
        this.directory = directory;
        this.quiet = quiet;
        this.listener = listener;
        this.policy = policy;
        this.watch = watch;
        this.watcher = new Thread(this::watch, "support-policy watching " + directory);
        this.watcher.setDaemon(true);
    }

    /**
     * Loads the policy of a directory and begins to watch it.
     *
     * @param directory where the rule files stand
     * @param quiet how long the files must be left alone before they count as written, such as half a second
     * @param listener who is told of reloads and refusals
     * @throws PolicyException if the policy cannot be loaded as it stands, or the directory cannot be watched
     */
    public static WatchedPolicy of(Path directory, Duration quiet, Listener listener) {
        SupportPolicy policy = SupportPolicy.load(directory);
        try {
            WatchService watch = directory.getFileSystem().newWatchService();
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
            WatchedPolicy watched = new WatchedPolicy(directory, quiet, listener, policy, watch);
            watched.watcher.start();
            return watched;
        } catch (IOException e) {
            throw new PolicyException("The policy", List.of(Problem.of("SP-W003", directory, e.getMessage()).in(directory.toString())), e);
        }
    }

    /** The policy in force. */
    public SupportPolicy policy() {
        return policy;
    }

    /** Decides a ticket by the policy in force, as {@link SupportPolicy#decide(FactSet)} does. */
    public Decision decide(FactSet facts) {
        return policy.decide(facts);
    }

    /** Builds a new policy now and puts it in force, without waiting for the files to be left alone; returns what was refused, or nothing. */
    public synchronized List<Problem> reload() {
        List<Problem> problems = List.of();
        try {
            SupportPolicy fresh = SupportPolicy.load(directory);
            if (fresh.receipt().equals(policy.receipt())) {
                return problems;
            }
            policy = fresh;
        } catch (PolicyException e) {
            problems = e.problems();
        }
        if (problems.isEmpty()) {
            listener.reloaded(policy);
        } else {
            listener.refused(problems);
        }
        return problems;
    }

    private void watch() {
        try {
            while (true) {
                boolean touched = touched(watch.take());
                for (WatchKey key = watch.poll(quiet.toMillis(), TimeUnit.MILLISECONDS); key != null; key = watch.poll(quiet.toMillis(), TimeUnit.MILLISECONDS)) {
                    touched |= touched(key);
                }
                if (touched) {
                    reload();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // Closed: nobody is watching any more.
        }
    }

    /** Whether a file of the policy was written or removed, rather than something an editor keeps beside it. */
    private static boolean touched(WatchKey key) {
        boolean touched = key.pollEvents().stream().map(event -> String.valueOf(event.context()))
                .anyMatch(name -> name.endsWith(".drl") || name.endsWith(".md") || name.equals("null"));
        key.reset();
        return touched;
    }

    /** Stops watching. The last policy goes on deciding. */
    @Override
    public void close() {
        try {
            watch.close();
            watcher.join(TimeUnit.SECONDS.toMillis(10));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
