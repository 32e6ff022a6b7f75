package org.supportpolicy.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.supportpolicy.Decider;
import org.supportpolicy.Decision;
import org.supportpolicy.Timeline;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.TicketState;

/** What people look at: tickets as they stand now. What is shown is decided for the moment, and nothing is kept of it. Thread-safe. */
final class Views {

    /** A ticket in the queue. */
    record Queued(StoredTicket ticket, Decision decision) {}

    /** A ticket: what is kept, what was decided and happens next, and what happened. */
    record Whole(StoredTicket ticket, Timeline timeline, List<Event> events) {}

    /** What the database has of a ticket. */
    private record Kept(StoredTicket ticket, List<Event> events) {}

    /** How far ahead the pages look. */
    private static final Duration FORESIGHT = Duration.ofDays(365);

    private final Database database;
    private final Tickets tickets = new Tickets();
    private final Decider decider;
    private final DeskTemplate desk;
    private final DeskClock clock;

    Views(Database database, Decider decider, DeskTemplate desk, DeskClock clock) {
        this.database = database;
        this.decider = decider;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A page of the queue, in the order in which the desk takes tickets up.
     *
     * @param number the number of the page, from 0
     */
    QueuePage queue(TicketState state, int number) {
        Map<TicketState, Integer> counts = new EnumMap<>(TicketState.class);
        List<StoredTicket> found = database.transaction(connection -> {
            for (TicketState each : QueuePage.STATES) {
                counts.put(each, tickets.count(connection, each, QueuePage.MOST + 1));
            }
            return tickets.queue(connection, state, number * QueuePage.SIZE, QueuePage.SIZE + 1);
        });
        boolean more = found.size() > QueuePage.SIZE;
        return new QueuePage(counts, state, number, more, decided(more ? found.subList(0, QueuePage.SIZE) : found));
    }

    /** In the order of what is decided now, which may have changed since it was kept. */
    private List<Queued> decided(List<StoredTicket> found) {
        return found.stream().map(ticket -> new Queued(ticket, decider.decide(now(ticket))))
                .sorted(Comparator.comparing(Queued::decision, Decision.queueOrder())).toList();
    }

    /**
     * A ticket.
     *
     * @throws Helpdesk.NoTicket if there is none of this number
     */
    Whole ticket(String number) {
        Kept kept = database.transaction(connection -> new Kept(find(connection, number), tickets.events(connection, number)));
        FactSet facts = now(kept.ticket);
        return new Whole(kept.ticket, decider.timeline(facts, facts.asOf().plus(FORESIGHT)), kept.events);
    }

    /**
     * What is decided of a ticket.
     *
     * @throws Helpdesk.NoTicket if there is none of this number
     */
    Decision decision(String number) {
        return decider.decide(now(database.transaction(connection -> find(connection, number))));
    }

    private StoredTicket find(Connection connection, String number) throws SQLException {
        return tickets.find(connection, number).orElseThrow(() -> new Helpdesk.NoTicket(number));
    }

    ZoneId zone() {
        return FactSet.builder(clock.instant()).build().over(desk).now().zone();
    }

    private FactSet now(StoredTicket ticket) {
        return ticket.facts().at(clock.notBefore(ticket.decidedAt())).over(desk);
    }
}
