package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpolicy.author.SmallPolicy.said;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.KeptLog;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.TicketState;

/** Edits that come into force while decisions are made, and what may befall the files, the directory and the listener. */
class WatchedPolicyTest {

    private static final Duration QUIET = Duration.ofMillis(300);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-26T09:00:00Z"));

    @TempDir
    private Path temporary;

    private Path directory;
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final KeptLog log = new KeptLog(WatchedPolicy.class, Level.INFO);

    private final class Hearing implements WatchedPolicy.Listener {
        @Override
        public void reloaded(SupportPolicy policy) {
            heard.add("reloaded " + policy.receipt().edition());
        }

        @Override
        public void refused(List<Problem> problems) {
            heard.add("refused " + problems.stream().map(Problem::code).toList());
        }

        @Override
        public void recovered(SupportPolicy policy) {
            heard.add("recovered " + policy.receipt().edition());
        }
    }

    @BeforeEach
    void writeThePolicyAndListen() throws IOException {
        directory = temporary.resolve("policy");
        new SmallPolicy(1, TicketState.ACTIVE).writeTo(directory);
    }

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    @Test
    void anEditComesIntoForceAndABrokenOneLeavesTheLastGoodPolicy() throws Exception {
        try (WatchedPolicy watched = watch(new Hearing())) {
            assertThat(said(watched)).isEqualTo(TicketState.ACTIVE);
            new SmallPolicy(2, TicketState.ON_HOLD).writeTo(directory);
            assertThat(next()).isEqualTo("reloaded 2.0");
            assertThat(said(watched)).isEqualTo(TicketState.ON_HOLD);
            new SmallPolicy(2, "ON_HLD").writeTo(directory);
            assertThat(next()).isEqualTo("refused [SP-R042]");
            assertThat(watched.problems()).extracting(Problem::code).containsExactly("SP-R042");
            assertThat(said(watched)).isEqualTo(TicketState.ON_HOLD);
            new SmallPolicy(3, TicketState.CLOSED).writeTo(directory);
            assertThat(next()).isEqualTo("reloaded 3.0");
            assertThat(next()).isEqualTo("recovered 3.0");
            assertThat(watched.problems()).isEmpty();
            assertThat(said(watched)).isEqualTo(TicketState.CLOSED);
        }
    }

    @Test
    void anEditThatIsPutBackIsToldOf() throws Exception {
        try (WatchedPolicy watched = watch(new Hearing())) {
            SupportPolicy first = watched.policy();
            new SmallPolicy(1, "ACTVE").writeTo(directory);
            assertThat(next()).isEqualTo("refused [SP-R042]");
            new SmallPolicy(1, TicketState.ACTIVE).writeTo(directory);
            assertThat(next()).isEqualTo("recovered 1.0");
            assertThat(watched.problems()).isEmpty();
            assertThat(watched.policy()).isSameAs(first);
        }
    }

    @Test
    void aFileThatIsStillBeingWrittenDoesNotCount() throws Exception {
        String text = new SmallPolicy(1, TicketState.RESOLVED).rules();
        try (WatchedPolicy watched = WatchedPolicy.of(directory, Duration.ofSeconds(2), CLOCK, new Hearing())) {
            for (int written = text.length() / 2; written < text.length(); written += text.length() / 6) {
                Files.writeString(directory.resolve("closure.drl"), text.substring(0, written));
                Thread.sleep(100);
            }
            Files.writeString(directory.resolve("closure.drl"), text);
            assertThat(next()).isEqualTo("reloaded 1.0");
            assertThat(heard).isEmpty();
            assertThat(said(watched)).isEqualTo(TicketState.RESOLVED);
        }
    }

