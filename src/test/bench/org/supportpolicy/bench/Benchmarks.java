package org.supportpolicy.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.FactSetWriter;

/** Runs every benchmark and prints medians over forks, and ratios of one run, as Markdown tables. */
public final class Benchmarks {

    private static final int FORKS = 5;
    private static final int LINES = 1_000_000;
    private static final int DISTINCT = 20_000;
    private static final String CLI = "target/support-policy-cli.jar";
    private final Map<String, Double> medians = new HashMap<>();

    private Benchmarks() {}

    /** @param args which groups to run: start, decide, kinds, small, threads, lines, other; all when there are none */
    public static void main(String[] args) throws Exception {
        if (args.length == 2 && args[0].equals("batch")) {
            System.out.println(batch(Integer.parseInt(args[1])));
            return;
        }
        List<String> groups = args.length == 0 ? List.of("start", "decide", "kinds", "small", "threads", "lines", "other") : List.of(args);
        for (String group : groups) {
            Benchmarks benchmarks = new Benchmarks();
            switch (group) {
                case "decide" -> benchmarks.decide("MIX");
                case "kinds" -> benchmarks.decide("SMALL", "FULL", "REFUSED", "UNKNOWN");
                case "small" -> benchmarks.small();
                case "threads" -> benchmarks.threads();
                case "other" -> benchmarks.other();
                case "start" -> start();
                case "lines" -> lines();
                default -> throw new IllegalArgumentException("There is no group (" + group + "): start, decide, kinds, small, threads, lines, other.");
            }
        }
    }

    private void decide(String... kinds) throws RunnerException {
        run(options("DecideBenchmark", 1).param("kind", kinds));
        System.out.println("\n| ticket | decide | kB | and explain | plain Drools | kB | model | decide / plain | decide / model |\n|---|---|---|---|---|---|---|---|---|");
        for (String kind : kinds) {
            double decide = medians.get("decide " + kind);
            double plain = medians.get("plainDrools " + kind);
            double model = medians.get("referenceModel " + kind);
            print("| %s | %.1f µs | %.0f | %.1f µs | %.1f µs | %.0f | %.2f µs | **%.2f** | **%.1f** |%n", kind.toLowerCase(Locale.ROOT), decide,
                    medians.get("decide " + kind + " bytes") / 1000, medians.get("decideAndExplain " + kind), plain,
                    medians.get("plainDrools " + kind + " bytes") / 1000, model, decide / plain, decide / model);
        }
    }

    private void small() throws RunnerException {
        run(options("SmallPolicyBenchmark", 1));
        System.out.println("\n| a policy of 33 clauses | time | kB | decide / it |\n|---|---|---|---|");
        for (String what : List.of("small", "smallByHand", "smallEasyRules", "smallPlainDrools")) {
            print("| %s | %.2f µs | %.1f | **%.2f** |%n", what, medians.get(what), medians.get(what + " bytes") / 1000,
                    medians.get("small") / medians.get(what));
        }
    }

    private void threads() throws RunnerException {
        run(options("DecideBenchmark.decide$", 1).param("kind", "MIX"));
        double one = medians.get("decide MIX");
        run(options("DecideBenchmark.decide$", 2).param("kind", "MIX"));
        double two = medians.get("decide MIX");
        print("%nOne thread %.1f µs a decision, two threads %.1f µs each: **%.2f** times the throughput.%n", one, two, 2 * one / two);
    }

    private void other() throws RunnerException {
        run(options("OtherBenchmark", 1));
        System.out.println("\n| what | time | against | time | ratio |\n|---|---|---|---|---|");
        row("10,000 JSON Lines", "jsonLines", "deciding them", "batch", 1);
        row("batch of 80,000", "batchEightTimesAsLong", "batch of 10,000, 8 times", "batch", 8);
        row("ten times the rules", "rules 10", "the rules once", "rules 1", 1);
        row("load again", "reload", "plain Drools compiles again", "reloadPlainDrools", 1);
        row("due in ten years", "dueInTenYears", "due in a day", "dueInADay", 1);
    }

    private void row(String what, String one, String against, String other, int times) {
        double first = medians.get(one);
        double second = medians.get(other) * times;
        print("| %s | %,.2f µs | %s | %,.2f µs | **%.2f** |%n", what, first, against, second, first / second);
    }

    private static ChainedOptionsBuilder options(String include, int threads) {
        return new OptionsBuilder().include(include).threads(threads).forks(FORKS).addProfiler(GCProfiler.class)
                .warmupIterations(12).warmupTime(TimeValue.seconds(1)).measurementIterations(2).measurementTime(TimeValue.seconds(1));
    }

