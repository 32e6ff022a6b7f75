package org.supportpolicy.author;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportpolicy.Decider;
import org.supportpolicy.Decision;
import org.supportpolicy.LogReceipt;
import org.supportpolicy.Outlook;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.Timeline;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.source.DirectoryStamp;
import org.supportpolicy.internal.source.PolicyFiles;

/**
 * The policy of a directory that is watched; tickets are decided by the one in force. When its files have changed and have then
 * been left alone for a while, a new policy is built and checked aside, and takes the place of the old one at once; decisions
 * under way finish on the old one. An edit that holds a mistake leaves the last good policy in force. Nothing that befalls the
 * files, the directory or a link ends the watching. Thread-safe; one daemon thread looks at the files until {@link #close()}.
 */
public final class WatchedPolicy implements Decider, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedPolicy.class);
    private static final long LONGEST_LOOK = TimeUnit.MINUTES.toNanos(1);
    private static final long RETRY = TimeUnit.SECONDS.toNanos(5);
    private static final int MOST_DOUBTED = 3;
    /** What may pass without a file that is changed. */
    private static final Set<String> PASSING = Set.of("SP-R001", "SP-R003", "SP-W004");

    private final Path directory;
    private final InstantSource clock;
    private final Notices notices;
    private final Settling settling;
    private final long pause;
    private final Thread watcher;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile State state;
    private volatile long lookedAt = System.nanoTime();
    private long readAt;
    private int doubted;

    /**
     * What stands.
     *
     * @param policy the policy in force
     * @param loadedAt since when
     * @param refused what is wrong with the files as they were last read
     */
    private record State(SupportPolicy policy, Instant loadedAt, List<Problem> refused) {

        State refuse(List<Problem> problems) {
            return new State(policy, loadedAt, problems);
        }
    }

    /** Who is told what became of an edit, by a thread that does nothing else. */
    public interface Listener {

        /** A new policy is in force. */
        void reloaded(SupportPolicy policy);

        /** The files hold mistakes, others than before, and the last good policy stays in force. */
        void refused(List<Problem> problems);

        /** After a refusal, the files hold no mistake any more; the policy in force is theirs, whether it is a new one or not. */
        default void recovered(SupportPolicy policy) {}
    }

    private WatchedPolicy(Path directory, Duration quiet, InstantSource clock, Listener listener, DirectoryStamp stamp, State state) {
        this.directory = directory;
        this.clock = clock;
        this.state = state;
        this.settling = new Settling(quiet, stamp, System.nanoTime());
        this.pause = Math.max(10, Math.min(250, quiet.dividedBy(4).toMillis()));
        this.notices = new Notices(listener, "support-policy telling of " + shown());
        this.watcher = new Thread(this::watch, "support-policy watching " + shown());
        this.watcher.setDaemon(true);
    }

    /**
     * Loads the policy of a directory and begins to watch it.
     *
     * @param directory where the rule files stand; what it leads to is found out anew at each look, so it may be a link
     * @param quiet how long the files must be left alone before they count as written, such as half a second; files that are never
     *     left alone are read all the same, a second and a half after the first change, or three times {@code quiet} where that is longer
     * @param clock tells {@link #loadedAt()}, and nothing else goes by it
     * @param listener who is told of reloads and refusals
     * @throws PolicyException if the policy cannot be loaded as it stands
     */
    public static WatchedPolicy of(Path directory, Duration quiet, InstantSource clock, Listener listener) {
        Objects.requireNonNull(directory, "The directory must be given.");
        Objects.requireNonNull(quiet, "The quiet must be given.");
        Objects.requireNonNull(clock, "The clock must be given.");
        Objects.requireNonNull(listener, "The listener must be given.");
        DirectoryStamp stamp = DirectoryStamp.of(directory);
        long start = System.nanoTime();
        State state = new State(SupportPolicy.load(directory), clock.instant(), List.of());
        WatchedPolicy watched = new WatchedPolicy(directory, quiet, clock, listener, stamp, state);
        watched.log("Loaded", start);
        watched.watcher.start();
        return watched;
    }

    /** The policy in force. */
    public SupportPolicy policy() {
        return state.policy;
    }

    /** Since when the policy in force is in force here. */
    public Instant loadedAt() {
        return state.loadedAt;
    }

    /** Those of the policy in force. */
    @Override
    public OwnFacts ownFacts() {
        return policy().ownFacts();
    }

    @Override
    public Decision decide(FactSet facts) {
        return policy().decide(facts);
    }

    @Override
    public Outlook outlook(FactSet facts, Instant until) {
        return policy().outlook(facts, until);
    }

    @Override
    public Timeline timeline(FactSet facts, Instant until) {
        return policy().timeline(facts, until);
    }

    @Override
    public LogReceipt receipt(FactSet facts) {
        return policy().receipt(facts);
    }

    /** What is wrong now: what the last edit was refused for, and how the listener failed last. Empty when all is well. */
    public List<Problem> problems() {
        return Stream.concat(state.refused.stream(), notices.failure().stream()).toList();
    }

    /** Whether the files are watched: it is not closed, and the last look at them was begun less than a minute ago. */
    public boolean isWatching() {
        return closed.getCount() > 0 && watcher.isAlive() && System.nanoTime() - lookedAt < LONGEST_LOOK;
    }

    /** Reads the files now, without waiting for them to be left alone, and puts what they say in force; returns what was refused. */
    public synchronized List<Problem> reload() {
        long start = System.nanoTime();
        take(read(), start);
        return state.refused;
    }

    private State read() {
        State before = state;
        try {
            List<Problem> unread = new ArrayList<>();
            if (PolicyFiles.in(directory, unread).fingerprint().equals(before.policy.receipt().fingerprint()) && unread.isEmpty()) {
                return before.refuse(List.of());
            }
            return new State(SupportPolicy.load(directory), clock.instant(), List.of());
        } catch (PolicyException e) {
            return before.refuse(e.problems());
        } catch (Throwable e) {
            LOG.error("Cannot load the policy of {}", shown(), e);
            return before.refuse(List.of(Problem.of("SP-W004", e.getClass().getName()).in(shown())));
        }
    }

    private void take(State after, long start) {
        State before = state;
        state = after;
        boolean wasRefused = !before.refused.isEmpty();
        if (after.policy != before.policy) {
            notices.tell(listener -> listener.reloaded(after.policy));
            log("Reloaded", start);
        }
        if (after.refused.isEmpty() && wasRefused) {
            notices.tell(listener -> listener.recovered(after.policy));
            log("Recovered", start);
        } else if (!after.refused.equals(before.refused)) {
            notices.tell(listener -> listener.refused(after.refused));
            Problem first = after.refused.get(0);
            LOG.warn("Refused an edit of {}: {} problem(s), the first {} at {}", shown(), after.refused.size(), first.code(),
                    first.where());
        }
    }

    private void log(String what, long start) {
        SupportPolicy policy = policy();
        LOG.info("{} {}: edition {}, {}, {} rules, in {} ms", what, shown(), policy.receipt().edition(), policy.receipt().fingerprint(),
                policy.rules().size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private String shown() {
        return PolicyFiles.shown(directory);
    }

    private void watch() {
        while (closed.getCount() > 0) {
            try {
                if (!closed.await(pause, TimeUnit.MILLISECONDS)) {
                    look(System.nanoTime());
                }
            } catch (Throwable e) {
                // Interrupted by a stranger, or not even able to say what went wrong: the next look tries again.
            }
        }
        LOG.info("Stopped watching {}", shown());
    }

    /**
     * What was read counts where the files are as much at rest after it as they were before. A mistake in what never rests counts
     * when it is still there after a few looks: it may be half of what is written.
     */
    private synchronized void look(long now) {
        lookedAt = now;
        if (mayPass() && now - readAt >= RETRY) {
            settling.again(now);
            readAt = now;
        }
        if (isDue()) {
            readAt = now;
            State after = read();
            boolean counts = after.refused.isEmpty() || settling.isQuiet(now) || ++doubted > MOST_DOUBTED;
            if (counts && isDue()) {
                take(after, now);
                settling.taken(System.nanoTime());
                doubted = 0;
            }
        }
    }

    private boolean isDue() {
        return settling.isDue(DirectoryStamp.of(directory), System.nanoTime());
    }

    private boolean mayPass() {
        return state.refused.stream().map(Problem::code).anyMatch(PASSING::contains);
    }

    /** Stops watching, and returns when no thread is left that does; a listener may call it too. The last policy goes on deciding. */
    @Override
    public void close() {
        closed.countDown();
        try {
            watcher.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        notices.close();
    }
}