    @Test
    void aFileThatNeverRestsHoldsUpNoOther() throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        Thread restless = new Thread(() -> {
            for (int i = 0; enough.getCount() > 0; i++) {
                try {
                    Path fresh = Files.writeString(directory.resolve("fresh"), "# Readings\n" + "\n".repeat(i % 7));
                    Files.move(fresh, directory.resolve("readings.en.md"), StandardCopyOption.ATOMIC_MOVE);
                    enough.await(100, TimeUnit.MILLISECONDS);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        try (WatchedPolicy watched = watch(new Hearing())) {
            restless.start();
            Files.writeString(directory.resolve("closure.drl"), new SmallPolicy(1, TicketState.RESOLVED).rules());
            waitFor(() -> said(watched) == TicketState.RESOLVED);
        } finally {
            enough.countDown();
            restless.join();
        }
    }

    @Test
    void aListenerThatThrowsIsReportedAndTheWatchingGoesOn() throws Exception {
        AtomicReference<Error> error = new AtomicReference<>(new StackOverflowError());
        WatchedPolicy.Listener throwing = new WatchedPolicy.Listener() {
            @Override
            public void reloaded(SupportPolicy policy) {
                heard.add(policy);
                if (error.get() != null) {
                    throw error.get();
                }
            }

            @Override
            public void refused(List<Problem> problems) {}
        };
        try (WatchedPolicy watched = watch(throwing)) {
            new SmallPolicy(2, TicketState.ON_HOLD).writeTo(directory);
            next();
            waitFor(() -> !watched.problems().isEmpty());
            assertThat(watched.problems()).extracting(Problem::message)
                    .containsExactly(Problem.of("SP-W005", "java.lang.StackOverflowError").message());
            assertThat(watched.isWatching()).isTrue();
            error.set(null);
            new SmallPolicy(3, TicketState.CLOSED).writeTo(directory);
            next();
            waitFor(() -> watched.problems().isEmpty());
            assertThat(said(watched)).isEqualTo(TicketState.CLOSED);
        }
    }

    @Test
    void aListenerThatDoesNotComeBackHoldsUpNoReload() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        WatchedPolicy.Listener stuck = new WatchedPolicy.Listener() {
            @Override
            public void reloaded(SupportPolicy policy) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    heard.add("interrupted");
                }
            }

            @Override
            public void refused(List<Problem> problems) {}
        };
        try (WatchedPolicy watched = WatchedPolicy.of(directory, Duration.ofHours(1), CLOCK, stuck)) {
            for (int edition = 2; edition < 20; edition++) {
                new SmallPolicy(edition, TicketState.ON_HOLD).writeTo(directory);
                assertThat(watched.reload()).isEmpty();
                assertThat(watched.policy().receipt().edition()).isEqualTo(edition + ".0");
            }
            assertThat(watched.problems()).extracting(Problem::code).containsExactly("SP-W005");
        }
        assertThat(next()).isEqualTo("interrupted");
    }

    @Test
    void aDirectoryMayGoAndComeBack() throws Exception {
        try (WatchedPolicy watched = watch(new Hearing())) {
            Path away = Files.move(directory, temporary.resolve("away"));
            assertThat(next()).isEqualTo("refused [SP-R001]");
            assertThat(watched.isWatching()).isTrue();
            assertThat(said(watched)).isEqualTo(TicketState.ACTIVE);
            Files.move(away, directory);
            assertThat(next()).isEqualTo("recovered 1.0");
            Files.move(directory, temporary.resolve("former"));
            new SmallPolicy(2, TicketState.CLOSED).writeTo(directory);
            waitFor(() -> said(watched) == TicketState.CLOSED);
            new SmallPolicy(3, TicketState.ON_HOLD).writeTo(directory);
            waitFor(() -> said(watched) == TicketState.ON_HOLD);
        }
    }

    @Test
    void aLinkMayLeadToAnotherDirectory() throws Exception {
        Path link = temporary.resolve("link");
        Files.createSymbolicLink(link, directory);
        try (WatchedPolicy watched = WatchedPolicy.of(link, QUIET, CLOCK, new Hearing())) {
            for (int edition = 2; edition < 5; edition++) {
                Path other = temporary.resolve("policy" + edition);
                new SmallPolicy(edition, TicketState.RESOLVED).writeTo(other);
                replace(link, other);
                assertThat(next()).isEqualTo("reloaded " + edition + ".0");
            }
            new SmallPolicy(9, TicketState.CLOSED).writeTo(temporary.resolve("policy4"));
            assertThat(next()).isEqualTo("reloaded 9.0");
        }
    }

    @Test
    void aMountedConfigMapIsFollowed() throws Exception {
        Path mount = Files.createDirectory(temporary.resolve("mount"));
        SmallPolicy first = new SmallPolicy(1, TicketState.ACTIVE);
        first.writeTo(mount.resolve("..1"));
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..1"));
        for (String name : first.files().keySet()) {
            Files.createSymbolicLink(mount.resolve(name), Path.of("..data", name));
        }
        try (WatchedPolicy watched = WatchedPolicy.of(mount, QUIET, CLOCK, new Hearing())) {
            for (int edition = 2; edition < 5; edition++) {
                new SmallPolicy(edition, TicketState.CLOSED).writeTo(mount.resolve(".." + edition));
                replace(mount.resolve("..data"), Path.of(".." + edition));
                assertThat(next()).isEqualTo("reloaded " + edition + ".0");
            }
        }
    }

