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

    private static final int ROWS = 1000;

    /**
     * Reads the table by ranges of its key. A range that a task had begun when it failed is gone on with after the rows that count.
     *
     * @throws IllegalStateException if the table cannot be read
     */
    JdbcSource<Line> source() {
        String table = name;
        return JdbcSource.<Line>builder().setDBUrl(url).setUsername(user).setPassword(password).setDriverName(driver())
                .setSql("SELECT id, facts FROM " + name + " WHERE id BETWEEN ? AND ? ORDER BY id")
                .setJdbcParameterValuesProvider(ranges())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setResultSetType(ResultSet.TYPE_SCROLL_INSENSITIVE)
                .setTypeInformation(TypeInformation.of(Line.class))
                .setResultExtractor(row -> new Line(table, row.getLong(1), row.getString(2).getBytes(StandardCharsets.UTF_8), false))
                .build();
    }

    /** Writes rows by their key: a row that is written again after a failure is the same row. */
    JdbcSink<Said> sink() {
        String sql = url.startsWith("jdbc:h2:")
                ? "MERGE INTO " + name + " (source, position, said) KEY (source, position) VALUES (?, ?, ?)"
                : "INSERT INTO " + name + " (source, position, said) VALUES (?, ?, ?) "
                        + "ON CONFLICT (source, position) DO UPDATE SET said = EXCLUDED.said";
        return JdbcSink.<Said>builder()
                .withQueryStatement(sql, (row, said) -> {
                    row.setString(1, said.source);
                    row.setLong(2, said.position);
                    row.setString(3, new String(said.text, StandardCharsets.UTF_8));
                })
                .withExecutionOptions(JdbcExecutionOptions.builder().withBatchSize(ROWS).build())
                .buildAtLeastOnce(new JdbcConnectionOptions.JdbcConnectionOptionsBuilder().withUrl(url).withDriverName(driver())
                        .withUsername(user).withPassword(password).build());
    }

    private JdbcNumericBetweenParametersProvider ranges() {
        try (Connection connection = DriverManager.getConnection(url, user, password); Statement statement = connection.createStatement();
                ResultSet range = statement.executeQuery("SELECT MIN(id), MAX(id) FROM " + name)) {
            range.next();
            long least = range.getLong(1);
            long most = range.getLong(2);
            if (!range.wasNull() && (least < 1 || most > Integer.MAX_VALUE)) {
                throw new IllegalStateException("The ids of the table (" + name + ", from " + least + " to " + most
                        + ") must lie between 1 and " + Integer.MAX_VALUE + ", as lines do.");
            }
            return new JdbcNumericBetweenParametersProvider(least, most).ofBatchSize(ROWS);
        } catch (SQLException e) {
            throw new IllegalStateException("The table (" + name + ") must be readable: " + e.getMessage(), e);
        }
    }

    private String driver() {
        try {
            return DriverManager.getDriver(url).getClass().getName();
        } catch (SQLException e) {
            throw new IllegalStateException("The URL (" + url + ") must be that of a database whose driver is there.", e);
        }
    }
}
