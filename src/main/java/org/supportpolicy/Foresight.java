package org.supportpolicy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.outlook.Watch;

/** Looks ahead by the rules of one policy. Immutable and thread-safe. */
final class Foresight {

    /** The code of the problem that a rule goes along with the instant of the decision in a way whose limits cannot be found. */
    private static final String LOST = "SP-R071";
    private static final int YEARS = 10;

    private final SupportPolicy policy;
    private final Watch watch;
    private final List<Problem> lost;

    /**
     * Begins.
     *
     * @param problems what a check found
     */
    Foresight(SupportPolicy policy, RuleEngine engine, List<Problem> problems) {
        this.policy = policy;
        this.watch = new Watch(engine);
        this.lost = problems.stream().filter(problem -> problem.code().equals(LOST)).toList();
    }

    /** The last instant of interest where none is given: ten years on, or the end of the years of facts. */
    static Instant horizon(FactSet facts) {
        Instant later = facts.asOf().atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        return later.isAfter(Limits.LAST_INSTANT) ? Limits.LAST_INSTANT : later;
    }

    /** An instant until which facts can be looked at. */
    static Instant checked(FactSet facts, Instant until) {
        Objects.requireNonNull(until, "The until must be given.");
        if (until.isBefore(facts.asOf()) || until.isAfter(Limits.LAST_INSTANT)) {
            throw new IllegalArgumentException(
                    "The until (" + until + ") must lie between " + facts.asOf() + " and " + Limits.LAST_INSTANT + ".");
        }
        return until;
    }

    /**
     * What looks ahead for one fact set.
     *
     * @param until the last instant of interest
     */
    Ahead ahead(FactSet facts, Instant until) {
        if (!lost.isEmpty()) {
            throw new PolicyException("The outlook", lost);
        }
        Instant limit = until.plusNanos(1);
        NavigableSet<Instant> turns = policy.needs().turns(facts).headSet(limit, false);
        return instant -> {
            FactSet then = facts.at(instant);
            Watch.Seen seen = watch.conclude(then, limit);
            Decision decision = policy.decided(then, seen.conclusions());
            Instant turn = turn(decision, facts, turns.tailSet(instant, false), seen.next());
            return new Ahead.Glimpse(decision, turn == null ? seen.next() : turn);
        };
    }

    /** The first of some instants at which what is still to be known is another, while what is concluded is the same. */
    private @Nullable Instant turn(Decision decision, FactSet facts, Iterable<Instant> turns, @Nullable Instant end) {
        for (Instant turn : turns) {
            if (end != null && !turn.isBefore(end)) {
                return null;
            } else if (!policy.needs().of(facts.at(turn), decision.reasons()).equals(decision.needs())) {
                return turn;
            }
        }
        return null;
    }
}
