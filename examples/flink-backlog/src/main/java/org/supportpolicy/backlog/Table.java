package org.supportpolicy.backlog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.jdbc.core.datastream.source.JdbcSource;
import org.apache.flink.connector.jdbc.split.JdbcNumericBetweenParametersProvider;
import org.jspecify.annotations.Nullable;

/**
 * A table of a database.
 *
 * @param url its JDBC URL
 * @param user who reads or writes
 * @param password the password
 * @param name the table: {@code id} and {@code facts} of one that is read; {@code source}, {@code position}, which together are its
 *     primary key, and {@code said} of one that is written
 */
record Table(String url, String user, String password, String name) {

    static final DeliveryGuarantee GUARANTEE = DeliveryGuarantee.EXACTLY_ONCE;

    private static final int ROWS = 1000;

    /**
     * Reads the table by ranges of its key. A range that a task had begun when it failed is gone on with after the rows that count.
     *
     * @throws IllegalStateException if the table cannot be read
     */
    TableSource source() {
        String table = name;
        return new TableSource(JdbcSource.<Line>builder()
                .setDBUrl(url).setUsername(user).setPassword(password).setDriverName(driver())
                .setSql("SELECT id, facts FROM " + name + " WHERE id BETWEEN ? AND ? ORDER BY id")
                .setJdbcParameterValuesProvider(ranges())
                .setDeliveryGuarantee(GUARANTEE)
                .setResultSetType(ResultSet.TYPE_SCROLL_INSENSITIVE)
                .setTypeInformation(TypeInformation.of(Line.class))
                .setResultExtractor(row -> new Line(table, row.getLong(1), line(row.getString(2)).getBytes(StandardCharsets.UTF_8), false))
                .build(), connection());
    }

    /** What a row holds on one line, which has the number of the row; between parts of JSON a tab means the same as the end of a line. */
    private static String line(@Nullable String facts) {
        return facts == null ? "null" : facts.replace('\n', '\t').replace('\r', '\t');
    }

    /**
     * Writes rows by their key: a row that is written again after a failure is the same row.
     *
     * @throws IllegalStateException if there is no such table
     */
    TableSink sink() {
        ask("source, position, said", " WHERE 1 = 0", none -> null);
        String sql = url.startsWith("jdbc:h2:")
                ? "MERGE INTO " + name + " (source, position, said) KEY (source, position) VALUES (?, ?, ?)"
                : "INSERT INTO " + name + " (source, position, said) VALUES (?, ?, ?) "
                        + "ON CONFLICT (source, position) DO UPDATE SET said = EXCLUDED.said";
        return new TableSink(JdbcSink.<Said>builder()
                .withQueryStatement(sql, (row, said) -> {
                    row.setString(1, said.source);
                    row.setLong(2, said.position);
                    row.setString(3, new String(said.text, StandardCharsets.UTF_8));
                })
                .withExecutionOptions(JdbcExecutionOptions.builder().withBatchSize(ROWS).build())
                .buildAtLeastOnce(connection()));
    }

    private JdbcConnectionOptions connection() {
        return new JdbcConnectionOptions.JdbcConnectionOptionsBuilder().withUrl(url).withDriverName(driver())
                .withUsername(user).withPassword(password).build();
    }

    private JdbcNumericBetweenParametersProvider ranges() {
        return ask("MIN(id), MAX(id)", "", range -> {
            range.next();
            long least = range.getLong(1);
            long most = range.getLong(2);
            if (!range.wasNull() && (least < 1 || most > Integer.MAX_VALUE)) {
                throw new IllegalStateException("The ids of the table (" + name + ", from " + least + " to " + most
                        + ") must lie between 1 and " + Integer.MAX_VALUE + ", as lines do.");
            }
            return new JdbcNumericBetweenParametersProvider(least, most).ofBatchSize(ROWS);
        });
    }

    @FunctionalInterface
    private interface Answer<R> {
        R of(ResultSet rows) throws SQLException;
    }

    private <R> R ask(String columns, String which, Answer<R> answer) {
        driver();
        try (Connection connection = DriverManager.getConnection(url, user, password); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + columns + " FROM " + name + which)) {
            return answer.of(rows);
        } catch (SQLException e) {
            throw new IllegalStateException("The table (" + name + ") must be there, with the columns that it is read or written by: "
                    + e.getMessage(), e);
        }
    }

    /** The class of the driver. A URL may hold a password, and is not said. */
    private String driver() {
        try {
            return DriverManager.getDriver(url).getClass().getName();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The URL of the database must be one whose driver is there, as jdbc:postgresql://host/desk.", e);
        }
    }
}
