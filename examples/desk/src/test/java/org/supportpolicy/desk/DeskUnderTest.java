package org.supportpolicy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.Audit;
import org.supportpolicy.json.LogReader;
import org.supportpolicy.json.LoggedDecision;

/** A desk on a database of its own and a free port, whose clock stands still until time is let pass. */
final class DeskUnderTest implements AutoCloseable {

    /** A Monday morning at the desk. */
    static final Instant MONDAY = Instant.parse("2026-10-05T10:00:00+02:00");

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    final Desk desk;
    final String url;
    private final Javalin server;
    private final HttpClient client = HttpClient.newHttpClient();

    DeskUnderTest() {
        this(database(), MONDAY);
    }

    DeskUnderTest(String database, Instant now) {
        desk = Desk.open(database, InstantSource.fixed(now), true);
        server = desk.serve(0);
        url = "http://127.0.0.1:" + server.port();
    }

    /** A new database: H2 in memory, or a schema of its own in the PostgreSQL that the property desk.postgres names. */
    static String database() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        String postgres = System.getProperty("desk.postgres", "");
        if (postgres.isEmpty()) {
            return "jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;LOCK_TIMEOUT=20000";
        }
        try (Connection connection = DriverManager.getConnection(postgres)) {
            connection.createStatement().execute("CREATE SCHEMA " + name);
            return postgres + (postgres.contains("?") ? "&" : "?") + "currentSchema=" + name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- over HTTP

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A form with everything in it, for a problem of urgency 2. */
    static Map<String, String> complete() {
        return new LinkedHashMap<>(Map.ofEntries(Map.entry("person", "anna"), Map.entry("ticket.channel", "ONLINE_HELPDESK"),
                Map.entry("ticket.kind", "PROBLEM"), Map.entry("product", "Remote Manager 9.5"),
                Map.entry("intake.subject", "Procedures stop"),
                Map.entry("intake.description", "All of them stop"), Map.entry("intake.expectedResults", "They end"),
                Map.entry("intake.businessImpact", "2"), Map.entry("intake.serverUrl", "https://manager.example.net"),
                Map.entry("intake.module", "Procedures"), Map.entry("intake.stepsToReproduce", "Run one"),
                Map.entry("intake.sampleMachines", "root.hq/srv-01"), Map.entry("impact.functionalityLoss", "SIGNIFICANT"),
                Map.entry("impact.productionImpact", "MAJOR")));
    }

    /** Files a ticket; its number. */
    String file(Map<String, String> fields) {
        HttpResponse<String> answer = post("/tickets", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    /** Does something to a ticket as it stands now. */
    int act(String number, Act act, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("act", act.name());
        all.put("version", version(number));
        return post("/tickets/" + number, all).statusCode();
    }

    /** The version that the page of a ticket was made from. */
    String version(String number) {
        Matcher version = VERSION.matcher(get("/tickets/" + number).body());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    void pass(Duration time) {
        assertThat(post("/clock", Map.of("time", time.toString(), "back", "/")).statusCode()).isEqualTo(303);
    }

    // ---- in the database

    /** The rows that a query gives, each column as text. */
    List<List<String>> rows(String query) {
        return desk.database().transaction(connection -> {
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet found = connection.createStatement().executeQuery(query)) {
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.add(found.getString(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        });
    }

    List<String> column(String query) {
        return rows(query).stream().map(row -> row.get(0)).toList();
    }

    StoredTicket ticket(String number) {
        return desk.database().transaction(connection -> new Tickets().find(connection, number)).orElseThrow();
    }

    List<String> events(String number) {
        return column("SELECT kind FROM event WHERE number = '" + number + "' ORDER BY id");
    }

    String state(String number) {
        return column("SELECT state FROM ticket WHERE number = '" + number + "'").get(0);
    }

    String facts(String number) {
        return column("SELECT facts FROM ticket WHERE number = '" + number + "'").get(0);
    }

    /** What was decided last, as it was logged. */
    String decided(String number) {
        return column("SELECT line FROM decision_log WHERE number = '" + number + "' ORDER BY id DESC LIMIT 1").get(0);
    }

    /** Every logged decision comes out as it was logged. */
    void audit() {
        Audit audit = Audit.by(SupportPolicy.standard());
        List<String> lines = column("SELECT line FROM decision_log ORDER BY id");
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            LoggedDecision logged = new LogReader().read("decision_log", 1, line);
            assertThat(audit.of(logged).isSame()).as(line).isTrue();
        });
    }

    @Override
    public void close() {
        server.stop();
        desk.close();
    }
}
