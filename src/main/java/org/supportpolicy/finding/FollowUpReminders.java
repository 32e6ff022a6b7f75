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
import org.supportpolicy.hours.SupportHours;

/**
 * When the desk is reminded that the next follow-up is due.
 *
 * @param at the instants, ascending
 */
@AtMostOne
public record FollowUpReminders(List<Instant> at) implements Finding {

    /** Sorts and copies the instants. */
    public FollowUpReminders {
        Objects.requireNonNull(at, "The at must be given.");
        at = at.stream().distinct().sorted().toList();
    }

    /**
     * Walks back from a due time through support hours, but for the time on hold.
     *
     * @param desk a desk whose hours are known
     * @param due the due time
     * @param before how long before it the desk wants to be reminded
     * @param holds spans that do not count, each with an end
     */
    @InRules
    public static FollowUpReminders inSupportHours(@Known("hours") Desk desk, Instant due, List<Duration> before,
            List<Hold> holds) {
        SupportHours hours = SupportHours.of(desk).orElseThrow();
        return new FollowUpReminders(before.stream().map(amount -> hours.before(due, amount, holds)).toList());
    }

    /**
     * Walks back from a due time through every hour, but for the time on hold.
     *
     * @param due the due time
     * @param before how long before it the desk wants to be reminded
     * @param holds spans that do not count, each with an end
     */
    @InRules
    public static FollowUpReminders elapsed(Instant due, List<Duration> before, List<Hold> holds) {
        return new FollowUpReminders(before.stream().map(amount -> ElapsedTime.before(due, amount, holds)).toList());
    }
}
