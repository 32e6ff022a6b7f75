package org.supportpolicy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.outlook.Watch;

/** Goes from one instant at which a decision can change to the next, and decides again at each. Immutable and thread-safe. */
final class Foresight {

    /** The code of the problem that a rule goes along with the instant of the decision in a way whose limits cannot be found. */
    private static final String LOST = "SP-R071";
    private static final int YEARS = 10;
    private static final Instant LAST = LocalDate.of(Limits.LAST_YEAR + 1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);

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
        return later.isAfter(LAST) ? LAST : later;
    }

    /** An instant until which facts can be looked at. */
    static Instant checked(FactSet facts, Instant until) {
        Objects.requireNonNull(until, "The until must be given.");
        if (until.isBefore(facts.asOf()) || until.isAfter(LAST)) {
            throw new IllegalArgumentException("The until (" + until + ") must lie between " + facts.asOf() + " and " + LAST + ".");
        }
        return until;
    }

    Outlook outlook(FactSet facts, Instant until) {
        Walk walk = new Walk(facts, until);
        Decision decision = walk.decision;
        return new Outlook(decision, until, walk.next());
    }

    Timeline timeline(FactSet facts, Instant until) {
        Walk walk = new Walk(facts, until);
        Decision decision = walk.decision;
        List<Change> changes = new ArrayList<>();
        for (Optional<Change> next = walk.next(); next.isPresent(); next = walk.next()) {
            changes.add(next.get());
        }
        return new Timeline(decision, until, changes);
    }

    /** One fact set on its way. */
    private final class Walk {

        private final FactSet facts;
        private final Instant limit;
        private final NavigableSet<Instant> turns;
        private Watch.Seen seen;
        private Decision decision;

        Walk(FactSet facts, Instant until) {
            if (!lost.isEmpty()) {
                throw new PolicyException("The outlook", lost);
            }
            this.facts = facts;
            this.limit = until.plusNanos(1);
            this.turns = policy.needs().turns(facts).headSet(limit, false);
            this.seen = watch.conclude(facts, limit);
            this.decision = policy.decided(facts, seen.conclusions());
        }

        /** The next change, from which it goes on. */
        Optional<Change> next() {
            Decision before = decision;
            List<Reason> reasons = before.reasons();
            for (Instant at = candidate(before.asOf()); at != null; at = candidate(at)) {
                FactSet then = facts.at(at);
                if (!at.equals(seen.next()) && policy.needs().of(then, reasons).equals(before.needs())) {
                    continue; // what is concluded is as it was
                }
                seen = watch.conclude(then, limit);
                Decision after = policy.decided(then, seen.conclusions());
                if (SectionViews.differ(before, after)) {
                    decision = after;
                    return Optional.of(new Change(before, after));
                }
                reasons = after.reasons();
            }
            return Optional.empty();
        }

        /** The next instant at which something can change: what is decided, or what is still to be known. */
        private @Nullable Instant candidate(Instant after) {
            Instant other = turns.higher(after);
            return other == null || seen.next() != null && seen.next().isBefore(other) ? seen.next() : other;
        }
    }
}
