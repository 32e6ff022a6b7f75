package org.supportpolicy.fact;

/** The state of a ticket. CLOSED is final; RESOLVED can still be reopened in its window. */
public enum TicketState {
    ACTIVE, ON_HOLD, SUSPENDED, RESOLVED, CLOSED
}