    @Test
    void whateverStandsInItsPlaceADirectoryIsFoundAgain() throws Exception {
        try (WatchedPolicy watched = watch(new Hearing())) {
            Path away = Files.move(directory, temporary.resolve("away"));
            Files.createSymbolicLink(directory, Path.of("policy"));
            assertThat(next()).isEqualTo("refused [SP-R001]");
            Files.delete(directory);
            Files.writeString(directory, "a file");
            Files.delete(directory);
            assertThat(new ProcessBuilder("mkfifo", directory.toString()).start().waitFor()).isZero();
            Thread.sleep(2 * QUIET.toMillis());
            Files.delete(directory);
            Files.createSymbolicLink(directory, away);
            assertThat(next()).isEqualTo("recovered 1.0");
            new SmallPolicy(2, TicketState.CLOSED).writeTo(away);
            assertThat(next()).isEqualTo("reloaded 2.0");
        }
    }

    @Test
    void moreFilesThanAPolicyMayHaveAreRefusedUntilTheyGo() throws Exception {
        try (WatchedPolicy watched = watch(new Hearing())) {
            Path copies = Files.createDirectory(temporary.resolve("copies"));
            for (int i = 0; i < 201; i++) {
                Files.writeString(copies.resolve(i + ".drl"), "// nothing\n");
            }
            Path away = Files.move(directory, temporary.resolve("away"));
            Files.move(copies, directory);
            waitFor(() -> watched.problems().stream().anyMatch(problem -> problem.code().equals("SP-R004")));
            Files.move(directory, copies);
            Files.move(away, directory);
            waitFor(() -> watched.problems().isEmpty());
            assertThat(watched.policy().receipt().edition()).isEqualTo("1.0");
        }
    }

    @Test
    void aStrangerWhoInterruptsTheWatcherStopsNothing() throws Exception {
        try (WatchedPolicy watched = watch(new Hearing())) {
            for (int edition = 2; edition < 6; edition++) {
                new SmallPolicy(edition, TicketState.CLOSED).writeTo(directory);
                for (int i = 0; i < 20; i++) {
                    threads().forEach(Thread::interrupt);
                    Thread.sleep(5);
                }
                String latest = edition + ".0";
                waitFor(() -> watched.policy().receipt().edition().equals(latest));
                assertThat(watched.isWatching()).isTrue();
            }
            assertThat(watched.problems()).isEmpty();
        }
    }

    @Test
    void halfACopyDoesNotComeIntoForce() throws Exception {
        Path whole = temporary.resolve("whole");
        WorkingCopy.init(whole);
        Path half = Files.createDirectory(temporary.resolve("half"));
        Files.copy(whole.resolve("scope.drl"), half.resolve("scope.drl"));
        Path link = temporary.resolve("link");
        Files.createSymbolicLink(link, directory);
        try (WatchedPolicy watched = WatchedPolicy.of(link, QUIET, CLOCK, new Hearing())) {
            replace(link, half);
            assertThat(next()).asString().startsWith("refused [SP-R015, ");
            assertThat(said(watched)).isEqualTo(TicketState.ACTIVE);
            replace(link, whole);
            assertThat(next()).isEqualTo("reloaded 1.0");
            assertThat(watched.policy().receipt()).isEqualTo(SupportPolicy.standard().receipt());
        }
    }

    @Test
    void aPipeIsRefusedAndTheWatchingGoesOn() throws Exception {
        try (WatchedPolicy watched = watch(new Hearing())) {
            Path pipe = directory.resolve("pipe.drl");
            assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
            assertThat(next()).isEqualTo("refused [SP-R003]");
            assertThat(watched.isWatching()).isTrue();
            Files.delete(pipe);
            assertThat(next()).isEqualTo("recovered 1.0");
        }
    }

    @Test
    void whatFailsForNoFaultOfTheFilesIsTriedAgain() throws Exception {
        AtomicReference<Error> error = new AtomicReference<>();
        InstantSource failing = () -> {
            if (error.get() != null) {
                throw error.get();
            }
            return Instant.EPOCH;
        };
        try (WatchedPolicy watched = WatchedPolicy.of(directory, QUIET, failing, new Hearing())) {
            error.set(new OutOfMemoryError());
            new SmallPolicy(2, TicketState.CLOSED).writeTo(directory);
            assertThat(next()).isEqualTo("refused [SP-W004]");
            assertThat(watched.isWatching()).isTrue();
            error.set(null);
            assertThat(next()).isEqualTo("reloaded 2.0");
            assertThat(next()).isEqualTo("recovered 2.0");
        }
    }

