package org.supportpolicy.desk;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What time it is at the desk: that of the machine, or, simulated, so much later as was let pass. A simulated clock keeps in the database
 * how far it is ahead. Whole milliseconds, which every database keeps as they are. Thread-safe.
 */
final class DeskClock implements InstantSource {

    private final InstantSource source;
    private final Database database;
    private final boolean simulated;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    DeskClock(InstantSource source, Database database, boolean simulated) {
        this.source = source;
        this.database = database;
        this.simulated = simulated;
        if (simulated) {
            ahead.set(Duration.ofMillis(database.transaction(connection -> {
                try (PreparedStatement query = connection.prepareStatement("SELECT ahead_millis FROM clock WHERE id = 1");
                        ResultSet rows = query.executeQuery()) {
                    return rows.next() ? rows.getLong(1) : 0L;
                }
            })));
        }
    }

    @Override
    public Instant instant() {
        return source.instant().plus(ahead.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    /** What time it is, but not before an instant: what happens to a ticket stays in order though a clock may be set back. */
    Instant notBefore(Instant last) {
        Instant now = instant();
        return now.isBefore(last) ? last : now;
    }

    boolean isSimulated() {
        return simulated;
    }

    /** Lets time pass. */
    synchronized void pass(Duration time) {
        if (!simulated || time.isNegative()) {
            throw new IllegalArgumentException("Only a simulated clock can be moved, and only ahead.");
        }
        Duration then = ahead.get().plus(time);
        database.transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE clock SET ahead_millis = ? WHERE id = 1");
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO clock (id, ahead_millis) VALUES (1, ?)")) {
                update.setLong(1, then.toMillis());
                insert.setLong(1, then.toMillis());
                return update.executeUpdate() == 1 ? 1 : insert.executeUpdate();
            }
        });
        ahead.set(then);
    }
}
