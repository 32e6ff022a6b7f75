package org.supportpolicy.workbench.serve;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decider;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WatchedPolicy;
import org.supportpolicy.fact.FactSet;

/** Where the policy comes from: the library, or a directory that is watched. */
final class Source implements AutoCloseable {

    private static final Duration QUIET = Duration.ofMillis(500);
    private static final WatchedPolicy.Listener NOBODY = new WatchedPolicy.Listener() {
        @Override
        public void reloaded(SupportPolicy policy) {} // the library logs it

        @Override
        public void refused(List<Problem> problems) {} // it logs this too, and health tells it
    };

    private final @Nullable WatchedPolicy watched;
    private final Supplier<SupportPolicy> policy;

    private Source(@Nullable WatchedPolicy watched) {
        this.watched = watched;
        if (watched == null) {
            SupportPolicy standard = SupportPolicy.standard();
            this.policy = () -> standard;
        } else {
            this.policy = watched::policy;
        }
    }

    /**
     * The library's own rules, or those of a directory.
     *
     * @throws org.supportpolicy.PolicyException if the directory's are bad
     */
    static Source of(@Nullable Path directory) {
        Source source = new Source(directory == null ? null : WatchedPolicy.of(directory, QUIET, Clock.systemUTC(), NOBODY));
        source.policy().decide(FactSet.builder(Instant.EPOCH).build()); // so that the first to ask does not wait for what is made once
        return source;
    }

    /** The policy in force. */
    SupportPolicy policy() {
        return policy.get();
    }

    /** What decides by the policy in force, whichever that is by then. */
    Decider decider() {
        return watched == null ? policy() : watched;
    }

    /** What the last edit was refused for; nothing when all is well. */
    List<Problem> problems() {
        return watched == null ? List.of() : watched.problems();
    }

    /** Whether edits are still taken over. */
    boolean isWatching() {
        return watched == null || watched.isWatching();
    }

    @Override
    public void close() {
        if (watched != null) {
            watched.close();
        }
    }
}