    @Test
    void itSaysSinceWhenAPolicyIsInForceAndWhetherItIsWatched() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        WatchedPolicy watched = WatchedPolicy.of(directory, Duration.ofHours(1), now::get, new Hearing());
        now.set(Instant.EPOCH.plusSeconds(1));
        assertThat(watched.reload()).isEmpty();
        assertThat(watched.loadedAt()).isEqualTo(Instant.EPOCH);
        new SmallPolicy(2, TicketState.CLOSED).writeTo(directory);
        watched.reload();
        assertThat(watched.loadedAt()).isEqualTo(Instant.EPOCH.plusSeconds(1));
        assertThat(watched.isWatching()).isTrue();
        watched.close();
        watched.close();
        assertThat(watched.isWatching()).isFalse();
        assertThat(said(watched)).isEqualTo(TicketState.CLOSED);
    }

    @Test
    void aListenerMayCloseAndReload() throws Exception {
        AtomicReference<WatchedPolicy> watched = new AtomicReference<>();
        WatchedPolicy.Listener closing = new WatchedPolicy.Listener() {
            @Override
            public void reloaded(SupportPolicy policy) {
                watched.get().reload();
                watched.get().close();
                heard.add(Thread.currentThread());
            }

            @Override
            public void refused(List<Problem> problems) {}
        };
        watched.set(watch(closing));
        new SmallPolicy(2, TicketState.CLOSED).writeTo(directory);
        Thread teller = (Thread) next();
        assertThat(watched.get().isWatching()).isFalse();
        teller.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(threads()).isEmpty();
    }

    @Test
    void closingLeavesNoThreadBehind() throws Exception {
        for (int i = 0; i < 20; i++) {
            WatchedPolicy watched = watch(new Hearing());
            new SmallPolicy(i, TicketState.CLOSED).writeTo(directory);
            watched.reload();
            watched.close();
            assertThat(threads()).isEmpty();
            assertThat(heard).hasSize(i + 1);
        }
    }

    @Test
    void theLogSaysWhatBecameOfEdits() throws Exception {
        try (WatchedPolicy watched = WatchedPolicy.of(directory, Duration.ofHours(1), CLOCK, new Hearing())) {
            new SmallPolicy(2, TicketState.CLOSED).writeTo(directory);
            watched.reload();
            new SmallPolicy(3, "CLSED").writeTo(directory);
            watched.reload();
            watched.reload();
            new SmallPolicy(2, TicketState.CLOSED).writeTo(directory);
            watched.reload();
        }
        assertThat(log.lines()).extracting(line -> line
                .replaceAll("sha256:\\w{64}", "sha256").replaceAll("in \\d+ ms", "in some ms").replace(directory.toString(), "policy"))
                .containsExactly(
                "INFO Loaded policy: edition 1.0, sha256, 1 rules, in some ms",
                "INFO Reloaded policy: edition 2.0, sha256, 1 rules, in some ms",
                "WARNING Refused an edit of policy: 1 problem(s), the first SP-R042 at policy/closure.drl:16:52",
                "INFO Recovered policy: edition 2.0, sha256, 1 rules, in some ms",
                "INFO Stopped watching policy");
    }

    @Test
    void fiveHundredReloadsLeaveHeapAndMetaspaceFlat() throws Exception {
        WatchedPolicy watched = WatchedPolicy.of(directory, Duration.ofHours(1), CLOCK, new Hearing());
        long[] early = null;
        for (int i = 1; i <= 500; i++) {
            TicketState state = TicketState.values()[i % TicketState.values().length];
            new SmallPolicy(i, state).writeTo(directory);
            assertThat(watched.reload()).isEmpty();
            assertThat(said(watched)).isEqualTo(state);
            heard.clear();
            log.clear();
            if (i == 100) {
                early = used();
            }
        }
        long[] late = used();
        watched.close();
        System.out.printf("Reloads: heap %d kB and Metaspace %d kB after 100, %d kB and %d kB after 500%n",
                early[0] >> 10, early[1] >> 10, late[0] >> 10, late[1] >> 10);
        assertThat(late[0]).as("heap after collection").isLessThan(early[0] + (4 << 20));
        assertThat(late[1]).as("Metaspace after collection").isLessThan(early[1] + (4 << 20));
    }

    /** Heap and Metaspace in use once everything that can go has gone. */
    private static long[] used() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(100);
        }
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage).mapToLong(MemoryUsage::getUsed).sum();
        return new long[] {ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), metaspace};
    }

    private WatchedPolicy watch(WatchedPolicy.Listener listener) {
        return WatchedPolicy.of(directory, QUIET, CLOCK, listener);
    }

    private Object next() throws InterruptedException {
        return heard.poll(60, TimeUnit.SECONDS);
    }

    private static void waitFor(BooleanSupplier condition) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); !condition.getAsBoolean(); Thread.sleep(10)) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
        }
    }

    private static void replace(Path link, Path target) throws IOException {
        Path fresh = Files.createSymbolicLink(link.resolveSibling("..fresh"), target);
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("support-policy")).toList();
    }
}
