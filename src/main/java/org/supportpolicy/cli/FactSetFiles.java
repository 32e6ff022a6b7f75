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
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.InParallel;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.FactSetReader;

/**
 * Reads the fact sets of files and of standard input, works on them on all processors, and hands on what comes of each in their order. A
 * fact set that is refused is said, and the others are still worked on.
 */
final class FactSetFiles {

    static final String STANDARD_INPUT = "-";

    private final FactSetReader reader;
    private final InputStream in;
    private final PrintWriter err;
    private final Runnable pause;
    private final Locale locale;
    private int status = Main.OK;

    /**
     * Begins.
     *
     * @param in what is standard input
     * @param err where it is said what is refused
     * @param flush what is done before waiting for input
     */
    FactSetFiles(FactSetReader reader, InputStream in, PrintWriter err, Runnable flush, Locale locale) {
        this.reader = reader;
        this.in = in;
        this.err = err;
        this.locale = locale;
        this.pause = () -> {
            flush.run();
            err.flush();
        };
    }

    /** The exit status: whether anything was refused. */
    int status() {
        return status;
    }

    /** What came of a fact set, or why nothing did; neither for a blank line. */
    private record Answer<T>(@Nullable T result, @Nullable String refusal) {}

    /** Works on every fact set of these files, and uses the results one after the other. */
    <T> void each(List<String> files, Function<FactSet, T> work, Consumer<T> use) throws IOException {
        for (String file : files) {
            if (file.equals(STANDARD_INPUT)) {
                each("standard input", new Lines(in, pause), work, use);
            } else if (!Files.exists(Path.of(file))) {
                refuse(Problem.of("SP-I008.missing").in(file).toString(locale));
            } else {
                try (Lines lines = new Lines(new FileInputStream(file), pause)) {
                    each(file, lines, work, use);
                } catch (IOException e) {
                    refuse(Problem.of("SP-I008").in(file).toString(locale));
                }
            }
        }
    }

    /** Takes the text for JSON Lines when its first line that is not blank is closed, else for one object. */
    private <T> void each(String source, Lines lines, Function<FactSet, T> work, Consumer<T> use) throws IOException {
        try {
            Lines.Line first = lines.next();
            while (first != null && first.isBlank()) {
                first = lines.next();
            }
            if (first != null && !first.cut() && !first.endsWith('}')) {
                use(answer(source, reader.read(source, whole(source, first, lines)), work), use);
                return;
            }
            Stream<Lines.Line> all = Stream.iterate(first, Objects::nonNull, line -> next(lines));
            try (Stream<Answer<T>> answers = InParallel.map(all, lines::ready, line -> answer(source, line, work))) {
                answers.forEach(answer -> use(answer, use));
            }
        } catch (PolicyException e) {
            refuse(e.message(locale));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String whole(String source, Lines.Line first, Lines lines) throws IOException {
        StringBuilder text = new StringBuilder().append("\n".repeat(first.number() - 1));
        for (Lines.Line line = first; line != null; line = lines.next()) {
            text.append(line.text(source)).append('\n');
            if (text.length() > Lines.LONGEST) {
                throw Lines.tooLong(source, line.number());
            }
        }
        return text.toString();
    }

    private static Lines.@Nullable Line next(Lines lines) {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Answer<T> answer(String source, Lines.Line line, Function<FactSet, T> work) {
        if (line.isBlank()) {
            return new Answer<>(null, null);
        }
        try {
            FactSetReader.Line read = reader.line(source, line.number(), line.text(source));
            if (read.failure() != null) {
                throw read.failure();
            }
            return answer(Screen.place(source, line.number()), Objects.requireNonNull(read.facts()), work);
        } catch (PolicyException e) {
            return new Answer<>(null, e.message(locale));
        }
    }

    private <T> Answer<T> answer(String place, FactSet facts, Function<FactSet, T> work) {
        try {
            return new Answer<>(work.apply(facts), null);
        } catch (PolicyException e) {
            return new Answer<>(null, Undecided.said(place, facts, e, locale));
        }
    }

    private <T> void use(Answer<T> answer, Consumer<T> use) {
        if (answer.refusal != null) {
            refuse(answer.refusal);
        } else if (answer.result != null) {
            use.accept(answer.result);
        }
    }

    private void refuse(String message) {
        err.println(message);
        status = Main.BAD_INPUT;
    }
}
