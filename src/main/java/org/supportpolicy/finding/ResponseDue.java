package org.supportpolicy.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.fact.Known;
import org.supportpolicy.hours.ElapsedTime;
import org.supportpolicy.hours.Step;
import org.supportpolicy.hours.SupportHours;

/**
 * When the first response is due.
 *
 * @param at the last instant that is in time
 * @param steps how it was counted in support hours; empty when every hour counts
 */
@AtMostOne
public record ResponseDue(Instant at, List<Step> steps) implements Finding {

    /** Copies the steps. */
    public ResponseDue {
        Objects.requireNonNull(at, "The at must be given.");
        Objects.requireNonNull(steps, "The steps must be given.");
        steps.forEach(each -> Objects.requireNonNull(each, "The step must be given."));
        steps = List.copyOf(steps);
    }

    /**
     * The instant at which a target has run out that is counted in support hours, but for the time on hold.
     *
     * @param desk a desk whose hours are known
     * @param start when the clock starts
     * @param target how much open time may pass
     * @param holds spans that do not count, each with an end
     */
    @InRules
    public static ResponseDue inSupportHours(@Known("hours") Desk desk, Instant start, Duration target, List<Hold> holds) {
        SupportHours hours = SupportHours.of(desk).orElseThrow();
        Instant due = hours.after(start, target, holds).orElseThrow();
        return new ResponseDue(due, hours.steps(start, due, holds));
    }

    /**
     * The instant at which a target has run out that is counted at every hour, but for the time on hold.
     *
     * @param start when the clock starts
     * @param target how much time may pass
     * @param holds spans that do not count, each with an end
     */
    @InRules
    public static ResponseDue elapsed(Instant start, Duration target, List<Hold> holds) {
        return new ResponseDue(ElapsedTime.after(start, target, holds), List.of());
    }
}
