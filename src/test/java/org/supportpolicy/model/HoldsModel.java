package org.supportpolicy.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.TicketState;

/** The clock that runs for a ticket and stands still while it is on hold, in the reference model. */
final class HoldsModel {

    private final Given given;
    private final DeskClock time;

    /**
     * Makes the clock.
     *
     * @param urgent whether every hour counts
     */
    HoldsModel(Given given, boolean urgent) {
        this.given = given;
        time = urgent ? new EveryHour() : given.hours;
    }

    /** The desk's target for a level, or null. */
    static Duration target(Map<Integer, Duration> targets, Integer level) {
        return targets == null || level == null ? null : targets.get(level);
    }

    boolean isPaused() {
        return given.ticket.state() == TicketState.ON_HOLD || given.ticket.state() == TicketState.SUSPENDED
                || holds().stream().anyMatch(hold -> hold.to() == null);
    }

    /** When the clock starts that cannot start before an instant; null while the hours are unknown. */
    Instant start(Instant earliest) {
        return time == null ? null : time.nextOpen(earliest);
    }

    /** When a target is used up; null while that cannot be told. Judged at an answer, only the holds before it count. */
    Instant due(Instant start, Duration target, Instant answered) {
        boolean told = start != null && target != null && time != null && (answered != null || !isPaused());
        return told ? time.due(start, target, holdsUntil(answered)) : null;
    }

    /** The desk's reminders of a due time, ascending; none without one. */
    List<Instant> reminders(Instant due, Instant answered) {
        return due == null || given.desk.remindBefore() == null ? List.of() : given.desk.remindBefore().stream()
                .map(before -> time.before(due, before, holdsUntil(answered))).distinct().sorted().toList();
    }

    /** The holds that have begun; an end that lies ahead has not come. */
    private List<Hold> holds() {
        List<Hold> begun = new ArrayList<>();
        for (Hold hold : given.ticket.holds() == null ? List.<Hold>of() : given.ticket.holds()) {
            if (!hold.from().isAfter(given.now)) {
                begun.add(new Hold(hold.from(), given.happened(hold.to())));
            }
        }
        return begun;
    }

    private List<Hold> holdsUntil(Instant answered) {
        return answered == null ? holds() : holds().stream().filter(hold -> hold.from().isBefore(answered))
                .map(hold -> hold.to() == null || hold.to().isAfter(answered) ? new Hold(hold.from(), answered) : hold).toList();
    }
}
