package org.supportpolicy.model;

import java.time.Instant;
import org.supportpolicy.fact.TicketState;

/** The state of the ticket once the time rules are applied, in the reference model. */
final class LifecycleModel {

    /** Null while it cannot be told. */
    final TicketState state;

    /** The customer wrote something, or asked to reopen, in the window. */
    final boolean updatedInWindow;

    /** A reopening was asked for in the window, whether or not with an explanation. */
    final boolean reopeningAsked;

    /** This decision reopens a ticket that was recorded resolved or closed. */
    final boolean reopens;

    /** The end of the window to reopen, or null when it is unknown when the ticket was marked. */
    final Instant windowEnd;

    private final Given given;

    LifecycleModel(Given given) {
        this.given = given;
        Instant marked = markedAt();
        windowEnd = marked == null ? null
                : given.earlier.reopenableUntil() != null ? given.earlier.reopenableUntil() : given.endOfDaysAfter(marked, 7);
        reopeningAsked = inWindow(given.resolution.reopenRequestedAt());
        updatedInWindow = reopeningAsked || inWindow(given.resolution.lastCustomerUpdateAt());
        state = state(given.ticket.state());
        reopens = recordedOver() && state == TicketState.ACTIVE;
    }

    Instant markedAt() {
        return given.happened(given.resolution.markedResolvedAt());
    }

    boolean recordedOver() {
        return isOver(given.ticket.state());
    }

    boolean isOver() {
        return isOver(state);
    }

    /** An open ticket is one that is not over, or of which nothing says that it is. */
    boolean isOpen() {
        return state != null ? !isOver(state) : !recordedOver();
    }

    boolean isWindowOpen() {
        return windowEnd != null && given.now.isBefore(windowEnd);
    }

    Instant reopenableUntil() {
        return state == TicketState.RESOLVED ? windowEnd : null;
    }

    Instant closesAt() {
        return state == TicketState.RESOLVED && !updatedInWindow ? windowEnd : null;
    }

    private static boolean isOver(TicketState state) {
        return state == TicketState.RESOLVED || state == TicketState.CLOSED;
    }

    private boolean inWindow(Instant event) {
        Instant happened = given.happened(event);
        return windowEnd != null && happened != null && !happened.isBefore(markedAt()) && happened.isBefore(windowEnd);
    }

    private TicketState state(TicketState recorded) {
        if (!isOver(recorded) || windowEnd == null) {
            return recorded;
        }
        if (reopeningAsked && !Given.no(given.resolution.reopenExplained())) {
            return Given.yes(given.resolution.reopenExplained()) ? TicketState.ACTIVE : null;
        }
        if (isWindowOpen() || recorded == TicketState.RESOLVED && updatedInWindow) {
            return TicketState.RESOLVED;
        }
        return TicketState.CLOSED;
    }
}
