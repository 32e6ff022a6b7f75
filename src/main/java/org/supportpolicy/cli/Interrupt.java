package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.supportpolicy.Problem;

/** Ctrl-C: the work under way is asked to stop, and the process ends when it has written what it did. */
final class Interrupt {

    private static final int SECONDS_TO_STOP = 5;
    private static final Problem.Said STOPPED = new Problem.Said("Stopped before the end; what was decided is written.",
            "Gestopt voor het einde; wat beslist is, is geschreven.");

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean asked;

    /**
     * Waits for the signal, and then for the work. Work that does not stop is stuck: reading from someone who writes nothing, so
     * that what it decided has still to be written, or writing to someone who reads nothing, who is not waited for.
     */
    static Interrupt watch(Output out, PrintWriter err) {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            interrupt.asked = true;
            try {
                if (!interrupt.finished.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                    Thread flush = new Thread(() -> {
                        err.flush();
                        out.flush();
                    });
                    flush.setUncaughtExceptionHandler((thread, failed) -> {}); // nobody reads what is written
                    flush.setDaemon(true);
                    flush.start();
                    flush.join(TimeUnit.SECONDS.toMillis(1));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "interrupt"));
        return interrupt;
    }

    /** Whether work is to stop. */
    boolean asked() {
        return asked;
    }

    /** The exit status of work on files; that it was asked to stop is said, and is a failure. */
    int status(LineFiles work, Locale locale) {
        if (asked) {
            work.refuse(STOPPED.in(locale));
        }
        return work.status();
    }

    /** Everything is written. */
    void finished() {
        finished.countDown();
    }
}
