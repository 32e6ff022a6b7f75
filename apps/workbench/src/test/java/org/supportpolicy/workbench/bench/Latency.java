package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.supportpolicy.author.WorkingCopy;

/**
 * Measures how long after a save a page hears of it, beside the commands that do the same from a cold start. It prints medians, and judges
 * nothing. Beside each time stands the time that processors worked for it, which another program on the machine does not change. How many
 * saves are measured may be given.
 */
final class Latency {

    private static final String FILE = "closure.drl";
    private static final int SAVES = 50;
    private static final int FIRST = 10;
    private static final int COLD = 5;
    private static final int DIFFS = 5;

    private Latency() {}

    private interface Step {
        void run() throws Exception;
    }

    private static long millis(Step step) throws Exception {
        long begin = System.nanoTime();
        step.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private static String median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return String.format("median %,d ms of %d (from %,d to %,d)", sorted[sorted.length / 2], sorted.length, sorted[0],
                sorted[sorted.length - 1]);
    }

    public static void main(String[] args) throws Exception {
        int saves = args.length > 0 ? Integer.parseInt(args[0]) : SAVES;
        Path directory = Files.createTempDirectory("latency").resolve("copy");
        WorkingCopy.init(directory);
        String text = Files.readString(directory.resolve(FILE));
        try (RunningBench bench = new RunningBench(directory); RunningBench.Listening page = bench.listen("")) {
            page.next("scenarios", run -> true);
            long[] problems = new long[saves];
            long[] scenarios = new long[saves];
            long[] work = new long[saves];
            for (int i = -FIRST; i < saves; i++) {
                String edited = text.replace("daysAfter( 7, $marked", "daysAfter( " + (20 + i) + ", $marked");
                long worked = worked();
                long begin = System.nanoTime();
                bench.write(FILE, edited);
                page.next("copy", copy -> true);
                long heard = System.nanoTime();
                page.next("scenarios", run -> true);
                if (i >= 0) {
                    problems[i] = TimeUnit.NANOSECONDS.toMillis(heard - begin);
                    scenarios[i] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                    work[i] = worked() - worked;
                }
            }
            System.out.println("From a save to its problems on the page:    " + median(problems));
            System.out.println("From a save to the outcome of the scenarios: " + median(scenarios));
            System.out.println("    processors worked for both:              " + median(work));
            long[] diffs = new long[DIFFS];
            long[] diffWork = new long[DIFFS];
            for (int i = -1; i < DIFFS; i++) {
                int days = 100 + i;
                long worked = worked();
                long time = millis(() -> {
                    bench.write(FILE, text.replace("daysAfter( 7, $marked", "daysAfter( " + days + ", $marked"));
                    page.next("copy", copy -> true);
                    bench.asked(bench.post("/api/changes", Map.of("against", "standard")));
                    JsonNode status = page.next("job",
                            job -> job.path("state").asText().equals("done") && !job.path("stale").asBoolean()).data();
                    if (!status.path("job").asText().equals("changes")) {
                        throw new IllegalStateException(status.toString());
                    }
                });
                if (i >= 0) {
                    diffs[i] = time;
                    diffWork[i] = worked() - worked;
                }
            }
            System.out.println("From a save to what it changes:              " + median(diffs));
            System.out.println("    processors worked for it:                " + median(diffWork));
        }
        System.out.println("From a cold start, check:                    " + median(cold("check", directory.toString())));
        System.out.println("From a cold start, test:                     " + median(cold("test", directory.toString())));
        System.out.println("From a cold start, diff:                     " + median(cold("diff", "standard", directory.toString())));
    }

    /** How long processors have worked for this process. */
    private static long worked() {
        return TimeUnit.NANOSECONDS.toMillis(((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
    }

    private static long[] cold(String... command) throws Exception {
        long[] times = new long[COLD];
        for (int i = 0; i < COLD; i++) {
            times[i] = millis(() -> run(command));
        }
        return times;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "org.supportpolicy.workbench.Workbench"));
        line.addAll(List.of(command));
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