    /** Runs, and keeps the median over forks of each benchmark's mean, and of the bytes it allocates. */
    private void run(ChainedOptionsBuilder options) throws RunnerException {
        for (RunResult result : new Runner(options.build()).run()) {
            BenchmarkParams params = result.getParams();
            String name = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1) + params.getParamsKeys().stream().map(key -> " " + params.getParam(key)).collect(Collectors.joining());
            Collection<BenchmarkResult> forks = result.getBenchmarkResults();
            medians.put(name, median(forks.stream().map(BenchmarkResult::getPrimaryResult).mapToDouble(Result::getScore).toArray()));
            medians.put(name + " bytes", median(forks.stream().flatMap(fork -> fork.getSecondaryResults().entrySet().stream())
                    .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm")).mapToDouble(entry -> entry.getValue().getScore()).toArray()));
        }
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("start");
        Path archive = folder.resolve("policy.jsa");
        Path tests = folder.resolve("tests.jar"); // an archive takes classes from jars only
        ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create", "--file", tests.toString(), "-C", "target/test-classes", ".");
        java(tests, List.of("-XX:ArchiveClassesAtExit=" + archive), "standard");
        Map<String, List<Double>> times = new HashMap<>();
        for (int i = 0; i < FORKS + 2; i++) { // in turn, so that a machine that changes pace changes it for all
            for (String what : List.of("nothing", "standard", "archive", "load", "plain")) {
                List<String> options = what.equals("archive") ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
                double time = seconds(() -> java(tests, options, what.equals("archive") ? "standard" : what));
                times.computeIfAbsent(what, key -> new ArrayList<>()).add(time);
            }
        }
        System.out.println("\n| new process to first decision | time | less an empty process | ratio to plain Drools, whole process |\n|---|---|---|---|");
        double nothing = median(times.get("nothing"));
        for (String what : List.of("nothing", "plain", "load", "standard", "archive")) {
            double standard = median(times.get(what));
            print("| %s | %.2f s | %.2f s | **%.3f** |%n", what, standard, standard - nothing, standard / median(times.get("plain")));
        }
        print("%nA loaded standard policy that has decided retains **%.1f MB**.%n", Double.parseDouble(java(tests, List.of("-XX:+UseSerialGC"), "heap").strip()) / 1e6);
    }

    private static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static String java(Path tests, List<String> options, String what) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", CLI + java.io.File.pathSeparator + tests, Start.class.getName(), what));
        return output(command);
    }

    private static String output(List<String> command) {
        return output(command, ProcessBuilder.Redirect.PIPE);
    }

    /** Runs a process to its end; what it prints comes back unless it goes elsewhere. */
    private static String output(List<String> command, ProcessBuilder.Redirect output) {
        try {
            Process process = new ProcessBuilder(command).redirectOutput(output).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String printed = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " ended with " + process.exitValue());
            }
            return printed;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** The command line over a million lines against deciding the same fact sets, each in a process of its own with a small heap. */
    private static void lines() throws IOException {
        Path file = Files.createTempFile("tickets", ".jsonl");
        try {
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
                List<String> lines = TicketMix.standard(DISTINCT).map(new FactSetWriter()::write).toList();
                for (int i = 0; i < LINES; i++) {
                    out.println(lines.get(i % DISTINCT));
                }
            }
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String classPath = System.getProperty("java.class.path");
            DoubleSupplier pure = () -> Double.parseDouble(output(List.of(java, "-Xmx256m", "-cp", classPath, Benchmarks.class.getName(), "batch", "" + LINES)));
            DoubleSupplier command = () -> seconds(() -> output(List.of(java, "-Xmx256m", "-jar", CLI, "decide", "--json", file.toString()),
                    ProcessBuilder.Redirect.DISCARD));
            double[] decide = new double[FORKS];
            double[] lines = new double[FORKS];
            double[] ratios = new double[FORKS];
            for (int i = 0; i < FORKS; i++) { // in turn, so that a machine that changes pace changes it for both
                decide[i] = pure.getAsDouble();
                lines[i] = command.getAsDouble();
                ratios[i] = lines[i] / decide[i];
            }
            print("%n%,d JSON Lines through the command line in 256 MB: %.1f s; deciding them: %.1f s; ratio **%.2f** (%s).%n", LINES, median(lines), median(decide),
                    median(ratios), DoubleStream.of(ratios).sorted().mapToObj(ratio -> String.format(Locale.ROOT, "%.2f", ratio)).collect(Collectors.joining(", ")));
        } finally {
            Files.delete(file);
        }
    }

    private static double batch(int count) {
        SupportPolicy policy = SupportPolicy.standard();
        List<FactSet> tickets = TicketMix.standard(DISTINCT).toList();
        return seconds(() -> policy.decideAll(Stream.iterate(0, i -> i < count, i -> i + 1).map(i -> tickets.get(i % DISTINCT)))
                .forEach(decision -> {}));
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
