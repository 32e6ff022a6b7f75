package org.supportpolicy.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.supportpolicy.fact.Hold;

/** The clock of the reference model for what is answered at every hour: only holds stop it. */
final class EveryHour implements DeskClock {

    @Override
    public boolean isOpen(Instant second) {
        return true;
    }

    @Override
    public Instant nextOpen(Instant from) {
        return from;
    }

    /** Spends the target between the holds, one free span after the other. */
    @Override
    public Instant due(Instant start, Duration target, List<Hold> holds) {
        Instant at = start;
        Duration left = target;
        for (Hold hold : holds.stream().sorted(Comparator.comparing(Hold::from)).toList()) {
            if (hold.from().isAfter(at)) {
                Duration free = Duration.between(at, hold.from());
                if (left.compareTo(free) <= 0) {
                    return at.plus(left);
                }
                left = left.minus(free);
                at = hold.from();
            }
            at = hold.to().isAfter(at) ? hold.to() : at;
        }
        return at.plus(left);
    }

    /** The same backwards, from the last hold to the first. */
    @Override
    public Instant before(Instant end, Duration amount, List<Hold> holds) {
        Instant at = end;
        Duration left = amount;
        for (Hold hold : holds.stream().sorted(Comparator.comparing(Hold::to).reversed()).toList()) {
            if (hold.to().isBefore(at)) {
                Duration free = Duration.between(hold.to(), at);
                if (left.compareTo(free) <= 0) {
                    return at.minus(left);
                }
                left = left.minus(free);
                at = hold.to();
            }
            at = hold.from().isBefore(at) ? hold.from() : at;
        }
        return at.minus(left);
    }
}
