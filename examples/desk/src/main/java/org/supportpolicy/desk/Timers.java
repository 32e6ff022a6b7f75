package org.supportpolicy.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that sleeps until the first timer of any ticket runs out, and decides that ticket anew. The timers stand in the database:
 * those that ran out while the desk was not running are worked off when it starts, each at its own instant. Thread-safe.
 */
final class Timers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    /** A clock that is set by hand is noticed within it. */
    private static final Duration LONGEST_SLEEP = Duration.ofDays(1);

    private final Helpdesk helpdesk;
    private final InstantSource clock;
    private final Thread thread = new Thread(this::run, "timers");
    private boolean stopped;
    /** How often it was woken, and how often of these nothing was left to do. */
    private long woken;
    private long settled = -1;

    Timers(Helpdesk helpdesk, InstantSource clock) {
        this.helpdesk = helpdesk;
        this.clock = clock;
        thread.start();
    }

    /** A timer was set, or time has passed. */
    synchronized void wake() {
        woken++;
        notifyAll();
    }

    /** Waits until nothing is left to do that ought to have been done by now. */
    synchronized void settle() throws InterruptedException {
        wake();
        long mine = woken;
        while (settled < mine && !stopped) {
            wait();
        }
    }

    private void run() {
        for (long seen = seen(); seen >= 0; seen = seen()) {
            Duration pause = workOff();
            sleep(seen, pause);
        }
    }

    private synchronized long seen() {
        return stopped ? -1 : woken;
    }

    /** Decides anew all that is due; how long until the next is. */
    private Duration workOff() {
        try {
            while (seen() >= 0) {
                Optional<Instant> next = runTimer();
                Duration pause = next.map(at -> Duration.between(clock.instant(), at)).orElse(LONGEST_SLEEP);
                if (!pause.isNegative() && !pause.isZero()) {
                    return pause.compareTo(LONGEST_SLEEP) < 0 ? pause : LONGEST_SLEEP;
                }
            }
            return Duration.ZERO;
        } catch (RuntimeException e) {
            LOG.error("The timers stand still for a minute.", e);
            return AFTER_FAILURE;
        }
    }

    private Optional<Instant> runTimer() {
        try {
            return helpdesk.runTimer();
        } catch (Helpdesk.Outdated e) { // somebody was faster, and has worked the timer off
            return Optional.of(clock.instant());
        }
    }

    private synchronized void sleep(long seen, Duration pause) {
        settled = seen;
        notifyAll();
        long end = System.nanoTime() + pause.toNanos();
        try {
            for (long left = pause.toNanos(); left > 0 && woken == seen && !stopped; left = end - System.nanoTime()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    /** Lets the work under way end, and stops. */
    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
