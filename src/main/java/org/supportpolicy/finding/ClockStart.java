package org.supportpolicy.finding;

import java.time.Instant;
import java.util.Objects;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.fact.Known;
import org.supportpolicy.hours.SupportHours;

/**
 * When the clock of the first response starts.
 *
 * @param at the instant
 */
@AtMostOne
public record ClockStart(Instant at) implements Finding {

    /** Checks that all is given. */
    public ClockStart {
        Objects.requireNonNull(at, "The at must be given.");
    }

    /**
     * The first moment at which a desk is open.
     *
     * @param desk a desk whose hours are known
     * @param earliest the clock starts no sooner
     */
    @InRules
    public static ClockStart inSupportHours(@Known("hours") Desk desk, Instant earliest) {
        return new ClockStart(SupportHours.of(desk).orElseThrow().nextOpening(earliest));
    }
}
