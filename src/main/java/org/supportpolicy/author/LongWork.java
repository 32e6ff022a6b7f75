package org.supportpolicy.author;

import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.supportpolicy.InParallel;

/** Work on many items by all processors that is told of, and ends when the thread that asked for it is interrupted. */
final class LongWork {

    private LongWork() {}

    /**
     * Works on each item.
     *
     * @throws CancellationException if the thread is interrupted, which it stays
     */
    static <T> void on(Collection<T> items, ProgressListener progress, Consumer<? super T> work) {
        int done = 0;
        try (Stream<Boolean> each = InParallel.map(items.stream(), item -> {
            work.accept(item);
            return true;
        })) {
            for (Iterator<Boolean> next = each.iterator(); next.hasNext(); next.next()) {
                progress.at(++done, items.size());
            }
        }
    }

    /** Goes on, unless the thread is interrupted. */
    static void endIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The thread that asked for the work was interrupted.");
        }
    }
}
