package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.Decision;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;

/** Eight threads decide while an editor does all that can befall files, in random order; {@code -Dsupportpolicy.soak} has the seconds. */
class WatchedPolicySoakTest {

    private static final Duration QUIET = Duration.ofMillis(300);
    private static final int SECONDS = Integer.getInteger("supportpolicy.soak", 5);
    private static final int WARM_UP = 4;

    @TempDir
    private Path temporary;

    private final Logger logger = Logger.getLogger(WatchedPolicy.class.getName());
    private final Set<List<Object>> answers = ConcurrentHashMap.newKeySet();
    private final AtomicLong decisions = new AtomicLong();
    private final Map<String, AtomicInteger> told = new ConcurrentHashMap<>();
    private volatile boolean throwing;
    private volatile boolean done;

    private final class Telling implements WatchedPolicy.Listener {
        @Override
        public void reloaded(SupportPolicy policy) {
            hear("reloaded");
        }

        @Override
        public void refused(List<Problem> problems) {
            hear("refused");
        }

        @Override
        public void recovered(SupportPolicy policy) {
            hear("recovered");
        }

        private void hear(String what) {
            told.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
            if (throwing) {
                throw new StackOverflowError("thrown by a listener");
            }
        }
    }

    @BeforeEach
    void logNothing() {
        logger.setLevel(Level.OFF);
    }

    @AfterEach
    void logAgain() {
        logger.setLevel(null);
    }

    @Test
    void nothingStopsTheWatchingAndNoPolicyIsMixed() throws Exception {
        RestlessEditor editor = new RestlessEditor(temporary, QUIET, on -> throwing = on);
        WatchedPolicy watched = WatchedPolicy.of(editor.policy(), QUIET, InstantSource.fixed(Instant.EPOCH), new Telling());
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> deciders = Stream.generate(() -> new Thread(() -> decideOn(watched))).limit(8).toList();
        deciders.forEach(thread -> thread.setUncaughtExceptionHandler((which, failure) -> failures.add(failure)));
        deciders.forEach(Thread::start);
        Map<String, Long> early = new TreeMap<>();
        List<Long> waited = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        for (int round = 1; System.nanoTime() < end || round <= WARM_UP; round++) {
            editor.edit(1 + round % 4);
            waited.add(awaitInForce(watched, editor.finish()));
            assertThat(watched.isWatching()).as("still watching after %s", editor.events()).isTrue();
            if (round == WARM_UP) {
                early = inUse();
            }
        }
        Map<String, Long> late = inUse();
        done = true;
        for (Thread decider : deciders) {
            decider.join();
        }
        watched.close();
        Collections.sort(waited);
        System.out.printf("Soak: %d s, %d decisions under %d of %d policies, %d edits %s, told %s%n", SECONDS, decisions.get(),
                answers.size(), editor.written().size(), editor.count(), editor.events(), told);
        System.out.printf("Soak: %d rests, in force %d ms (median) and %d ms (latest) after the edit; in use %s, then %s%n", waited.size(),
                waited.get(waited.size() / 2), waited.get(waited.size() - 1), early, late);
        assertThat(failures).isEmpty();
        assertThat(answers).as("policies that were written").isSubsetOf(editor.written());
        assertThat(answers).as("policies seen").hasSizeGreaterThan(WARM_UP / 2);
        assertThat(late.get("threads")).as("threads").isLessThanOrEqualTo(early.get("threads") + 1);
        assertThat(late.getOrDefault("handles", 0L)).as("open handles").isLessThanOrEqualTo(early.getOrDefault("handles", 0L) + 2);
    }

    private void decideOn(WatchedPolicy watched) {
        for (; !done; LockSupport.parkNanos(500_000)) {
            Decision decision = SmallPolicy.decide(watched);
            answers.add(List.of(decision.policy(), SmallPolicy.said(decision)));
            decisions.incrementAndGet();
        }
    }

    /** How many milliseconds it takes until a policy is in force and all is said to be well; a minute means that it was missed. */
    private static long awaitInForce(WatchedPolicy watched, Decision.Receipt receipt) throws InterruptedException {
        long start = System.nanoTime();
        while (!watched.policy().receipt().equals(receipt)
                || watched.problems().stream().anyMatch(problem -> !problem.code().equals("SP-W005"))) {
            assertThat(System.nanoTime() - start).as("missed %s, has %s and %s", receipt, watched.policy().receipt(), watched.problems())
                    .isLessThan(TimeUnit.MINUTES.toNanos(1));
            Thread.sleep(5);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static Map<String, Long> inUse() throws IOException {
        Map<String, Long> inUse = new TreeMap<>();
        inUse.put("threads", Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("support-policy")).count());
        Path handles = Path.of("/proc/self/fd");
        if (Files.isDirectory(handles)) {
            try (Stream<Path> open = Files.list(handles)) {
                inUse.put("handles", open.count());
            }
        }
        return inUse;
    }
}
