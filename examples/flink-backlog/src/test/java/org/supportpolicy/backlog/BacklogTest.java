package org.supportpolicy.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.Replay;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;

/** The job on Flink's mini cluster says what the library says, whatever happens to a worker. */
class BacklogTest {

    private static final Logger LOG = Logger.getLogger("");
    private static final int LINES = 4000;
    private static final long PIECE = 64 * 1024;
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

    private static Cluster cluster;
    @TempDir
    private static Path shared;
    private static Path backlog;
    private static Path half;
    private static Path edition;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws Exception {
        LOG.setLevel(Level.SEVERE);
        cluster = new Cluster();
        backlog = Backlogs.write(shared.resolve("backlog.jsonl"), LINES);
        half = Backlogs.write(shared.resolve("half.jsonl"), LINES / 2);
        edition = Backlogs.edited(shared.resolve("edition"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static Order order(Order.Mode mode) throws Exception {
        return switch (mode) {
            case DECIDE -> new Order(mode, Rules.at(Rules.STANDARD), null, Locale.ENGLISH, false, false, null);
            case CHANGES, COUNTS -> new Order(mode, Rules.at(edition.toString()), Rules.at(Rules.STANDARD), Locale.ENGLISH, false, false,
                    null);
            case FORECAST -> new Order(mode, Rules.at(Rules.STANDARD), null, Locale.ENGLISH, false, false, LAST);
        };
    }

    private static Backlog job(Order order, Path file, Path out) {
        return new Backlog(order, List.of(file.toString()), PIECE, null, out.toUri().toString(), null);
    }

    private Path plain(Order order, Path file) throws Exception {
        Path plain = directory.resolve("plain-" + order.mode());
        new PlainRun(order).run(List.of(file.toString()), plain);
        return plain;
    }

    private static List<FactSet> factSets(Path file) throws Exception {
        FactSetReader reader = new FactSetReader();
        return Files.readAllLines(file).stream().map(line -> reader.read("line", line)).toList();
    }

    @Test
    void aKilledWorkerLosesNothingAndDoublesNothing() throws Exception {
        Path out = directory.resolve("out");
        Cluster.Job job = cluster.submit(job(order(Order.Mode.DECIDE), backlog, out), OFTEN, null, null);
        job.await(() -> Cluster.bytes(out) > 1_000_000);
        job.killWorker();
        assertThat(job.finish()).as("tasks that began again").isPositive();

        DecisionWriter writer = new DecisionWriter();
        SupportPolicy policy = SupportPolicy.standard();
        List<String> expected = new ArrayList<>(factSets(backlog).stream().map(policy::decide).map(writer::write).toList());
        Collections.sort(expected);
        assertThat(Backlogs.sorted(out)).isEqualTo(expected);
        assertThat(Backlogs.sorted(out.resolve(Backlog.REFUSED))).isEmpty();
    }

    @Test
    void aRunThatWasEndedIsResumed() throws Exception {
        Path out = directory.resolve("out");
        Path checkpoints = directory.resolve("checkpoints");
        Order order = order(Order.Mode.DECIDE);
        Cluster.Job job = cluster.submit(job(order, backlog, out), OFTEN, checkpoints.toUri().toString(), null);
        job.await(() -> Cluster.bytes(out) > 1_000_000);
        job.cancel();
        assertThat(Backlogs.sorted(out)).hasSizeLessThan(LINES);

        cluster.submit(job(order, backlog, out), OFTEN, checkpoints.toUri().toString(), Cluster.lastCheckpoint(checkpoints)).finish();
        assertThat(Backlogs.sorted(out)).isEqualTo(Backlogs.sorted(plain(order, backlog)));
    }

    @Test
    void countsAreThoseOfReplayThoughAWorkerIsKilled() throws Exception {
        Path out = directory.resolve("out");
        Order order = order(Order.Mode.COUNTS);
        Cluster.Job job = cluster.submit(job(order, half, out), OFTEN, null, null);
        job.await(() -> true);
        job.killWorker();
        assertThat(job.finish()).as("tasks that began again").isPositive();

        Replay replay = new Replay(order.rules().policy(), SupportPolicy.standard());
        Map<String, Integer> clauses = new TreeMap<>();
        for (FactSet facts : factSets(half)) {
            Replay.Decided decided = replay.compare(facts);
            replay.add(decided);
            decided.decision().reasons().stream().map(reason -> reason.clause()).distinct()
                    .forEach(clause -> clauses.merge(clause, 1, Integer::sum));
        }
        List<String> expected = new ArrayList<>(List.of("all,,," + LINES / 2));
        replay.answers().forEach((answer, values) -> values.forEach((value, count) ->
                expected.add("answer," + answer + "," + value + "," + count)));
        clauses.forEach((clause, count) -> expected.add("clause," + clause + ",," + count));
        replay.changes().forEach((key, count) ->
                expected.add("change," + String.join(" ", key.get(0)) + "," + String.join(" ", key.get(1)) + "," + count));
        Collections.sort(expected);
        assertThat(replay.changed()).isPositive();
        assertThat(Backlogs.sorted(out)).isEqualTo(expected);
        assertThat(Backlogs.sorted(plain(order, half))).isEqualTo(expected);
    }

    @Test
    void changesAreOfTheLinesThatReplayFinds() throws Exception {
        Path out = directory.resolve("out");
        Order order = order(Order.Mode.CHANGES);
        cluster.submit(job(order, half, out), OFTEN, null, null).finish();

        Replay replay = new Replay(order.rules().policy(), SupportPolicy.standard());
        factSets(half).forEach(replay::decide);
        List<String> changes = Backlogs.sorted(out);
        assertThat(changes).hasSize(replay.changed()).isNotEmpty()
                .allSatisfy(change -> assertThat(change).contains("\"clauses\":[\"closure.reopen\"]", "\"from\":"));
        assertThat(changes).isEqualTo(Backlogs.sorted(plain(order, half)));
    }

    @Test
    void aForecastCountsWhatTheTimelinesHold() throws Exception {
        Path out = directory.resolve("out");
        Path some = Backlogs.write(directory.resolve("some.jsonl"), 120);
        Order order = order(Order.Mode.FORECAST);
        cluster.submit(job(order, some, out), OFTEN, null, null).finish();

        SupportPolicy policy = SupportPolicy.standard();
        List<String> expected = factSets(some).stream()
                .filter(facts -> !facts.asOf().isAfter(LAST.plusDays(1).atStartOfDay(facts.now().zone()).toInstant()))
                .flatMap(facts -> policy.timeline(facts, LAST.plusDays(1).atStartOfDay(facts.now().zone()).toInstant().minusNanos(1)).due()
                        .stream().map(due -> due.at().atZone(facts.now().zone()).toLocalDate() + "," + due.kind()))
                .collect(Collectors.groupingBy(key -> key, TreeMap::new, Collectors.counting()))
                .entrySet().stream().map(entry -> entry.getKey() + "," + entry.getValue()).sorted().toList();
        assertThat(expected).isNotEmpty();
        assertThat(Backlogs.sorted(out)).isEqualTo(expected);
        assertThat(Backlogs.sorted(plain(order, some))).isEqualTo(expected);
    }

    @Test
    void badLinesGoAsideWithTheirPlace() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(backlog).subList(0, 600));
        lines.set(3, "nonsense");
        lines.set(200, "");
        lines.set(551, "{\"asOf\": 5}");
        Path file = Files.write(directory.resolve("bad.jsonl"), lines);
        Path out = directory.resolve("out");
        Order order = order(Order.Mode.DECIDE);
        cluster.submit(job(order, file, out), OFTEN, null, null).finish();

        List<String> refused = Backlogs.sorted(out.resolve(Backlog.REFUSED));
        assertThat(refused).anySatisfy(line -> assertThat(line).startsWith(file + ":4:1  SP-I001"))
                .anySatisfy(line -> assertThat(line).startsWith(file + ":552:10  /asOf  SP-I004"));
        assertThat(Backlogs.sorted(out)).hasSize(597);
        Path plain = plain(order, file);
        assertThat(refused).isEqualTo(Backlogs.sorted(plain.resolve(Backlog.REFUSED)));
        assertThat(Backlogs.sorted(out)).isEqualTo(Backlogs.sorted(plain));
    }

    @Test
    void aTableIsReadAndWrittenThoughAWorkerIsKilled() throws Exception {
        String url = "jdbc:h2:mem:backlog;DB_CLOSE_DELAY=-1";
        try (Connection database = DriverManager.getConnection(url, "sa", ""); Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE tickets (id BIGINT PRIMARY KEY, facts TEXT)");
            statement.execute("CREATE TABLE decisions (source VARCHAR(200), position BIGINT, said TEXT, PRIMARY KEY (source, position))");
            List<String> lines = Files.readAllLines(backlog);
            try (PreparedStatement insert = database.prepareStatement("INSERT INTO tickets VALUES (?, ?)")) {
                for (int i = 0; i < LINES; i++) {
                    insert.setInt(1, i + 1);
                    insert.setString(2, switch (i) {
                        case 7 -> "nonsense";
                        case 8 -> null;
                        case 9 -> "{\n\n\r\n\"nope\": 1}";
                        default -> i % 2 == 0 ? lines.get(i) : lines.get(i).replace("{\"", "{\r\n\"");
                    });
                    insert.execute();
                }
            }
            Path out = directory.resolve("out");
            Order order = order(Order.Mode.DECIDE);
            Backlog tables = new Backlog(order, List.of(), PIECE, new Table(url, "sa", "", "tickets"), out.toUri().toString(),
                    new Table(url, "sa", "", "decisions"));
            Cluster.Job job = cluster.submit(tables, OFTEN, null, null);
            job.await(() -> true);
            job.killWorker();
            assertThat(job.finish()).as("tasks that began again").isPositive();

            SupportPolicy policy = SupportPolicy.standard();
            DecisionWriter writer = new DecisionWriter();
            FactSetReader reader = new FactSetReader();
            int rows = 0;
            try (ResultSet row = statement.executeQuery("SELECT source, position, said FROM decisions ORDER BY position")) {
                while (row.next()) {
                    rows++;
                    int id = row.getInt(2);
                    assertThat(row.getString(1)).isEqualTo("tickets");
                    assertThat(row.getString(3)).isEqualTo(writer.write(policy.decide(reader.read("line", lines.get(id - 1)))));
                }
            }
            assertThat(rows).isEqualTo(LINES - 3);
            assertThat(Backlogs.sorted(out.resolve(Backlog.REFUSED)))
                    .anySatisfy(line -> assertThat(line).startsWith("tickets:8:1  SP-I001"))
                    .anySatisfy(line -> assertThat(line).startsWith("tickets:9:1  (whole document)  SP-I004"))
                    .anySatisfy(line -> assertThat(line).startsWith("tickets:10:").contains("/nope  SP-I002"));
        }
    }

    @Test
    void aTableThatRefusesRowsForAWhileGetsThemWhenItTakesThem() throws Exception {
        String url = "jdbc:h2:mem:narrow;DB_CLOSE_DELAY=-1";
        try (Connection database = DriverManager.getConnection(url, "sa", ""); Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE decisions (source VARCHAR(1000), position BIGINT, said VARCHAR(9), PRIMARY KEY (source, position))");
            Path some = Backlogs.write(directory.resolve("some.jsonl"), 200);
            Backlog job = new Backlog(order(Order.Mode.DECIDE), List.of(some.toUri().toString()), PIECE, null,
                    directory.resolve("out").toUri().toString(), new Table(url, "sa", "", "decisions"));
            Cluster.Job narrow = cluster.submit(job, OFTEN, null, null);
            narrow.awaitNewBeginning();
            statement.execute("ALTER TABLE decisions ALTER COLUMN said VARCHAR");
            assertThat(narrow.finish()).as("tasks that began again").isPositive();
            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM decisions")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(200);
            }
        }
    }

