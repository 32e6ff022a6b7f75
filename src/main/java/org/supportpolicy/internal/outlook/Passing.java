package org.supportpolicy.internal.outlook;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.internal.engine.RulePlan.Operand;

/**
 * Finds when a value that goes along with the instant of the decision reaches or passes another. It never goes back between two changes
 * of the clocks; so there the instant is found by halving.
 */
final class Passing {

    private final Operand operand;
    private final Object limit;
    private final @Nullable Object self;
    private final @Nullable Object[] matched;
    private final Moments moments;

    Passing(Operand operand, Object limit, @Nullable Object self, @Nullable Object[] matched, Moments moments) {
        this.operand = operand;
        this.limit = limit;
        this.self = self;
        this.matched = matched;
        this.moments = moments;
    }

    /** Adds the first instant at which the value stands otherwise to the limit than now, if there is one before the next moment. */
    void add() {
        Instant from = moments.now().instant();
        Integer sign = sign(from);
        while (sign != null && from.isBefore(moments.next())) {
            ZoneOffsetTransition change = moments.now().zone().getRules().nextTransition(from);
            Instant end = change == null || change.getInstant().isAfter(moments.next()) ? moments.next() : change.getInstant();
            Instant last = end.minusNanos(1);
            if (!sign.equals(sign(last))) {
                moments.add(first(sign, from, last));
            } else if (end.isBefore(moments.next()) && !sign.equals(sign(end))) {
                moments.add(end);
            }
            from = end;
        }
    }

    /** The first instant behind one at which the sign is another, as it is at a later one. */
    private Instant first(Integer sign, Instant before, Instant at) {
        Instant same = before;
        Instant other = at;
        while (same.plusNanos(1).isBefore(other)) {
            long seconds = other.getEpochSecond() - same.getEpochSecond();
            Instant middle = seconds > 1 ? same.plusSeconds(seconds / 2)
                    : same.plusNanos((seconds * 1_000_000_000L + other.getNano() - same.getNano()) / 2);
            if (sign.equals(sign(middle))) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return other;
    }

    /** How the value stands to the limit at an instant; null where it is unknown. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private @Nullable Integer sign(Instant instant) {
        AsOf then = new AsOf(instant, moments.now().zone());
        Object[] moved = matched.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = moved[i] instanceof AsOf ? then : moved[i];
        }
        Object value = operand.of(self instanceof AsOf ? then : self, moved);
        return value == null ? null : Integer.signum(((Comparable) value).compareTo(limit));
    }
}
