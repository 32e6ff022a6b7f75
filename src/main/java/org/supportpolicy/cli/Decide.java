package org.supportpolicy.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.InParallel;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FreeTexts;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.LogWriter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides the fact sets of files, or of standard input. */
@Command(name = "decide", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every fact set was decided",
            "1:a fact set, a line or a file could not be decided, which is said; the others were. "
                + "Or the output could not be written to its end",
            Main.WRONG_USAGE},
        description = "Decides fact sets. A file holds one JSON object, or one on every line (JSON Lines). "
                + "Lines of a pipe are answered one by one when no other is waiting.")
final class Decide implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";
    /** The most bytes that are read ahead of what is answered; enough for the longest line beside others. */
    private static final int MOST_AHEAD = 16_000_000;
    private static final Problem.Said STOPPED = new Problem.Said("Stopped before the end; what was decided is written.",
            "Gestopt voor het einde; wat beslist is, is geschreven.");
    private static final byte[] LINE_END = System.lineSeparator().getBytes(StandardCharsets.US_ASCII);

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files with fact sets; - for standard input.")
    private List<String> files;

    /** In what form decisions are said. */
    static final class Form {

        @Option(names = "--json", description = "One JSON decision a line instead of text.")
        private boolean json;

        @Option(names = "--letter", description = "A few sentences to the customer instead of the whole explanation.")
        private boolean letter;
    }

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--questions", description = "With --json: what is still to be known as questions, "
            + "each with what would come of which answer.")
    private boolean questions;

    @Option(names = "--show-texts", description = "Say what free texts such as the subject say, and not only that they were given. "
            + "They may hold personal data.")
    private boolean texts;

    @Option(names = "--with-facts", description = "With --json: each decision beside its fact set, as a log that audit reads.")
    private boolean withFacts;

    @Option(names = "--redact", description = "Mask free texts such as the subject before anything else; no decision changes by it.")
    private boolean redact;

    @Option(names = "--valid-until", description = "With --json, add the first instant at which the decision is another although no fact "
            + "changes, within ten years.")
    private boolean validity;

    @Mixin
    private StrictOption strict;

    @Mixin
    private Main.LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Spec
    private CommandSpec spec;

    private final InputStream in;
    private final Output out;
    private final Interrupt interrupt;
    private FactSetReader reader;
    private DecisionWriter writer;
    private LogWriter log;
    private SupportPolicy policy;
    private Progress progress;
    /** How many bytes were read and not yet answered. */
    private long ahead;
    private int status = Main.OK;

    Decide(InputStream in, Output out, Interrupt interrupt) {
        this.in = in;
        this.out = out;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        if (withFacts && !form.json) {
            throw new ParameterException(spec.commandLine(), "With --with-facts must stand --json.");
        }
        policy = rules.policy();
        reader = strict.reader();
        if ((questions || validity) && !form.json) {
            throw new ParameterException(spec.commandLine(), (questions ? "--questions" : "--valid-until") + " must stand beside --json.");
        }
        writer = texts ? DecisionWriter.withTexts() : new DecisionWriter();
        writer = questions ? writer.withQuestions(language.locale()) : writer;
        writer = validity ? writer.withValidity() : writer;
        log = new LogWriter(writer);
        progress = Progress.onTerminal(!Progress.isTerminal(1),
                files.stream().filter(file -> !file.equals(STANDARD_INPUT)).map(Path::of).toList());
        for (String file : files) {
            if (file.equals(STANDARD_INPUT)) {
                decide("standard input", new Lines(in, this::pause));
            } else {
                decide(Path.of(file));
            }
        }
        progress.done();
        if (interrupt.asked()) {
            refuse(STOPPED.in(language.locale()));
        }
        return status;
    }

    private void decide(Path file) {
        if (!Files.exists(file)) {
            refuse(file, "SP-I008.missing");
            return;
        }
        try (Lines lines = new Lines(new FileInputStream(file.toFile()), this::pause)) {
            decide(file.toString(), lines);
        } catch (IOException e) {
            refuse(file, "SP-I008");
        }
    }

    /** Whoever writes may wait for what was said of it before writing more. */
    private void pause() {
        out.flush();
        spec.commandLine().getErr().flush();
    }

    /** Takes the text for JSON Lines when its first line that is not blank is closed, else for one object. */
    private void decide(String source, Lines lines) throws IOException {
        try {
            Lines.Line first = lines.next();
            while (first != null && first.isBlank()) {
                first = lines.next();
            }
            if (first != null && (first.cut() || first.endsWith('}'))) {
                decide(source, first, lines);
            } else {
                say(answer(source, reader.read(source, first == null ? "" : whole(source, first, lines))));
            }
        } catch (PolicyException e) {
            refuse(e.message(language.locale()));
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

    /** Reads, decides and puts into words on all processors, and writes in the order of the lines. */
    private void decide(String source, Lines.Line first, Lines rest) {
        Stream<Lines.Line> lines = Stream.iterate(first, line -> line != null && !interrupt.asked(), line -> next(rest)).peek(line -> {
            ahead += line.bytes().length;
            progress.line(line.bytes().length);
        });
        try (Stream<Answer> answers = InParallel.map(lines, () -> ahead < MOST_AHEAD && rest.ready(), line -> answer(source, line))) {
            answers.takeWhile(answer -> !interrupt.asked()).forEach(this::say);
        }
    }

    private static Lines.@Nullable Line next(Lines lines) {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is said of a line or an object: a decision in UTF-8, or why there is none; nothing of a blank line.
     *
     * @param length how many bytes it answers
     */
    private record Answer(int length, byte @Nullable [] decision, @Nullable String refusal) {}

    private Answer answer(String source, Lines.Line line) {
        int length = line.bytes().length;
        if (line.isBlank()) {
            return new Answer(length, null, null);
        }
        try {
            FactSetReader.Line read = reader.line(source, line.number(), line.text(source));
            if (read.failure() != null) {
                throw read.failure();
            }
            Answer answer = answer(Screen.place(source, line.number()), Objects.requireNonNull(read.facts()));
            return new Answer(length, answer.decision, answer.refusal);
        } catch (PolicyException e) {
            return new Answer(length, null, e.message(language.locale()));
        }
    }

    private Answer answer(String place, FactSet given) {
        FactSet facts = redact ? FreeTexts.masked(given) : given;
        try {
            Decision decision = policy.decide(facts);
            return new Answer(0, withFacts ? log.writeUtf8(facts, decision) : form.json ? writer.writeUtf8(decision)
                    : text(decision).getBytes(StandardCharsets.UTF_8), null);
        } catch (PolicyException e) {
            return new Answer(0, null, Undecided.said(place, facts, e, language.locale()));
        }
    }

    private String text(Decision decision) {
        return form.letter ? decision.letter(language.locale())
                : texts ? decision.explainWithTexts(language.locale()) : decision.explain(language.locale());
    }

    private void say(Answer answer) {
        ahead -= answer.length;
        if (answer.refusal != null) {
            refuse(answer.refusal);
        } else if (answer.decision != null) {
            out.write(answer.decision);
            out.write(LINE_END);
        }
    }

    private void refuse(Path file, String problem) {
        refuse(Problem.of(problem).in(file.toString()).toString(language.locale()));
    }

    private void refuse(String message) {
        spec.commandLine().getErr().println(message);
        status = Main.BAD_INPUT;
    }
}