    @Test
    void aTableThatIsNotThereIsNamedBeforeTheJobBegins() throws Exception {
        Table missing = new Table("jdbc:h2:mem:empty", "sa", "", "nowhere");
        assertThatThrownBy(missing::source).hasMessageContaining("The table (nowhere) must be there");
        assertThatThrownBy(missing::sink).hasMessageContaining("The table (nowhere) must be there");
        assertThatThrownBy(new Table("jdbc:postgresq://host/desk?password=secret", "", "", "t")::source)
                .hasMessageContaining("whose driver is there").hasMessageNotContaining("secret");
    }

    @Test
    void aWorkerWithOtherRulesRefusesToDecide() throws Exception {
        Rules standard = Rules.at(Rules.STANDARD);
        Rules other = new Rules(Rules.at(edition.toString()).files(), "sha256:" + "0".repeat(64));
        assertThat(Rules.at(edition.toString()).fingerprint()).isNotEqualTo(standard.fingerprint());
        Order order = new Order(Order.Mode.DECIDE, other, null, Locale.ENGLISH, false, false, null);
        assertThatThrownBy(() -> order.rules().policy()).isInstanceOf(Rules.Differ.class).hasMessageContaining("must be sha256:0000");
    }

    @Test
    void thePolicyIsLoadedOnceForAllTasksOfAWorker() throws Exception {
        assertThat(Rules.at(edition.toString()).policy()).isSameAs(Rules.at(edition.toString()).policy());
    }

    @Test
    void theCommandDecidesInThisProcessAndPlainlyTheSame() throws Exception {
        Path some = Backlogs.write(directory.resolve("some.jsonl"), 100);
        Path out = directory.resolve("out");
        Path plain = directory.resolve("plain");
        assertThat(Main.run("decide", some.toString(), "--out", out.toString(), "--parallelism", "2", "--lang", "nl")).isZero();
        assertThat(Main.run("decide", some.toString(), "--out", plain.toString(), "--plain", "--lang", "nl")).isZero();
        assertThat(Backlogs.sorted(out)).hasSize(100).isEqualTo(Backlogs.sorted(plain));
        assertThat(Main.run("decide", some.toString(), "--out", out.toString())).as("a directory that is not empty").isEqualTo(2);
        assertThat(Main.run("changes", some.toString(), "--out", plain + "2")).as("no --against").isEqualTo(2);
        assertThat(Main.run("decide", some.toString(), "--out", plain + "2", "--fingerprint", "sha256:0")).isEqualTo(1);
        Files.writeString(some, "nonsense\n");
        assertThat(Main.run("decide", some.toString(), "--out", plain + "3", "--plain")).isEqualTo(1);
    }
}
