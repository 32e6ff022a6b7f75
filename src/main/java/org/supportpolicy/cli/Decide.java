package org.supportpolicy.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
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
    private final FactSetReader reader = new FactSetReader();
    private final DecisionWriter writer = new DecisionWriter();
    private SupportPolicy policy;
    private int status = Main.OK;

    Decide(BufferedReader in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        policy = rules.policy();
        for (String file : files) {
            if (file.equals(STANDARD_INPUT)) {
                decide("standard input", in);
            } else {
                decide(Path.of(file));
            }
        }
        return status;
    }

    private void decide(Path file) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(file)) {
            decide(file.toString(), text);
        } catch (NoSuchFileException e) {
            refuse(file + "  The file must exist.");
        } catch (MalformedInputException e) {
            refuse(file + "  The file must be written in UTF-8.");
        } catch (IOException e) {
            refuse(file + "  The file must be readable (" + e.getMessage() + ").");
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
                Stream<String> all = Stream.of(blank.toString().lines(), Stream.of(first), text.lines()).flatMap(lines -> lines);
                reader.lines(source, all).forEach(this::decide);
            } else {
                String rest = text.lines().collect(Collectors.joining("\n"));
                decide(reader.read(source, blank + (first == null ? "" : first) + "\n" + rest));
            }
        } catch (PolicyException e) {
            refuse(e.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void decide(FactSetReader.Line line) {
        if (line.failure() != null) {
            refuse(line.failure().getMessage());
        } else if (line.facts() != null) {
            decide(line.facts());
        }
    }

    private void decide(FactSet facts) {
        try {
            Decision decision = policy.decide(facts);
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? writer.write(decision) : decision.explain(language.locale()));
        } catch (PolicyException e) {
            refuse(e.getMessage());
        }
    }

    private void refuse(String message) {
        spec.commandLine().getErr().println(message);
        status = Main.BAD_INPUT;
    }
}
