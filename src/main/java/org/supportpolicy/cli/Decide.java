package org.supportpolicy.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.InParallel;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides the fact sets of files, or of standard input. */
@Command(name = "decide", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        description = "Decides fact sets. A file holds one JSON object, or one on every line (JSON Lines).")
final class Decide implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";
    private static final Problem.Said STOPPED = new Problem.Said("Stopped before the end; what was decided is written.",
            "Gestopt voor het einde; wat beslist is, is geschreven.");
    private static final byte[] LINE_END = System.lineSeparator().getBytes(StandardCharsets.US_ASCII);

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files with fact sets; - for standard input.")
    private List<String> files;

    @Option(names = "--json", description = "One JSON decision a line instead of text.")
    private boolean json;

    @Mixin
    private Main.LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Spec
    private CommandSpec spec;

    private final BufferedReader in;
    private final PrintStream out;
    private final Interrupt interrupt;
    private final FactSetReader reader = new FactSetReader();
    private final DecisionWriter writer = new DecisionWriter();
    private SupportPolicy policy;
    private Progress progress;
    private int status = Main.OK;

    Decide(BufferedReader in, PrintStream out, Interrupt interrupt) {
        this.in = in;
        this.out = out;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        policy = rules.policy();
        progress = new Progress(spec.commandLine().getErr(), Progress.isTerminal(2) && !Progress.isTerminal(1),
                files.stream().filter(file -> !file.equals(STANDARD_INPUT)).map(Path::of).toList());
        for (String file : files) {
            if (file.equals(STANDARD_INPUT)) {
                decide("standard input", in);
            } else {
                decide(Path.of(file));
            }
        }
        progress.done();
        out.flush();
        if (interrupt.asked()) {
            refuse(STOPPED.in(language.locale()));
        }
        return status;
    }

    private void decide(Path file) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(file)) {
            decide(file.toString(), text);
        } catch (NoSuchFileException e) {
            refuse(file, "SP-I008.missing");
        } catch (MalformedInputException e) {
            refuse(file, "SP-I008.utf-8");
        } catch (IOException e) {
            refuse(file, "SP-I008");
        }
    }

    /** Takes the text for JSON Lines when its first line that is not blank is closed, else for one object. */
    private void decide(String source, BufferedReader text) throws IOException {
        try {
            StringBuilder blank = new StringBuilder();
            String first = text.readLine();
            while (first != null && first.isBlank()) {
                blank.append(first).append('\n');
                first = text.readLine();
            }
            if (first != null && first.strip().endsWith("}")) {
                decide(source, (int) blank.chars().filter(character -> character == '\n').count(), first, text);
            } else {
                String rest = text.lines().collect(Collectors.joining("\n"));
                say(answer(source, reader.read(source, blank + (first == null ? "" : first) + "\n" + rest)));
            }
        } catch (PolicyException e) {
            refuse(e.message(language.locale()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Reads, decides and puts into words on all processors, and writes in the order of the lines. */
    private void decide(String source, int before, String first, BufferedReader rest) {
        int[] number = {before};
        Stream<Numbered> numbered = Stream.iterate(first, line -> line != null && !interrupt.asked(), line -> next(rest)).peek(progress::line)
                .map(line -> new Numbered(++number[0], line)).filter(line -> !line.text.isBlank());
        try (Stream<Answer> answers = InParallel.map(numbered, line -> answer(source, line))) {
            answers.takeWhile(answer -> !interrupt.asked()).forEach(this::say);
        }
    }

    private static @Nullable String next(BufferedReader text) {
        try {
            return text.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Numbered(int number, String text) {}

    /** What is said of a fact set: a decision in UTF-8, or why there is none. */
    private record Answer(byte @Nullable [] decision, @Nullable String refusal) {}

    private Answer answer(String source, Numbered line) {
        FactSetReader.Line read = reader.line(source, line.number, line.text);
        return read.facts() == null ? new Answer(null, read.failure().message(language.locale()))
                : answer(source + ":" + line.number, read.facts());
    }

    private Answer answer(String place, FactSet facts) {
        try {
            Decision decision = policy.decide(facts);
            return new Answer(json ? writer.writeUtf8(decision) : decision.explain(language.locale()).getBytes(StandardCharsets.UTF_8), null);
        } catch (PolicyException e) {
            return new Answer(null, Undecided.said(place, facts, e, language.locale()));
        }
    }

    private void say(Answer answer) {
        if (answer.decision == null) {
            refuse(answer.refusal);
        } else {
            out.write(answer.decision, 0, answer.decision.length);
            out.write(LINE_END, 0, LINE_END.length);
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
