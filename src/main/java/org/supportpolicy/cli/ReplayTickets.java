package org.supportpolicy.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.ChangeMemo;
import org.supportpolicy.author.Replay;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides a stock of tickets by an edited policy. */
@Command(name = "replay", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every fact set was decided, differently or not",
            "1:a fact set, a line or a file could not be decided, which is said; the others were. Or a file could not be written",
            Main.WRONG_USAGE},
        description = "Decides the tickets of JSON Lines files by a working copy and by another policy, and counts what changes.")
final class ReplayTickets implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "The working copy.")
    private String directory;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "JSON Lines, one fact set a line.")
    private List<Path> files;

    @Option(names = "--against", paramLabel = "OLD", description = "The policy to compare with: a directory, or standard when left out.")
    private String against = Policies.STANDARD;

    @Option(names = "--changed", paramLabel = "FILE", description = "Write the fact sets that are decided differently, one a line.")
    private @Nullable Path changed;

    @Option(names = "--memo", paramLabel = "FILE.md", description = "Write a memo for those who approve the change, in the language of "
            + "--lang; all combinations of facts are decided for it too.")
    private @Nullable Path memo;

    @Mixin
    private Main.LanguageOption language;

    @Mixin
    private StrictOption strict;

    @Spec
    private CommandSpec spec;

    private FactSetReader reader;
    private @Nullable ChangeMemo note;
    private final FactSetWriter writer = new FactSetWriter();
    private int status = Main.OK;

    @Override
    public Integer call() throws IOException {
        reader = strict.reader();
        SupportPolicy policy = Policies.at(directory);
        SupportPolicy other = Policies.at(against);
        Replay replay = new Replay(policy, other);
        note = memo == null ? null : ChangeMemo.between(other, policy, language.locale());
        Progress progress = Progress.onTerminal(true, files);
        if (changed == null) {
            replay(replay, progress, null);
        } else {
            try (PrintWriter changes = new PrintWriter(new OutputStreamWriter(Output.to(changed), StandardCharsets.UTF_8))) {
                replay(replay, progress, changes);
            }
        }
        progress.done();
        print(replay, spec.commandLine().getOut());
        if (memo != null && note != null) {
            Output.write(memo, note.markdown());
        }
        return status;
    }

    private void replay(Replay replay, Progress progress, @Nullable PrintWriter changes) {
        for (Path file : files) {
            if (!Files.exists(file)) {
                refuse(file, "SP-I008.missing");
                continue;
            }
            try (Lines lines = new Lines(new FileInputStream(file.toFile()), () -> {})) {
                for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                    progress.line(line.bytes().length);
                    if (!line.isBlank()) {
                        replay(replay, file, line, changes);
                    }
                }
            } catch (IOException e) {
                refuse(file, "SP-I008");
            }
        }
    }

    private void replay(Replay replay, Path file, Lines.Line line, @Nullable PrintWriter changes) {
        FactSet facts;
        try {
            FactSetReader.Line read = reader.line(file.toString(), line.number(), line.text(file.toString()));
            if (read.failure() != null) {
                throw read.failure();
            }
            facts = Objects.requireNonNull(read.facts());
        } catch (PolicyException e) {
            refuse(e.message(language.locale()));
            return;
        }
        if (decide(replay, file, line.number(), facts) && changes != null) {
            changes.println(writer.write(facts));
        }
    }

    /** A ticket that one of the policies cannot decide is said, and the others are still decided. */
    private boolean decide(Replay replay, Path file, int line, FactSet facts) {
        try {
            boolean differs = replay.decide(facts);
            if (note != null) {
                note.add(facts);
            }
            return differs;
        } catch (PolicyException e) {
            refuse(Undecided.said(Screen.place(file, line), facts, e, language.locale()));
            return false;
        }
    }

    private static void print(Replay replay, PrintWriter out) {
        for (Map.Entry<String, Map<String, Integer>> answer : replay.answers().entrySet()) {
            out.println(answer.getKey());
            answer.getValue().forEach((value, count) -> out.println(String.format(Locale.ROOT, "    %-32s %,9d", value, count)));
        }
        if (!replay.changes().isEmpty()) {
            out.println("changed");
        }
        replay.changes().entrySet().stream().sorted(Map.Entry.<List<List<String>>, Integer>comparingByValue().reversed()).forEach(change ->
                out.println(String.format(Locale.ROOT, "    %,9d  %s: %s", change.getValue(),
                        String.join(", ", change.getKey().get(0)), String.join(", ", change.getKey().get(1)))));
        out.println(String.format(Locale.ROOT, "%,d fact sets decided, %,d of them differently%s.", replay.tickets(), replay.changed(),
                replay.changedTickets() == 0 ? ""
                        : String.format(Locale.ROOT, " (%,d tickets by their numbers)", replay.changedTickets())));
    }

    private void refuse(Path file, String problem) {
        refuse(Problem.of(problem).in(file.toString()).toString(language.locale()));
    }

    private void refuse(String message) {
        spec.commandLine().getErr().println(message);
        status = Main.BAD_INPUT;
    }
}
