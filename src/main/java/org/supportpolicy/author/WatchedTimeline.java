package org.supportpolicy.author;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportpolicy.Decider;
import org.supportpolicy.Decision;
import org.supportpolicy.LogReceipt;
import org.supportpolicy.Outlook;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.PolicyTimeline;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.Timeline;
import org.supportpolicy.fact.FactSet;

/**
 * The editions of a policy, some or all of them watched: tickets are decided by a {@link PolicyTimeline} of what each edition is now.
 * Editions that do not go together, since an edit gives two of them one first day, leave the last timeline that was good in force.
 * Thread-safe; whoever watches the editions ends that.
 */
public final class WatchedTimeline implements Decider {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedTimeline.class);

    private final List<Supplier<SupportPolicy>> editions;
    private volatile State state;

    /**
     * What stands.
     *
     * @param seen the editions as they were last looked at
     * @param timeline the last that was good
     * @param refused why they make none
     */
    private record State(List<SupportPolicy> seen, PolicyTimeline timeline, List<Problem> refused) {}

    private WatchedTimeline(List<Supplier<SupportPolicy>> editions) {
        this.editions = editions;
        List<SupportPolicy> first = now();
        this.state = new State(first, timeline(first), List.of());
    }

    /**
     * Makes a timeline, such as {@code WatchedTimeline.of(() -> first, second::policy)} of a policy and a {@link WatchedPolicy}.
     *
     * @param editions what gives each edition as it is now, at least one, in any order; asked at each decision, on its thread
     * @throws PolicyException if the editions do not go together as they are, as {@link PolicyTimeline#of} has it
     */
    @SafeVarargs
    public static WatchedTimeline of(Supplier<SupportPolicy>... editions) {
        List<Supplier<SupportPolicy>> given = new ArrayList<>();
        for (Supplier<SupportPolicy> edition : Objects.requireNonNull(editions, "The editions must be given.")) {
            given.add(Objects.requireNonNull(edition, "The edition must be given."));
        }
        return new WatchedTimeline(List.copyOf(given));
    }

    /** The editions in force, each as it is now. */
    public PolicyTimeline timeline() {
        return current().timeline;
    }

    /** Why the editions as they are now do not go together; empty when they do. */
    public List<Problem> problems() {
        return current().refused;
    }

    private State current() {
        State last = state;
        List<SupportPolicy> now = now();
        return now.equals(last.seen) ? last : renewed(now);
    }

    private synchronized State renewed(List<SupportPolicy> now) {
        if (!now.equals(state.seen)) {
            try {
                state = new State(now, timeline(now), List.of());
            } catch (PolicyException e) {
                state = new State(now, state.timeline, e.problems());
                LOG.warn("The editions do not go together, and the last that did stay in force: {}", e.problems().get(0).code());
            }
        }
        return state;
    }

    private List<SupportPolicy> now() {
        return editions.stream().map(Supplier::get).toList();
    }

    private static PolicyTimeline timeline(List<SupportPolicy> editions) {
        return PolicyTimeline.of(editions.toArray(SupportPolicy[]::new));
    }

    @Override
    public OwnFacts ownFacts() {
        return timeline().ownFacts();
    }

    @Override
    public Decision decide(FactSet facts) {
        return timeline().decide(facts);
    }

    @Override
    public Outlook outlook(FactSet facts, Instant until) {
        return timeline().outlook(facts, until);
    }

    @Override
    public Timeline timeline(FactSet facts, Instant until) {
        return timeline().timeline(facts, until);
    }

    @Override
    public LogReceipt receipt(FactSet facts) {
        return timeline().receipt(facts);
    }
}
