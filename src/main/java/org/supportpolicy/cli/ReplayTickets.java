package org.supportpolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.ChangeMemo;
import org.supportpolicy.author.Replay;
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
        description = "Decides tickets by a working copy and by another policy, and counts what changes.")
final class ReplayTickets implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "The working copy.")
    private String directory;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Files with fact sets; - for standard input.")
    private List<String> files;

    @Option(names = "--against", paramLabel = "OLD", description = "The policy to compare with: a directory, or standard when left out.")
    private String against = Policies.STANDARD;

    @Option(names = "--changed", paramLabel = "FILE", description = "Write the fact sets that are decided differently, one a line.")
    private @Nullable OutputFile changed;

    @Option(names = "--memo", paramLabel = "FILE.md", description = "Write a memo for those who approve the change, in the language of "
            + "--lang; all combinations of facts are decided for it too.")
    private @Nullable OutputFile memo;

    @Mixin
    private LanguageOption language;

    @Mixin
    private StrictOption strict;

    @Spec
    private CommandSpec spec;

    private final InputStream in;
    private final Interrupt interrupt;

    ReplayTickets(InputStream in, Interrupt interrupt) {
        this.in = in;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        SupportPolicy policy = Policies.at(directory);
        SupportPolicy other = Policies.at(against);
        FactSetReader reader = strict.reader(other.ownFacts().and(policy.ownFacts()));
        Replay replay = new Replay(policy, other);
        ChangeMemo note = memo == null ? null : ChangeMemo.between(other, policy, language.locale());
        Progress progress = Progress.onTerminal(true,
                files.stream().filter(file -> !file.equals(LineFiles.STANDARD_INPUT)).map(Path::of).toList());
        LineFiles tickets = new LineFiles(in, spec.commandLine().getErr(), () -> {}, language.locale(), interrupt::asked, progress::line);
        if (changed == null) {
            replay(tickets, reader, replay, note, null);
        } else {
            try (PrintWriter changes = new PrintWriter(new OutputStreamWriter(Output.to(changed), StandardCharsets.UTF_8))) {
                replay(tickets, reader, replay, note, changes);
            }
        }
        progress.done();
        spec.commandLine().getOut().println(replay.explain(language.locale()));
        if (memo != null && note != null) {
            Output.write(memo, note.markdown());
        }
        return interrupt.status(tickets, language.locale());
    }

    private void replay(LineFiles tickets, FactSetReader reader, Replay replay, @Nullable ChangeMemo note,
            @Nullable PrintWriter changes) throws IOException {
        FactSetWriter writer = new FactSetWriter();
        tickets.each(files, new FactSetReading<>(reader, language.locale(), replay::compare), ticket -> {
            replay.add(ticket);
            if (note != null) {
                note.add(ticket.facts());
            }
            if (changes != null && ticket.change().isPresent()) {
                changes.println(writer.write(ticket.facts()));
            }
        });
    }
}
