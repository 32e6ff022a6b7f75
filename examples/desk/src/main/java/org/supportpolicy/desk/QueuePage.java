package org.supportpolicy.desk;

import java.util.List;
import java.util.Map;
import org.supportpolicy.fact.TicketState;

/**
 * A page of the queue.
 *
 * @param counts how many tickets are in each of the {@link #STATES}; not counted past {@link #MOST}
 * @param state the state that is looked at
 * @param number the number of the page, from 0
 * @param more whether there is a page after it
 * @param rows its tickets, in the order in which the desk takes them up
 */
record QueuePage(Map<TicketState, Integer> counts, TicketState state, int number, boolean more, List<Views.Queued> rows) {

    /** The states that can be looked at. */
    static final List<TicketState> STATES = List.of(TicketState.ACTIVE, TicketState.ON_HOLD, TicketState.RESOLVED, TicketState.CLOSED);
    static final int SIZE = 25;
    static final int MOST = 999;

    /** How many tickets are in a state, such as 25 or 999+. */
    String count(TicketState of) {
        int count = counts.getOrDefault(of, 0);
        return count > MOST ? MOST + "+" : "" + count;
    }
}
