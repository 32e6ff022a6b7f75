package org.supportpolicy.internal.possible;

import java.util.concurrent.CancellationException;

/** Ends a search that nobody waits for any more. */
public final class Interruption {

    private Interruption() {}

    /**
     * Goes on unless the thread is interrupted, which it stays.
     *
     * @throws CancellationException if it is
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The thread that searches was interrupted.");
        }
    }
}
