package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ticket as the helpdesk recorded it.
 *
 * @param number the ticket number
 * @param channel how the request came in
 * @param kind what the request is about
 * @param createdAt when the ticket was created
 * @param state the state that the helpdesk has recorded
 * @param distinctProblems how many distinct problems it reports, zero or more
 * @param urgencySet the urgency that the desk has set, 1 (most urgent) to 4
 * @param holds the spans in which the ticket was on hold
 */
@RecordBuilder
public record Ticket(
        @AbsentMeansNone @Nullable String number,
        @Nullable Channel channel,
        @Nullable TicketKind kind,
        @Nullable Instant createdAt,
        @Nullable TicketState state,
        @AbsentMeansNone @Range(from = 0) @Nullable Integer distinctProblems,
        @AbsentMeansNone @Range(from = 1, to = 4) @Nullable Integer urgencySet,
        @AbsentMeansNone @Nullable List<Hold> holds) implements Fact {

    /**
     * Checks and copies the components.
     *
     * @throws BadFactException if a number is out of range, a hold is null, the number of the ticket too long or no text, or an instant
     *     does not
     *     lie in the years of facts
     */
    public Ticket {
        Check check = Check.of("ticket").text("number", number).instant("createdAt", createdAt)
                .notNegative("distinctProblems", distinctProblems).between("urgencySet", urgencySet, 1, 4);
        holds = check.copy("holds", holds, Limits.ITEMS);
        check.done();
    }

    /** Starts a builder in which every component is unknown. */
    public static TicketBuilder builder() {
        return TicketBuilder.builder();
    }

    /** Whether it is recorded as resolved or closed, whatever the time rules make of that. */
    @InRules(reads = "state")
    public boolean isOver() {
        return state == TicketState.RESOLVED || state == TicketState.CLOSED;
    }

    /** Whether a span on hold has begun and not ended. */
    @InRules(reads = "holds")
    public boolean isOnHold() {
        return holds != null && holds.stream().anyMatch(hold -> hold.to() == null);
    }

    /** The spans on hold that have ended. */
    @InRules(reads = "holds")
    public List<Hold> getPastHolds() {
        return holds == null ? List.of() : holds.stream().filter(hold -> hold.to() != null).toList();
    }

    /** The spans on hold that began before an instant, none reaching past it. */
    @InRules(reads = "holds")
    public List<Hold> holdsUntil(Instant end) {
        return holds == null ? List.of() : holds.stream()
                .filter(hold -> hold.from().isBefore(end))
                .map(hold -> hold.to() == null || hold.to().isAfter(end) ? new Hold(hold.from(), end) : hold)
                .toList();
    }

    @Override
    public Ticket asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        List<Hold> known = Hold.asKnownAt(now, holds);
        return known == holds && now.isPast(createdAt) ? this
                : new Ticket(number, channel, kind, now.past(createdAt), state, distinctProblems, urgencySet, known);
    }
}
