package org.supportpolicy.backlog;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Decides a large backlog by the command line and by Flink in turn, each in a process of its own; kills a worker of a further run of Flink
 * half-way; and holds what is written to be the same. The arguments: an empty directory, how many lines, how many turns.
 */
final class Million {

    private static final Logger LOG = Logger.getLogger("org.apache");
    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);
    private static final long PIECE = 16L * 1024 * 1024;

    private Million() {}

    /** How long a run took, and the time of all its threads. */
    private record Time(double wall, double processor) {

        String of(int lines) {
            return String.format(Locale.ROOT, "%.1f s, %.0f lines a second; %.1f s of processors, %.0f lines a second of one",
                    wall, lines / wall, processor, lines / processor);
        }
    }

    /** Runs it; a process of its own is given {@code flink}, the file, the output, and after how many bytes a worker is killed. */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("flink")) {
            flink(Path.of(args[1]), Path.of(args[2]), Long.parseLong(args[3]));
            System.exit(0);
        }
        Path directory = Files.createDirectories(Path.of(args[0]));
        int lines = Integer.parseInt(args[1]);
        Path file = Backlogs.write(directory.resolve("backlog.jsonl"), lines);
        Path plain = directory.resolve("plain.jsonl");
        for (int turn = 1; turn <= Integer.parseInt(args[2]); turn++) {
            Time line = run(plain, "-jar", Backlogs.ROOT.resolve("target/support-policy-cli.jar").toString(), "decide", "--json",
                    "--profile", "answers", file.toString());
            Time flink = run(null, "-cp", System.getProperty("java.class.path"), Million.class.getName(), "flink", file.toString(),
                    directory.resolve("flink-" + turn).toString(), "0");
            System.out.println("decide: " + line.of(lines));
            System.out.println("Flink:  " + flink.of(lines));
            System.out.printf(Locale.ROOT, "Flink does %.2f of what decide does in the same time, %.2f with the same time of processors%n",
                    line.wall / flink.wall, line.processor / flink.processor);
            compare(plain, directory.resolve("flink-" + turn));
        }
        Path killed = directory.resolve("killed");
        Time again = run(null, "-cp", System.getProperty("java.class.path"), Million.class.getName(), "flink", file.toString(),
                killed.toString(), String.valueOf(Files.size(plain) / 2));
        System.out.println("Flink, a worker killed half-way: " + again.of(lines));
        compare(plain, killed);
    }

    /** In the process of its own. */
    private static void flink(Path file, Path out, long killAt) throws Exception {
        LOG.setLevel(Level.SEVERE);
        Order order = new Order(Order.Mode.DECIDE, Rules.at(Rules.STANDARD), null, Locale.ENGLISH, false, true, null);
        try (Cluster cluster = new Cluster()) {
            Backlog backlog = new Backlog(order, List.of(file.toUri().toString()), PIECE, null, out.toUri().toString(), null);
            Cluster.Job job = cluster.submit(backlog, CHECKPOINTS, null, null);
            if (killAt > 0) {
                job.await(() -> Cluster.bytes(out) >= killAt);
                System.err.println("killing a worker after " + Cluster.bytes(out) + " bytes");
                job.killWorker();
            }
            System.err.println("tasks that began again: " + job.finish() + "; seconds of processors: "
                    + ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9);
        }
    }

    private static Time run(Path out, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(out == null ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.to(new File(out.toString())));
        long start = System.nanoTime();
        Process process = builder.start();
        Duration processor = Duration.ZERO;
        while (process.isAlive()) {
            processor = process.info().totalCpuDuration().orElse(processor);
            Thread.sleep(20);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue());
        }
        return new Time(wall, processor.toMillis() / 1e3);
    }

    private static void compare(Path plain, Path out) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(out)) {
            files = all.filter(file -> file.getFileName().toString().startsWith("part-")).toList();
        }
        byte[][] expected = sorted(List.of(plain));
        byte[][] found = sorted(files);
        if (!Arrays.deepEquals(expected, found)) {
            throw new IllegalStateException("The lines differ: " + expected.length + " and " + found.length);
        }
        System.out.println("The same " + found.length + " lines.");
    }

    /** The SHA-256 of each line, sorted. */
    private static byte[][] sorted(List<Path> files) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<byte[]> lines = new ArrayList<>();
        for (Path file : files) {
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(digest.digest(line.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        lines.sort(Arrays::compare);
        return lines.toArray(byte[][]::new);
    }
}
