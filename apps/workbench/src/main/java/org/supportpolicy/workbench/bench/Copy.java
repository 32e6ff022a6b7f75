package org.supportpolicy.workbench.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.CopyChanges;
import org.supportpolicy.author.WorkingCopy;

/** The working copy that is being edited, read and checked again whenever somebody writes a file of it. Thread-safe. */
final class Copy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Copy.class);

    private final CopyFiles files;
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    private final Thread watcher;
    private volatile State state;
    private volatile @Nullable Unsaved last;
    private volatile boolean closed;

    /** What was asked of texts that are not saved, which comes again while a ticket is tried. */
    private record Unsaved(Map<String, String> texts, State state) {}

    /**
     * How the working copy stands.
     *
     * @param version counts the changes that were seen, from 1
     * @param files the versions of its files by their paths
     * @param copy what was read; null when the directory holds no policy
     * @param problems what is wrong
     */
    record State(long version, Map<String, String> files, @Nullable WorkingCopy copy, List<Problem> problems) {

        /** The policy; empty when something is wrong with its rules or texts. */
        Optional<SupportPolicy> policy() {
            return copy == null ? Optional.empty() : copy.policy();
        }
    }

    /**
     * Reads a directory, and begins to watch it.
     *
     * @throws PolicyException if it cannot be read
     */
    Copy(Path directory) {
        try {
            files = new CopyFiles(directory.toRealPath());
        } catch (IOException e) {
            throw new PolicyException("The working copy", List.of(Problem.of("SP-R001", directory)), e);
        }
        CopyChanges changes = new CopyChanges(files.directory());
        state = read(1, null);
        watcher = new Thread(() -> watch(changes), "bench-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch(CopyChanges changes) {
        try {
            while (changes.await(() -> !closed)) {
                try {
                    refresh();
                } catch (RuntimeException e) {
                    LOG.error("The working copy could not be read again.", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private State read(long version, @Nullable WorkingCopy before) {
        try {
            return read(version, files.versions(), Map.of(), before); // what is written after the versions are known is seen again
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private State read(long version, Map<String, String> versions, Map<String, String> unsaved, @Nullable WorkingCopy before) {
        try {
            WorkingCopy copy = before == null ? WorkingCopy.read(files.directory(), unsaved) : before.again(files.directory(), unsaved);
            return new State(version, versions, copy, copy.problems());
        } catch (PolicyException e) {
            return new State(version, versions, null, e.problems());
        }
    }

    /** How it stands, as far as it was seen. */
    State state() {
        return state;
    }

    CopyFiles files() {
        return files;
    }

    /** Has somebody told of each change, by the thread that sees it. */
    void listen(Consumer<State> listener) {
        listeners.add(Objects.requireNonNull(listener));
    }

    /** Reads it again, and tells the listeners if anything was written. */
    synchronized void refresh() {
        State now = read(state.version + 1, state.copy);
        if (!closed && !now.files.equals(state.files)) {
            state = now;
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    /** What would be wrong with a file if it had another text, and is not wrong with the files as they are. */
    List<Problem> added(CopyFile file, String text) {
        Set<String> before = state.problems().stream().map(Problem::message).collect(Collectors.toSet());
        return with(Map.of(file.path(), text)).problems().stream().filter(problem -> !before.contains(problem.message())).toList();
    }

    /** The working copy with texts that are not saved. */
    State with(Map<String, String> unsaved) {
        State saved = state;
        if (unsaved.isEmpty()) {
            return saved;
        }
        Unsaved before = last;
        if (before != null && before.state.version == saved.version && before.texts.equals(unsaved)) {
            return before.state;
        }
        State edited = read(saved.version, saved.files, unsaved, saved.copy);
        last = new Unsaved(unsaved, edited);
        return edited;
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }
}
