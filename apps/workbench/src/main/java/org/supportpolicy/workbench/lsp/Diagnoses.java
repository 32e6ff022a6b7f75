package org.supportpolicy.workbench.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.author.CopyChanges;
import org.supportpolicy.author.Place;

/**
 * Tells the editor what is wrong with the files of its working copies, shortly after the last of many changes, whoever made them.
 * Thread-safe.
 */
final class Diagnoses {

    private static final long REST = 150;

    private final Copies copies;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "lsp-check"));
    private final Map<Copy, Future<?>> waiting = new HashMap<>();
    private final Map<Copy, Set<String>> told = new HashMap<>();
    private final Set<Copy> watched = new HashSet<>();
    private volatile @Nullable LanguageClient client;
    private volatile boolean refreshHints;
    private volatile boolean isClosed;

    Diagnoses(Copies copies) {
        this.copies = copies;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    void connect(LanguageClient editor) {
        client = editor;
    }

    /** Whether the editor can be told to ask for the results of scenarios again. */
    void refreshHints(boolean able) {
        refreshHints = able;
    }

    /** Tells nothing more. A message that is being written is written to its end: on some channels an interruption would end them. */
    void close() {
        isClosed = true;
        worker.shutdown();
    }

    /** Looks at all copies, and goes on watching their files. */
    void all() {
        copies.all().forEach(this::soon);
    }

    /** Looks at a copy when nothing has changed for a moment. */
    synchronized void soon(Copy copy) {
        if (watched.add(copy)) {
            daemon(() -> watch(copy), "lsp-watch").start();
        }
        Future<?> former = waiting.get(copy);
        if (former != null) {
            former.cancel(false);
        }
        try {
            waiting.put(copy, worker.schedule(() -> tell(copy), REST, TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            waiting.remove(copy); // the server stops
        }
    }

    private void watch(Copy copy) {
        CopyChanges changes = new CopyChanges(copy.directory());
        try {
            while (changes.await(() -> !isClosed)) {
                copy.look();
                soon(copy);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Copy copy) {
        if (isClosed) {
            return;
        }
        Map<String, List<Diagnostic>> found = diagnostics(copy);
        LanguageClient editor = client;
        if (editor == null || isClosed) {
            return;
        }
        Set<String> former = told.put(copy, Set.copyOf(found.keySet()));
        if (former != null) {
            former.forEach(uri -> found.putIfAbsent(uri, List.of()));
        }
        found.forEach((uri, diagnostics) -> editor.publishDiagnostics(new PublishDiagnosticsParams(uri, diagnostics)));
        if (refreshHints) {
            editor.refreshInlayHints();
        }
    }

    private Map<String, List<Diagnostic>> diagnostics(Copy copy) {
        Map<String, List<Diagnostic>> found = new TreeMap<>();
        try {
            copy.editing().ifPresent(editing -> editing.copy().problems().forEach(problem -> editing.place(problem)
                    .ifPresent(place -> found.computeIfAbsent(copy.uri(place.file()), uri -> new ArrayList<>())
                            .add(diagnostic(problem, place, copies.locale())))));
        } catch (PolicyException e) {
            return found; // it was taken away meanwhile, and whoever watches it sees so
        }
        return found;
    }

    static Diagnostic diagnostic(Problem problem, Place place, Locale locale) {
        String message = problem.said().in(locale) + (problem.maybe() == null ? "" : "\n" + problem.maybe().in(locale));
        return new Diagnostic(Ranges.of(place), message, problem.isWarning() ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
                "support-policy", problem.code());
    }
}
