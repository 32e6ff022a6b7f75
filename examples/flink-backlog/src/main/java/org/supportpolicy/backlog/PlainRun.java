package org.supportpolicy.backlog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.InParallel;

/** The same work without Flink: one machine, all its processors, the order of the lines. */
final class PlainRun {

    private final Deciding deciding;

    PlainRun(Order order) {
        this.deciding = new Deciding(order);
    }

    /** A line and its number. */
    private record Numbered(Line line, int number) {}

    /** What came of a line. */
    private record Result(@Nullable String refusal, List<byte[]> said, List<String> counted) {}

    /** Reads files and writes to a directory. */
    void run(List<String> files, Path out) throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        Path aside = Files.createDirectories(out.resolve(Backlog.REFUSED));
        try (OutputStream said = new BufferedOutputStream(Files.newOutputStream(out.resolve("part-plain")));
                OutputStream refused = new BufferedOutputStream(Files.newOutputStream(aside.resolve("part-plain")))) {
            for (String file : files) {
                Path path = Path.of(file).toAbsolutePath();
                try (LineReader lines = new LineReader(Files.newInputStream(path), path.toString(), 0, Long.MAX_VALUE);
                        Stream<Result> results = InParallel.map(
                                Stream.iterate(next(lines, 1), line -> line != null, line -> next(lines, line.number + 1)), this::result)) {
                    results.forEach(result -> {
                        result.said.forEach(text -> write(said, text));
                        result.counted.forEach(what -> sums.merge(what, 1L, Long::sum));
                        if (result.refusal != null) {
                            write(refused, result.refusal.getBytes(StandardCharsets.UTF_8));
                        }
                    });
                }
            }
            sums.forEach((what, sum) -> write(said, (what + "," + sum).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private Result result(Numbered numbered) {
        Line line = numbered.line;
        List<byte[]> said = new ArrayList<>(1);
        List<String> counted = new ArrayList<>();
        String refusal = line.isBlank() ? null : deciding.work(line, bad -> numbered.number, new Deciding.Out() {
            @Override
            public void say(byte[] text) {
                said.add(text);
            }

            @Override
            public void count(String what) {
                counted.add(what);
            }
        });
        return new Result(refusal, said, counted);
    }

    private static @Nullable Numbered next(LineReader lines, int number) {
        try {
            Line line = lines.next();
            return line == null ? null : new Numbered(line, number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, byte[] line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
