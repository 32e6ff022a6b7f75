package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.bench.TicketMix;
import org.supportpolicy.fact.FactSet;

class InParallelTest {

    @Test
    void keepsTheOrderAndUsesOtherThreads() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<Integer> doubled = InParallel.map(IntStream.range(0, 10_001).boxed(), i -> {
            threads.add(Thread.currentThread());
            return 2 * i;
        }).toList();
        assertThat(doubled).isEqualTo(IntStream.range(0, 10_001).map(i -> 2 * i).boxed().toList());
        assertThat(threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void readsLittleAhead() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger farthest = new AtomicInteger();
        InParallel.map(IntStream.range(0, 50_000).boxed().peek(i -> read.incrementAndGet()), i -> i)
                .forEach(i -> farthest.accumulateAndGet(read.get() - i, Math::max));
        assertThat(farthest.get()).isBetween(1, 64 * (4 * Runtime.getRuntime().availableProcessors() + 1));
    }

    @Test
    void aFailureComesWhereItsResultWouldHaveAndEndsTheStream() {
        List<Integer> seen = new ArrayList<>();
        IllegalStateException failure = new IllegalStateException("700");
        assertThatThrownBy(() -> InParallel.map(IntStream.range(0, 5_000).boxed(), i -> {
            if (i == 700) {
                throw failure;
            }
            return i;
        }).forEach(seen::add)).isSameAs(failure);
        assertThat(seen).isEqualTo(IntStream.range(0, 700).boxed().toList());
    }

    @Test
    void whatWasReadBeforeReadingFailedIsNotLost() {
        List<Integer> seen = new ArrayList<>();
        IllegalStateException failure = new IllegalStateException("unreadable");
        assertThatThrownBy(() -> InParallel.map(Stream.iterate(0, i -> i + 1).peek(i -> {
            if (i == 700) {
                throw failure;
            }
        }), i -> i).forEach(seen::add)).isSameAs(failure);
        assertThat(seen).isEqualTo(IntStream.range(0, 700).boxed().toList());
    }

    @Test
    void aReaderMayStopEarlyAndClose() {
        AtomicInteger closed = new AtomicInteger();
        try (Stream<Integer> some = InParallel.map(Stream.iterate(0, i -> i + 1).onClose(closed::incrementAndGet), i -> i).limit(100)) {
            assertThat(some.toList()).hasSize(100);
        }
        assertThat(closed).hasValue(1);
        assertThat(InParallel.map(Stream.empty(), i -> i).toList()).isEmpty();
    }

    @Test
    void streamsThatAreLeftShareTheThreadsOfOthers() {
        int before = Thread.activeCount();
        for (int i = 0; i < 200; i++) {
            assertThat(InParallel.map(IntStream.range(0, 5_000).boxed(), number -> number + 1).findFirst()).hasValue(1);
        }
        assertThat(Thread.activeCount() - before).isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void workMayItselfWorkInParallel() {
        assertThat(InParallel.map(IntStream.range(0, 500).boxed(), i -> InParallel.map(IntStream.rangeClosed(0, i).boxed(), j -> j).count()).toList())
                .isEqualTo(LongStream.rangeClosed(1, 500).boxed().toList());
    }

    @Test
    void nothingIsHeldBackWhileItemsPause() {
        List<String> happened = new ArrayList<>();
        Stream<Integer> items = IntStream.range(0, 130).boxed().peek(i -> happened.add("read " + i));
        InParallel.map(items, () -> false, i -> i).forEach(i -> happened.add("given " + i));
        assertThat(happened).isEqualTo(IntStream.range(0, 130).boxed().flatMap(i -> Stream.of("read " + i, "given " + i)).toList());
    }

    @Test
    void anInterruptedReaderGetsNoFurtherResultAndWhatWasBegunEnds() throws InterruptedException {
        AtomicInteger worked = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean stayedSo = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            try (Stream<Integer> all = InParallel.map(Stream.iterate(0, i -> i + 1).onClose(closed::incrementAndGet), i -> {
                worked.incrementAndGet();
                begun.countDown();
                awaitUninterruptibly(go);
                return i;
            })) {
                thrown.set(catchThrowable(() -> all.forEach(i -> {})));
                stayedSo.set(Thread.currentThread().isInterrupted());
            }
        });
        reader.start();
        begun.await();
        reader.interrupt();
        reader.join();
        assertThat(thrown.get()).isInstanceOf(CancellationException.class).hasMessage("The thread that reads the results was interrupted.");
        assertThat(stayedSo).isTrue();
        assertThat(closed).hasValue(1);
        go.countDown();
        assertThat(InParallel.map(IntStream.range(0, 10_000).boxed(), i -> i).count()).isEqualTo(10_000);
        assertThat(worked.get()).isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aThreadThatIsInterruptedAlreadyReadsNothing() {
        AtomicInteger read = new AtomicInteger();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> InParallel.map(IntStream.range(0, 100).boxed().peek(i -> read.incrementAndGet()), i -> i).toList())
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(read).hasValue(0);
    }

    @Test
    void anErrorComesAsItIs() {
        AssertionError error = new AssertionError("70");
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() -> InParallel.map(IntStream.range(0, 500).boxed(), i -> {
            if (i == 70) {
                throw error;
            }
            return i;
        }).forEach(seen::add)).isSameAs(error);
        assertThat(seen).hasSize(70);
    }

    @Test
    void decideAllDecidesAsDecideDoes() {
        SupportPolicy policy = SupportPolicy.standard();
        List<FactSet> tickets = TicketMix.standard(1_000).toList();
        assertThat(policy.decideAll(tickets.stream()).map(Decision::reasons).toList())
                .isEqualTo(tickets.stream().map(policy::decide).map(Decision::reasons).toList());
    }
}
