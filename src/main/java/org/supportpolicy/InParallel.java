package org.supportpolicy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Works through a stream on all processors and keeps its order. It reads ahead a little and no more, so that memory stays flat
 * however long the stream is. For what goes with deciding, such as reading and writing JSON; for fact sets alone there is {@link
 * SupportPolicy#decideAll}.
 */
public final class InParallel {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int BLOCK = 64;
    private static final int BLOCKS_AHEAD = 4 * PROCESSORS;

    /** One for all streams: its threads are daemons, and end when there was nothing to do for a minute. */
    private static final ForkJoinPool POOL = new ForkJoinPool(PROCESSORS);

    private InParallel() {}

    /**
     * Applies work to every item. All streams share as many threads as there are processors. One that is left before its end, closed
     * or not, keeps none of them. A thread that is interrupted while it reads the result stays so and gets a {@link CancellationException};
     * of what was begun ahead no further item is worked on then, nor when the result is closed.
     *
     * @param items the items; read by the thread that reads the result, which closes them with the result
     * @param work what is done to each, on any thread; what it throws is thrown where its result would have
     *     come, and what reading throws after the results of all that was read
     */
    public static <T, R> Stream<R> map(Stream<T> items, Function<? super T, ? extends R> work) {
        return map(items, () -> true, work);
    }

    /**
     * The same for items that come when they like, such as lines of a pipe: results are not held back for an item that may be long in
     * coming. When none is ready, all that was read is given first, and only then the next is waited for.
     *
     * @param items as above
     * @param ready whether the next item, or the end, can be had without waiting; asked by the thread that reads the result
     * @param work as above
     */
    public static <T, R> Stream<R> map(Stream<T> items, BooleanSupplier ready, Function<? super T, ? extends R> work) {
        Objects.requireNonNull(items, "The items must be given.");
        Objects.requireNonNull(ready, "The ready must be given.");
        Objects.requireNonNull(work, "The work must be given.");
        Blocks<T, R> blocks = new Blocks<>(items.iterator(), ready, work);
        return StreamSupport.<R>stream(blocks, false).onClose(blocks::stop).onClose(items::close);
    }

    /** The results of a block, up to the item that failed if one did, and what throws the failure then. */
    private record Done<R>(List<R> results, @Nullable Runnable failure) {}

    private static final class Blocks<T, R> extends Spliterators.AbstractSpliterator<R> {

        private final Iterator<T> items;
        private final BooleanSupplier ready;
        private final Function<? super T, ? extends R> work;
        private final Queue<ForkJoinTask<Done<R>>> ahead = new ArrayDeque<>();
        private @Nullable RuntimeException unreadable;
        private Done<R> block = new Done<>(List.of(), null);
        private int next;
        private volatile boolean stopped;

        Blocks(Iterator<T> items, BooleanSupplier ready, Function<? super T, ? extends R> work) {
            super(Long.MAX_VALUE, Spliterator.ORDERED);
            this.items = items;
            this.ready = ready;
            this.work = work;
        }

        @Override
        public boolean tryAdvance(Consumer<? super R> action) {
            while (next == block.results.size()) {
                if (block.failure != null) {
                    stop();
                    block.failure.run();
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw interrupted();
                }
                readAhead();
                ForkJoinTask<Done<R>> first = ahead.poll();
                if (first == null) {
                    stop();
                    if (unreadable != null) {
                        throw unreadable;
                    }
                    return false;
                }
                block = result(first);
                next = 0;
            }
            action.accept(block.results.get(next++));
            return true;
        }

        private Done<R> result(ForkJoinTask<Done<R>> task) {
            try {
                return task.get();
            } catch (InterruptedException e) {
                task.cancel(false);
                Thread.currentThread().interrupt();
                throw interrupted();
            } catch (ExecutionException e) {
                throw new IllegalStateException("What work throws is kept with its results.", e);
            }
        }

        private CancellationException interrupted() {
            stop();
            return new CancellationException("The thread that reads the results was interrupted.");
        }

        private void readAhead() {
            while (ahead.size() < BLOCKS_AHEAD && unreadable == null && (ahead.isEmpty() || ready.getAsBoolean())) {
                List<T> some = read();
                if (some.isEmpty()) {
                    return;
                }
                ahead.add(POOL.submit(() -> work(some)));
            }
        }

        /** The next block; shorter when the items pause, end, or cannot be read on, which is said after what was read before. */
        private List<T> read() {
            List<T> some = new ArrayList<>(BLOCK);
            try {
                while (some.size() < BLOCK && (some.isEmpty() || ready.getAsBoolean()) && items.hasNext()) {
                    some.add(items.next());
                }
            } catch (RuntimeException e) {
                unreadable = e;
            }
            return some;
        }

        private Done<R> work(List<T> some) {
            List<R> results = new ArrayList<>(some.size());
            try {
                for (int i = 0; i < some.size() && !stopped; i++) {
                    results.add(work.apply(some.get(i)));
                }
                return new Done<>(results, null);
            } catch (RuntimeException | Error failure) {
                return new Done<>(results, () -> {
                    throw failure;
                });
            }
        }

        private void stop() {
            stopped = true;
            ahead.forEach(block -> block.cancel(false));
            ahead.clear();
        }
    }
}
