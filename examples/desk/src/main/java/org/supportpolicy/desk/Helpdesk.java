package org.supportpolicy.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportpolicy.Decider;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Timeline;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketBuilder;
import org.supportpolicy.fact.TicketState;

/**
 * The desk: every change of a ticket is one transaction, in which it is decided anew. Of two who change the same version of a ticket the
 * second is told. Thread-safe.
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

    /** A ticket in the queue. */
    record Queued(StoredTicket ticket, Decision decision) {}

    /** A ticket as it stands now: what is kept, what was decided and happens next, and what happened. */
    record View(StoredTicket ticket, Timeline timeline, List<Event> events) {}

    /** How far ahead the pages look. */
    private static final Duration FORESIGHT = Duration.ofDays(365);

    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Helpdesk.class);

    private final Database database;
    private final Tickets tickets = new Tickets();
    private final Decider decider;
    private final DeskTemplate desk;
    private final InstantSource clock;

    Helpdesk(Database database, Decider decider, DeskTemplate desk, InstantSource clock) {
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
            Ticket ticket = TicketBuilder.builder(facts.get(Ticket.class).orElseGet(() -> Ticket.builder().build()))
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
            Instant now = notBefore(ticket.decidedAt());
            Course course = Course.resume(decider, desk, ticket, now);
            course.act(act, form, now);
            change(connection, ticket, course);
            return null;
        });
    }

    /** Events stay in order though a clock may be set back. */
    private Instant notBefore(Instant last) {
        Instant now = clock.instant();
        return now.isBefore(last) ? last : now;
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

    /** A part of the queue as it stands now, in the order in which the desk takes tickets up. */
    List<Queued> queue(TicketState state, int offset, int limit) {
        Map<String, StoredTicket> part = database.transaction(connection -> tickets.queue(connection, state, offset, limit)).stream()
                .collect(Collectors.toMap(StoredTicket::number, ticket -> ticket));
        try (Stream<Decision> decisions = decider.decideAll(part.values().stream().map(this::now))) {
            return decisions.sorted(Decision.queueOrder())
                    .map(decision -> new Queued(part.get(decision.ticket().orElseThrow()), decision)).toList();
        }
    }

    /** How many tickets are in each of the states. */
    List<Integer> counts(List<TicketState> states) {
        return database.transaction(connection -> {
            List<Integer> counts = new ArrayList<>();
            for (TicketState state : states) {
                counts.add(tickets.count(connection, state));
            }
            return counts;
        });
    }

    /** A ticket as it stands now. */
    View view(String number) {
        StoredTicket ticket = database.transaction(connection -> tickets.find(connection, number)).orElseThrow(() -> new NoTicket(number));
        return new View(ticket, timeline(ticket), database.transaction(connection -> tickets.events(connection, number)));
    }

    ZoneId zone() {
        return FactSet.builder(clock.instant()).build().over(desk).now().zone();
    }

    private Timeline timeline(StoredTicket ticket) {
        FactSet facts = now(ticket);
        return decider.timeline(facts, facts.asOf().plus(FORESIGHT));
    }

    private FactSet now(StoredTicket ticket) {
        return ticket.facts().at(notBefore(ticket.decidedAt())).over(desk);
    }
}
