package org.supportpolicy.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportpolicy.Decider;
import org.supportpolicy.PolicyException;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketBuilder;
import org.supportpolicy.fact.TicketState;

/**
 * All that changes tickets. Every change is one transaction, in which the ticket is decided anew. Of two who change the same version of a
 * ticket the second is told. Thread-safe.
 */
final class Helpdesk {

    /** There is no such ticket. */
    static final class NoTicket extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoTicket(String number) {
            super("There is no ticket " + number + ".");
        }
    }

    /** The ticket is no longer the version that was looked at. */
    static final class Outdated extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Outdated(String number) {
            super("Ticket " + number + " was changed meanwhile.");
        }
    }

    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Helpdesk.class);

    private final Database database;
    private final Tickets tickets = new Tickets();
    private final Decider decider;
    private final DeskTemplate desk;
    private final DeskClock clock;

    Helpdesk(Database database, Decider decider, DeskTemplate desk, DeskClock clock) {
        this.database = database;
        this.decider = decider;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Files a ticket, now.
     *
     * @param facts what is known of it, without number and time
     * @return its number
     */
    String file(FactSet facts) {
        return database.transaction(connection -> {
            String number = tickets.nextNumber(connection);
            Instant now = clock.instant();
            Ticket ticket = TicketBuilder.builder(facts.get(Ticket.class).orElse(Ticket.builder().build()))
                    .number(number).createdAt(now).state(TicketState.ACTIVE).build();
            begin(connection, number, Facts.with(facts.at(now), ticket), List.of(new Event(now, Event.FILED, "")));
            return number;
        });
    }

    /** Takes tickets of another desk over, as they stood at the instant of their facts; those that are here already stay as they are. */
    void load(List<ServiceNowLog.Incident> stock) {
        database.transaction(connection -> {
            for (ServiceNowLog.Incident incident : stock) {
                if (tickets.find(connection, incident.number()).isEmpty()) {
                    begin(connection, incident.number(), incident.facts(), incident.events());
                }
            }
            return null;
        });
    }

    private void begin(Connection connection, String number, FactSet facts, List<Event> events) throws SQLException {
        Course course = Course.begin(decider, desk, facts, events);
        tickets.insert(connection, number, course.facts(), course.decision(), course.validUntil());
        keep(connection, number, course);
    }

    /**
     * Does something to a ticket.
     *
     * @param version the version that was looked at
     * @throws Outdated if it is another by now; nothing is done then
     */
    void act(String number, int version, Act act, Form form) {
        database.transaction(connection -> {
            StoredTicket ticket = tickets.find(connection, number).orElseThrow(() -> new NoTicket(number));
            if (ticket.version() != version) {
                throw new Outdated(number);
            }
            Instant now = clock.notBefore(ticket.decidedAt());
            Course course = Course.resume(decider, desk, ticket, now);
            course.act(act, form, now);
            change(connection, ticket, course);
            return null;
        });
    }

    /**
     * Decides the ticket anew whose timer ran out first. One that cannot be decided is tried again later, so that the others go on.
     *
     * @return when the next timer runs out, which may be past; empty when there is none
     */
    Optional<Instant> runTimer() {
        return database.transaction(connection -> {
            Optional<StoredTicket> first = tickets.firstTimer(connection);
            Instant now = clock.instant();
            if (first.filter(ticket -> !ticket.validUntil().orElseThrow().isAfter(now)).isPresent()) {
                runTimer(connection, first.get(), now);
                first = tickets.firstTimer(connection);
            }
            return first.flatMap(StoredTicket::validUntil);
        });
    }

    private void runTimer(Connection connection, StoredTicket ticket, Instant now) throws SQLException {
        Course course;
        try {
            course = Course.resume(decider, desk, ticket, now);
        } catch (PolicyException e) {
            LOG.error("Ticket {} cannot be decided anew; it is tried again in an hour.", ticket.number(), e);
            tickets.postpone(connection, ticket, now.plus(AFTER_FAILURE));
            return;
        }
        change(connection, ticket, course);
    }

    private void change(Connection connection, StoredTicket ticket, Course course) throws SQLException {
        if (!tickets.update(connection, ticket, course.facts(), course.decision(), course.validUntil())) {
            throw new Outdated(ticket.number());
        }
        keep(connection, ticket.number(), course);
    }

    private void keep(Connection connection, String number, Course course) throws SQLException {
        for (Event event : course.events()) {
            tickets.add(connection, number, event);
        }
        for (Course.Decided each : course.decided()) {
            tickets.log(connection, number, each.facts(), each.decision());
        }
    }
}
