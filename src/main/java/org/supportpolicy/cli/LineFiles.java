package org.supportpolicy.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.InParallel;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/**
 * Reads files and standard input line by line, works on the lines on all processors, and hands on what comes of each in their order. What
 * is refused is said, and the others are still worked on. Not thread-safe.
 */
final class LineFiles {

    static final String STANDARD_INPUT = "-";
    /** The most bytes that are read ahead of what is answered; enough for the longest line beside others. */
    private static final int MOST_AHEAD = 16_000_000;

    /** How what is read is worked on. */
    interface Reading<T> {

        /**
         * What comes of a text that is one whole; null for one of lines.
         *
         * @param first its first line that is not blank; null when there is none
         * @param rest the lines after that
         * @throws PolicyException if it cannot be read
         */
        default @Nullable Answer<T> whole(String source, Lines.@Nullable Line first, Lines rest) throws IOException {
            return null;
        }

        /** What comes of a line that is not blank. */
        Answer<T> line(String source, Lines.Line line);
    }

    /** What comes of something that was read, or why nothing does. */
    record Answer<T>(@Nullable T result, @Nullable String refusal) {}

    /** An answer, and how many bytes it answers; none to a blank line. */
    private record Answered<T>(int length, @Nullable Answer<T> answer) {}

    private final InputStream in;
    private final PrintWriter err;
    private final Runnable pause;
    private final Locale locale;
    private final BooleanSupplier isStopped;
    private final IntConsumer progress;
    /** How many bytes were read and not yet answered. */
    private long ahead;
    private int status = Main.OK;

    /**
     * Begins.
     *
     * @param in what is standard input
     * @param err where it is said what is refused
     * @param flush what is done before waiting for input: whoever writes may wait for what was said of it before writing more
     * @param isStopped whether nothing more is to be read or handed on
     * @param progress takes how many bytes a line has that was read
     */
    LineFiles(InputStream in, PrintWriter err, Runnable flush, Locale locale, BooleanSupplier isStopped, IntConsumer progress) {
        this.in = in;
        this.err = err;
        this.locale = locale;
        this.isStopped = isStopped;
        this.progress = progress;
        this.pause = () -> {
            flush.run();
            err.flush();
        };
    }

    /** The exit status: whether anything was refused. */
    int status() {
        return status;
    }

    /** Works on all that stands in these files, and uses what comes of it, one after the other. */
    <T> void each(List<String> files, Reading<T> reading, Consumer<T> use) throws IOException {
        for (String file : files) {
            if (isStopped.getAsBoolean()) {
                return;
            }
            if (file.equals(STANDARD_INPUT)) {
                each(Problem.of("standard-input").said().in(locale), new Lines(in, pause), reading, use);
            } else {
                each(Path.of(file), reading, use);
            }
        }
    }

    private <T> void each(Path file, Reading<T> reading, Consumer<T> use) {
        if (!Files.exists(file)) {
            refuse(file, "SP-I008.missing");
            return;
        }
        if (Files.isDirectory(file)) {
            refuse(file, "SP-I008.regular");
            return;
        }
        try (Lines lines = new Lines(new FileInputStream(file.toFile()), pause)) {
            each(file.toString(), lines, reading, use);
        } catch (IOException e) {
            refuse(file, "SP-I008");
        }
    }

    private <T> void each(String source, Lines lines, Reading<T> reading, Consumer<T> use) throws IOException {
        try {
            Lines.Line first = lines.next();
            while (first != null && first.isBlank()) {
                first = lines.next();
            }
            Answer<T> whole = reading.whole(source, first, lines);
            if (whole == null) {
                each(source, first, lines, reading, use);
            } else {
                use(whole, use);
            }
        } catch (PolicyException e) {
            refuse(e.message(locale));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private <T> void each(String source, Lines.@Nullable Line first, Lines rest, Reading<T> reading, Consumer<T> use) {
        Stream<Lines.Line> lines = Stream.iterate(first, line -> line != null && !isStopped.getAsBoolean(), line -> next(rest))
                .peek(line -> {
                    ahead += line.bytes().length;
                    progress.accept(line.bytes().length);
                });
        try (Stream<Answered<T>> all = InParallel.map(lines, () -> ahead < MOST_AHEAD && rest.ready(), line ->
                new Answered<>(line.bytes().length, line.isBlank() ? null : reading.line(source, line)))) {
            all.takeWhile(answered -> !isStopped.getAsBoolean()).forEach(answered -> {
                ahead -= answered.length;
                if (answered.answer != null) {
                    use(answered.answer, use);
                }
            });
        }
    }

    private static Lines.@Nullable Line next(Lines lines) {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> void use(Answer<T> answer, Consumer<T> use) {
        if (answer.refusal != null) {
            refuse(answer.refusal);
        } else if (answer.result != null) {
            use.accept(answer.result);
        }
    }

    private void refuse(Path file, String problem) {
        refuse(Problem.of(problem).in(file.toString()).toString(locale));
    }

    /** Says what is refused. */
    void refuse(String message) {
        err.println(message);
        status = Main.BAD_INPUT;
    }
}
