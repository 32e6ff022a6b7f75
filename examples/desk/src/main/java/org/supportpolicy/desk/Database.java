package org.supportpolicy.desk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The database and its transactions. Thread-safe. */
final class Database implements AutoCloseable {

    /** H2 in a file: nothing is to be installed. Without the delay of writing, what is committed is in the file. */
    static final String EMBEDDED =
            "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=20000;DB_CLOSE_ON_EXIT=FALSE";

    /** Work in one transaction. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T in(Connection connection) throws SQLException;
    }

    private final HikariDataSource pool;

    /**
     * Opens a database and makes the tables that it lacks.
     *
     * @param user null for the user that the URL names, or none
     */
    Database(String url, @Nullable String user, @Nullable String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(10);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool = new HikariDataSource(config);
        transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String each : schema().split(";\\s*\n")) {
                    statement.execute(each);
                }
            }
            return null;
        });
    }

    private static String schema() {
        try (InputStream in = Objects.requireNonNull(Database.class.getResourceAsStream("/schema.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does work in a transaction: all of it is kept, or, when it throws, none. */
    <T extends @Nullable Object> T transaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback(); // of nothing, once it is committed
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database failed.", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
