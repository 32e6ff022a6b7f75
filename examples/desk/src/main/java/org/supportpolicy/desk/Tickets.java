package org.supportpolicy.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FreeTexts;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;
import org.supportpolicy.json.LogWriter;

/** The statements on the tables of tickets. Each is given the connection of its transaction. Thread-safe. */
final class Tickets {

    private static final String COLUMNS = "number, version, facts, decided_at, valid_until";

    private final FactSetReader reader = new FactSetReader();
    private final FactSetWriter writer = new FactSetWriter();
    private final LogWriter log = new LogWriter(new DecisionWriter());

    Optional<StoredTicket> find(Connection connection, String number) throws SQLException {
        return query(connection, "WHERE number = ?", number).stream().findFirst();
    }

    /**
     * Those in a state in the order of the queue, which is that of {@link Decision#queueOrder()}. The state stands in the order too, so
     * that a database sees the index that is in this order, and reads no further than the page.
     */
    List<StoredTicket> queue(Connection connection, TicketState state, int offset, int limit) throws SQLException {
        return query(connection, "WHERE state = ? ORDER BY state, level, certified, created_at, number LIMIT ? OFFSET ?",
                state.name(), limit, offset);
    }

    /** How many tickets are in a state; counted no further than some number, since a database counts them one by one. */
    int count(Connection connection, TicketState state, int most) throws SQLException {
        try (PreparedStatement query = prepare(connection,
                        "SELECT COUNT(*) FROM (SELECT 1 FROM ticket WHERE state = ? LIMIT ?) counted", state.name(), most);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** The ticket whose timer runs out first; empty when there is none. */
    Optional<StoredTicket> firstTimer(Connection connection) throws SQLException {
        return query(connection, "WHERE valid_until IS NOT NULL ORDER BY valid_until, number LIMIT 1").stream().findFirst();
    }

    String nextNumber(Connection connection) throws SQLException {
        try (PreparedStatement query = prepare(connection, "SELECT nextval('ticket_number')"); ResultSet rows = query.executeQuery()) {
            rows.next();
            return "T-" + rows.getLong(1);
        }
    }

    void insert(Connection connection, String number, FactSet facts, Decision decision, Optional<Instant> validUntil)
            throws SQLException {
        execute(connection, "INSERT INTO ticket (facts, state, level, certified, created_at, decided_at, valid_until, version, number) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)", columns(facts, decision, validUntil, number));
    }

    /** Changes a ticket; false if it is no longer of the version that was looked at, and then nothing is changed. */
    boolean update(Connection connection, StoredTicket before, FactSet facts, Decision decision, Optional<Instant> validUntil)
            throws SQLException {
        return execute(connection, "UPDATE ticket SET facts = ?, state = ?, level = ?, certified = ?, created_at = ?, decided_at = ?, "
                + "valid_until = ?, version = version + 1 WHERE number = ? AND version = ?",
                columns(facts, decision, validUntil, before.number(), before.version())) == 1;
    }

    /** Sets a timer anew without a change of the ticket; nothing happens if that was changed meanwhile. */
    void postpone(Connection connection, StoredTicket ticket, Instant until) throws SQLException {
        execute(connection, "UPDATE ticket SET valid_until = ? WHERE number = ? AND version = ?", until, ticket.number(), ticket.version());
    }

    /** What is not known goes last in the queue, as it does in the order of decisions. */
    private @Nullable Object[] columns(FactSet facts, Decision decision, Optional<Instant> validUntil, Object... rest) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(writer.write(facts));
        values.add(decision.lifecycle().map(Decision.TicketLifecycle::state).orElse(TicketState.ACTIVE).name());
        values.add(decision.queue().urgency().orElse(5));
        values.add(decision.queue().certified().filter(certified -> certified).isPresent() ? 0 : 1);
        values.add(facts.get(Ticket.class).map(Ticket::createdAt).orElse(facts.asOf()));
        values.add(decision.asOf());
        values.add(validUntil.map(Tickets::nextMicrosecond).orElse(null));
        values.addAll(List.of(rest));
        return values.toArray();
    }

    /** What is late is late a nanosecond after it was due. A database keeps microseconds: a timer must not run out too early. */
    static Instant nextMicrosecond(Instant instant) {
        Instant whole = instant.truncatedTo(ChronoUnit.MICROS);
        return whole.equals(instant) ? whole : whole.plus(1, ChronoUnit.MICROS);
    }

    void add(Connection connection, String number, Event event) throws SQLException {
        execute(connection, "INSERT INTO event (number, at, kind, detail) VALUES (?, ?, ?, ?)",
                number, event.at(), event.kind(), event.detail());
    }

    List<Event> events(Connection connection, String number) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (PreparedStatement query = prepare(connection, "SELECT at, kind, detail FROM event WHERE number = ? ORDER BY id", number);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                events.add(new Event(instant(rows, 1).orElseThrow(), rows.getString(2), rows.getString(3)));
            }
        }
        return events;
    }

    /** Keeps a decision with its receipt and what it rests on, without anything that people wrote. */
    void log(Connection connection, String number, FactSet facts, Decision decision) throws SQLException {
        execute(connection, "INSERT INTO decision_log (number, at, line) VALUES (?, ?, ?)", number, decision.asOf(),
                log.write(FreeTexts.masked(facts), decision));
    }

    private List<StoredTicket> query(Connection connection, String where, Object... values) throws SQLException {
        List<StoredTicket> tickets = new ArrayList<>();
        try (PreparedStatement query = prepare(connection, "SELECT " + COLUMNS + " FROM ticket " + where, values);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                tickets.add(new StoredTicket(rows.getString(1), rows.getInt(2), reader.read(rows.getString(1), rows.getString(3)),
                        instant(rows, 4).orElseThrow(), instant(rows, 5)));
            }
        }
        return tickets;
    }

    private static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static int execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                statement.setNull(i + 1, Types.TIMESTAMP_WITH_TIMEZONE);
            } else {
                statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            }
        }
        return statement;
    }
}
