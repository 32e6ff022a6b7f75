package org.supportpolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.FactSetReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that says something of each fact set of files, or of standard input. */
abstract class TicketCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files with fact sets; - for standard input.")
    private List<String> files;

    @Mixin
    private StrictOption strict;

    @Option(names = "--desk", paramLabel = "DESK", description = "A file with facts that are the same for each ticket, such as hours, "
            + "targets and catalogues of products. What a fact set says itself stands before them.")
    private @Nullable Path desk;

    @Mixin
    private LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Spec
    private CommandSpec spec;

    private final InputStream in;
    private final Interrupt interrupt;

    TicketCommand(InputStream in, Interrupt interrupt) {
        this.in = in;
        this.interrupt = interrupt;
    }

    List<String> files() {
        return files;
    }

    Locale locale() {
        return language.locale();
    }

    SupportPolicy policy() {
        return rules.policy();
    }

    CommandSpec spec() {
        return spec;
    }

    /** What reads the files until it is asked to stop; no progress is shown. */
    LineFiles tickets(Runnable flush) {
        return tickets(flush, length -> {});
    }

    /**
     * What reads the files until it is asked to stop.
     *
     * @param progress takes how many bytes a line has that was read
     */
    LineFiles tickets(Runnable flush, IntConsumer progress) {
        return new LineFiles(in, spec.commandLine().getErr(), flush, locale(), interrupt::asked, progress);
    }

    /** The exit status; that the work was asked to stop is said. */
    int status(LineFiles tickets) {
        return interrupt.status(tickets, locale());
    }

    /** Works on every fact set, and uses the results one after the other. */
    <T> void each(SupportPolicy policy, LineFiles tickets, Function<FactSet, T> work, Consumer<T> use) throws IOException {
        FactSetReader reader = strict.reader(policy.ownFacts());
        tickets.each(files, new FactSetReading<>(desk == null ? reader : reader.over(reader.readDesk(desk)), locale(), work), use);
    }
}
