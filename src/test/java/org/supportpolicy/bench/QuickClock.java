package org.supportpolicy.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.hours.SupportHours;
import org.supportpolicy.model.DeskClock;

/** The library's support hours for the reference model, whose own are slow on purpose and would flatter the rules. */
public record QuickClock(SupportHours hours) implements DeskClock {

    /** The hours of a desk whose hours are known. */
    public static QuickClock of(Desk desk) {
        return new QuickClock(SupportHours.of(desk).orElseThrow());
    }

    @Override
    public boolean isOpen(Instant second) {
        return hours.isOpen(second);
    }

    @Override
    public Instant nextOpen(Instant from) {
        return hours.nextOpening(from);
    }

    @Override
    public Instant due(Instant start, Duration target, List<Hold> holds) {
        return hours.after(start, target, holds).orElseThrow();
    }

    @Override
    public Instant before(Instant end, Duration amount, List<Hold> holds) {
        return hours.before(end, amount, holds);
    }
}
