package org.supportpolicy.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.supportpolicy.fact.Hold;

/** What the reference model asks of a desk's hours. */
public interface DeskClock {

    /** Whether the desk is open at an instant. */
    boolean isOpen(Instant second);

    /** The first open instant at or after one. */
    Instant nextOpen(Instant from);

    /** When a target that starts at an instant and rests during holds is used up. */
    Instant due(Instant start, Duration target, List<Hold> holds);

    /** The latest instant from which an amount that rests during holds lasts until another instant. */
    Instant before(Instant end, Duration amount, List<Hold> holds);
}
