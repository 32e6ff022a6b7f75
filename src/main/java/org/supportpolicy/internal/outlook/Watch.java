package org.supportpolicy.internal.outlook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.engine.Conclusion;
import org.supportpolicy.internal.engine.RuleEngine;

/** Decides, and says until when all that it looked at stays as it is. Immutable and thread-safe. */
public final class Watch {

    private final RuleEngine engine;

    /** Watches rules of which none goes along with the instant of the decision in a way whose limits cannot be found. */
    public Watch(RuleEngine engine) {
        this.engine = engine.by(new Watching());
    }

    /**
     * What was seen.
     *
     * @param conclusions what the rules conclude
     * @param next the first instant at which something they looked at can be otherwise; null when there is none before the limit
     */
    public record Seen(List<Conclusion> conclusions, @Nullable Instant next) {}

    /**
     * Lets the rules conclude what they can.
     *
     * @param limit the instant from which on nothing is of interest
     */
    public Seen conclude(FactSet facts, Instant limit) {
        Moments moments = new Moments(facts.now(), limit);
        moments.addEvents(facts);
        List<Conclusion> conclusions = engine.conclude(facts, moments);
        return new Seen(conclusions, moments.found());
    }
}
