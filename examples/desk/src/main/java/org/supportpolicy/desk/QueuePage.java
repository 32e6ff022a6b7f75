package org.supportpolicy.desk;

import java.util.List;
import org.supportpolicy.fact.TicketState;

/**
 * A page of the queue.
 *
 * @param states the states that can be looked at
 * @param counts how many tickets are in each of them
 * @param state the one that is looked at
 * @param number the number of the page, from 0
 * @param last the number of the last page
 * @param rows its tickets, in the order in which the desk takes them up
 */
record QueuePage(List<TicketState> states, List<Integer> counts, TicketState state, int number, int last, List<Helpdesk.Queued> rows) {

    static final List<TicketState> STATES = List.of(TicketState.ACTIVE, TicketState.ON_HOLD, TicketState.RESOLVED, TicketState.CLOSED);
    static final int SIZE = 25;
}
