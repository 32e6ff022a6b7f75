package org.supportpolicy.bench;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.supportpolicy.Decision;
import org.supportpolicy.InParallel;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.hours.SupportHours;
import org.supportpolicy.internal.check.PolicyChecker;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.source.RuleFile;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;

/** What surrounds a decision: reloading, due times, batches, JSON, and rules that do not concern the ticket. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OtherBenchmark {

    private static final Path RULES = Path.of("src/main/resources/rules");
    private static final int BATCH = 10_000;

    /** A batch as fact sets and as lines. */
    @State(Scope.Benchmark)
    public static class Batch {
        final SupportPolicy policy = SupportPolicy.standard();
        final List<FactSet> tickets = TicketMix.standard(BATCH).toList();
        final List<String> lines = tickets.stream().map(new FactSetWriter()::write).toList();
        final FactSetReader reader = new FactSetReader();
        final DecisionWriter writer = new DecisionWriter();

        private long decide(int times) {
            return policy.decideAll(IntStream.range(0, times * BATCH).mapToObj(i -> tickets.get(i % BATCH))).map(Decision::reasons).mapToLong(List::size).sum();
        }
    }

    @Benchmark
    public long batch(Batch batch) {
        return batch.decide(1);
    }

    @Benchmark
    public long batchEightTimesAsLong(Batch batch) {
        return batch.decide(8);
    }

    @Benchmark
    public long jsonLines(Batch batch) {
        return InParallel.map(batch.lines.stream(), line -> batch.writer.writeUtf8(batch.policy.decide(batch.reader.read("line", line))))
                .mapToLong(json -> json.length).sum();
    }

    /** The rules once, or ten times: nine copies of every section, each for a product that no ticket is about. */
    @State(Scope.Benchmark)
    public static class Rules {

        @Param({"1", "10"})
        public int times;

        private final List<FactSet> tickets = TicketMix.standard(400).toList();
        private RuleEngine engine;
        private int next;

        @Setup
        public void read() {
            engine = new RuleEngine(PolicyChecker.understood(Draft.read(PolicyFiles.standard().with(Stream.concat(
                    PolicyFiles.standard().rules().stream(), IntStream.range(1, times).boxed().flatMap(Rules::copies)).toList()))));
        }

        private static Stream<RuleFile> copies(int number) {
            return PolicyFiles.standard().rules().stream().map(file -> new RuleFile("copy" + number + "-" + file.name(), file.text()
                    .replace("import org.supportpolicy.fact.Product;\n", "")
                    .replace("import static org.supportpolicy.rules.Conclude", "import org.supportpolicy.fact.Product;\nimport static org.supportpolicy.rules.Conclude")
                    .replace("\nrule \"", "\nrule \"Copy " + number + ": ")
                    .replace("\nwhen\n", "\nwhen\n    Product( name == \"Product " + number + "\" )\n")));
        }

        FactSet ticket() {
            next = next + 1 == tickets.size() ? 0 : next + 1;
            return tickets.get(next);
        }
    }

    @Benchmark
    public Object rules(Rules rules) {
        return rules.engine.conclude(rules.ticket());
    }

    @Benchmark
    public Object reload() {
        return SupportPolicy.load(RULES);
    }

    @Benchmark
    public Object reloadPlainDrools() {
        return new PlainDrools();
    }

    /** Office hours with two holidays a year. */
    @State(Scope.Benchmark)
    public static class Hours {
        final SupportHours office;
        final Duration tenYears;

        public Hours() {
            Map<LocalDate, List<OpenSpan>> holidays = new HashMap<>();
            for (int year = 2020; year < 2040; year++) {
                holidays.put(LocalDate.of(year, 1, 1), List.of());
                holidays.put(LocalDate.of(year, 12, 25), List.of());
            }
            office = SupportHours.of(ZoneId.of("Europe/Amsterdam"), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                    .collect(Collectors.toMap(Function.identity(), day -> List.of(OpenSpan.of("09:00", "17:00")))), holidays);
            tenYears = office.openTime(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2035-01-01T00:00:00Z"));
        }
    }

    @Benchmark
    public Object dueInADay(Hours hours) {
        return hours.office.after(Instant.parse("2025-01-06T08:00:00Z"), Duration.ofHours(8));
    }

    @Benchmark
    public Object dueInTenYears(Hours hours) {
        return hours.office.after(Instant.parse("2025-01-06T08:00:00Z"), hours.tenYears);
    }
}
