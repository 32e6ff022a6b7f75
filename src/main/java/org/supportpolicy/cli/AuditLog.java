package org.supportpolicy.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.InParallel;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.author.Audit;
import org.supportpolicy.json.LogReader;
import org.supportpolicy.json.LoggedDecision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides again what was logged. */
@Command(name = "audit", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every decision comes out as it was logged",
            "1:a decision comes out otherwise, or a line or a file could not be read or decided, which is said; the others were. "
                + "Or the output could not be written to its end",
            Main.WRONG_USAGE},
        description = "Decides again what decide --json --with-facts logged. Says of each decision whether the same comes out and, where "
                + "it does not, in what and which part has moved since: the rules, the library, or the time-zone data.")
final class AuditLog implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";
    /** The most bytes that are read ahead of what is answered; enough for the longest line beside others. */
    private static final int MOST_AHEAD = 16_000_000;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Logs, JSON Lines; - for standard input.")
    private List<String> files;

    @Option(names = "--json", description = "One JSON object for each decision instead of text on those that come out otherwise.")
    private boolean json;

    @Mixin
    private Main.LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Spec
    private CommandSpec spec;

    private final InputStream in;
    private final LogReader reader = new LogReader();
    private Audit audit;
    private AuditWords words;
    private PrintWriter out;
    /** How many bytes were read and not yet answered. */
    private long ahead;
    private int decisions;
    private int same;
    private int otherZoneRules;
    private final Map<Audit.Part, Integer> moved = new EnumMap<>(Audit.Part.class);
    private int status = Main.OK;

    AuditLog(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        audit = Audit.by(rules.policy());
        words = new AuditWords(language.locale());
        out = spec.commandLine().getOut();
        for (String file : files) {
            if (file.equals(STANDARD_INPUT)) {
                audit("standard input", new Lines(in, this::pause));
            } else if (!Files.exists(Path.of(file))) {
                refuse(Problem.of("SP-I008.missing").in(file));
            } else {
                read(file);
            }
        }
        if (!json) {
            out.println(words.sum(decisions, same));
            if (!moved.isEmpty()) {
                out.println(words.moved(moved, otherZoneRules));
            }
        }
        return same == decisions ? status : Main.BAD_INPUT;
    }

    private void read(String file) {
        try (Lines lines = new Lines(new FileInputStream(file), this::pause)) {
            audit(file, lines);
        } catch (IOException | UncheckedIOException e) {
            refuse(Problem.of("SP-I008").in(file));
        }
    }

    /** Whoever writes may wait for what was said of it before writing more. */
    private void pause() {
        out.flush();
        spec.commandLine().getErr().flush();
    }

    /** Reads and decides on all processors, and answers in the order of the lines. */
    private void audit(String source, Lines lines) throws IOException {
        Stream<Lines.Line> read = Stream.iterate(lines.next(), line -> line != null, line -> next(lines))
                .peek(line -> ahead += line.bytes().length);
        try (Stream<Answer> answers = InParallel.map(read, () -> ahead < MOST_AHEAD && lines.ready(), line -> answer(source, line))) {
            answers.forEach(answer -> say(source, answer));
        }
    }

    private static Lines.@Nullable Line next(Lines lines) {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes out of a line, or why nothing does; neither of a blank line. */
    private record Answer(Lines.Line line, Audit.@Nullable Result result, @Nullable String refusal) {}

    private Answer answer(String source, Lines.Line line) {
        if (line.isBlank()) {
            return new Answer(line, null, null);
        }
        LoggedDecision logged;
        try {
            logged = reader.read(source, line.number(), line.text(source));
        } catch (PolicyException e) {
            return new Answer(line, null, e.message(language.locale()));
        }
        try {
            return new Answer(line, audit.of(logged), null);
        } catch (PolicyException e) {
            return new Answer(line, null, Undecided.said(Screen.place(source, line.number()), logged.facts(), e, language.locale()));
        }
    }

    private void say(String source, Answer answer) {
        ahead -= answer.line.bytes().length;
        if (answer.refusal != null) {
            spec.commandLine().getErr().println(answer.refusal);
            status = Main.BAD_INPUT;
        } else if (answer.result != null) {
            count(answer.result);
            if (json) {
                out.println(AuditJson.line(source, answer.line.number(), answer.result));
            } else if (!answer.result.isSame()) {
                out.println(words.differs(Screen.place(source, answer.line.number()), answer.result));
            }
        }
    }

    private void count(Audit.Result result) {
        decisions++;
        same += result.isSame() ? 1 : 0;
        otherZoneRules += result.otherZoneRules().orElse(false) ? 1 : 0;
        result.moved().forEach(move -> moved.merge(move.part(), 1, Integer::sum));
    }

    private void refuse(Problem problem) {
        spec.commandLine().getErr().println(problem.toString(language.locale()));
        status = Main.BAD_INPUT;
    }
}
