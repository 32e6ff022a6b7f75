package org.supportpolicy.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** The command {@code support-policy}. */
@Command(
        name = Main.NAME,
        description = "Decides technical-support tickets by a published support policy, and cites the clause for every answer.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {Decide.class, Rules.class, ShowFacts.class, Explain.class, Verify.class, Init.class, Check.class, ShowBook.class,
            ShowCoverage.class, Gaps.class, Diff.class, ReplayTickets.class, ShowWhyNot.class, ShowWhatIf.class, ShowOutlook.class,
            Forecast.class, AuditLog.class, ShowSchema.class, ShowHelp.class},
        footer = {"", "A command that reads a pipe answers each line when no other is waiting. "
                + "It ends quietly, with 1, when nobody reads its output."},
        exitCodeListHeading = Main.EXIT_STATUS,
        exitCodeList = {"0:all is well",
            "1:some input or rule file is bad, something is not as it should be, or could not be written; the rest was done",
            Main.WRONG_USAGE})
public final class Main implements Runnable {

    static final String NAME = "support-policy";
    static final String EXIT_STATUS = "%nExit status:%n";
    static final String WRONG_USAGE = "2:wrong usage";

    /** Every input was decided. */
    static final int OK = 0;
    /** Some input or a rule file is bad. */
    static final int BAD_INPUT = 1;

    private static final int BUFFER = 64 * 1024;

    /** What the library logs, of which the user hears warnings and errors only, unless the JDK's own settings say otherwise. */
    private static final Logger LOGGED = Logger.getLogger("org.supportpolicy");
    private static final String LOGGING = "java.util.logging.config.file";
    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    @Spec
    private CommandSpec spec;

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] args) {
        main(args, List.of());
    }

    /**
     * Runs the command with further subcommands, and ends the process with its exit status.
     *
     * @param more the commands, each annotated with what the library picocli calls {@code @Command}; a resource {@code usage_nl.properties}
     *     beside the class of a command says its help in Dutch
     */
    public static void main(String[] args, List<? extends Callable<Integer>> more) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOG_FORMAT, System.getProperty(LOG_FORMAT, "%1$tF %1$tT %4$s %3$s: %5$s%6$s%n"));
            LOGGED.setLevel(Level.WARNING);
        }
        Output out = Output.standard(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER));
        PrintWriter err = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), false);
        Interrupt interrupt = Interrupt.watch(out, err);
        int status = run(args, more, new FileInputStream(FileDescriptor.in), out, err, interrupt);
        err.flush();
        interrupt.finished();
        System.exit(status);
    }

    /**
     * Runs the command.
     *
     * @param args the arguments
     * @param in what {@code -} reads
     * @param out where results go, in UTF-8
     * @param err where problems go
     * @return the exit status: 0 all decided, 1 some input or rule file bad or something could not be written, 2 wrong usage
     */
    static int run(String[] args, InputStream in, OutputStream out, PrintWriter err) {
        return run(args, List.of(), in, Output.standard(out), err, new Interrupt());
    }

    private static int run(String[] args, List<? extends Callable<Integer>> more, InputStream in, Output out, PrintWriter err,
            Interrupt interrupt) {
        PrintWriter text = Screen.on(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        PrintWriter problems = Screen.on(err);
        CommandLine command = command(args, more, new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == Check.class ? type.cast(new Check(interrupt))
                        : type == Decide.class ? type.cast(new Decide(in, out, interrupt))
                        : type == ShowWhyNot.class ? type.cast(new ShowWhyNot(in, out, interrupt))
                        : type == ShowWhatIf.class ? type.cast(new ShowWhatIf(in, out, interrupt))
                        : type == AuditLog.class ? type.cast(new AuditLog(in, interrupt))
                        : type == ShowOutlook.class ? type.cast(new ShowOutlook(in, out, interrupt))
                        : type == ReplayTickets.class ? type.cast(new ReplayTickets(in, interrupt))
                        : type == Forecast.class ? type.cast(new Forecast(in, interrupt))
                        : CommandLine.defaultFactory().create(type);
            }
        });
        command.registerConverter(Path.class, Main::path);
        command.registerConverter(OutputFile.class, name -> new OutputFile(path(name)));
        if (DutchUsage.isAsked(args)) {
            command.setResourceBundle(DutchUsage.words(more));
        }
        command.setOut(text).setErr(problems).setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true).setExecutionStrategy(Main::execute)
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler((exception, failed, parsed) -> refused(exception, failed));
        int status;
        try {
            status = command.execute(args);
            text.flush();
            out.flush();
        } catch (Output.Failed e) {
            status = BAD_INPUT;
            if (!e.isClosedPipe()) {
                problems.println(e.problem().toString(language(command)));
            }
        }
        problems.flush();
        return err.checkError() ? Math.max(status, BAD_INPUT) : status;
    }

    /** The command with its subcommands, or, since most of the time of a small one would go into the others, with the one that is named. */
    private static CommandLine command(String[] args, List<? extends Callable<Integer>> more, CommandLine.IFactory factory) {
        for (Class<?> each : Main.class.getAnnotation(Command.class).subcommands()) {
            if (args.length > 0 && each != ShowHelp.class && each.getAnnotation(Command.class).name().equals(args[0])) {
                return new CommandLine(CommandSpec.create().name(NAME), factory).addSubcommand(each);
            }
        }
        CommandLine command = new CommandLine(new Main(), factory);
        more.forEach(command::addSubcommand);
        return command;
    }

    private static int execute(CommandLine.ParseResult parsed) {
        try {
            if (parsed.hasSubcommand()) {
                OutputFile.check(parsed.subcommand());
            }
            return new CommandLine.RunLast().execute(parsed);
        } catch (Output.Failed e) {
            return BAD_INPUT; // help was asked for, and standard output fails again when it is flushed
        }
    }

    private static int refused(Exception exception, CommandLine command) throws Exception {
        PrintWriter problems = command.getErr();
        Locale locale = locale(command.getCommandSpec());
        if (exception instanceof PolicyException refused) {
            problems.println(locale.equals(Locale.ENGLISH) ? refused.getMessage() : refused.message(locale));
        } else if (exception instanceof Output.Failed failed) {
            if (!failed.isStandard()) { // standard output fails again when it is flushed
                problems.println(failed.problem().toString(locale));
            }
        } else if (exception instanceof InvalidPathException name) {
            problems.println(UsageWords.NAME.of(Screen.onOneLine(name.getInput()), UsageWords.PATH.of()).in(locale));
            return command.getCommandSpec().exitCodeOnInvalidInput();
        } else {
            throw exception;
        }
        return BAD_INPUT;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new WrongUsage.WrongValue(UsageWords.PATH);
        }
    }

    private static Locale language(CommandLine command) {
        CommandLine.ParseResult parsed = command.getParseResult();
        return parsed != null && parsed.hasSubcommand() ? locale(parsed.subcommand().commandSpec()) : Locale.ENGLISH;
    }

    /** The language that was asked for, where a command has one. */
    private static Locale locale(CommandSpec command) {
        return command.mixins().values().stream().map(CommandSpec::userObject).filter(LanguageOption.class::isInstance)
                .map(option -> ((LanguageOption) option).locale()).findFirst().orElse(Locale.ENGLISH);
    }

    @Override
    public void run() {
        throw new RefusedArguments(spec.commandLine(),
                UsageWords.COMMAND.of(String.join(", ", spec.subcommands().keySet())));
    }

    /** The option that every command with rules has. */
    static final class RulesOption {

        @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rulesOption",
                description = "Rule files to use instead of the library's. Nothing in them is executed.")
        private @Nullable Path directory;

        SupportPolicy policy() {
            return policy(directory);
        }

        /** The policy of a working copy that has rule files of its own, unless other rules were asked for. */
        SupportPolicy policyBeside(Path place) {
            boolean own = directory == null && Files.isDirectory(place) && holdsRules(place);
            return policy(own ? place : directory);
        }

        private static boolean holdsRules(Path place) {
            try (var files = Files.list(place)) {
                return files.anyMatch(file -> file.toString().endsWith(".drl"));
            } catch (IOException e) {
                return false; // whoever reads the directory says what is wrong with it
            }
        }

        private static SupportPolicy policy(@Nullable Path directory) {
            return directory == null ? SupportPolicy.standard() : SupportPolicy.load(directory);
        }
    }

    /** The version of the library. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            Properties library = new Properties();
            try (InputStream file = Objects.requireNonNull(Main.class.getResourceAsStream("/org/supportpolicy/version.properties"))) {
                library.load(file);
            }
            return new String[] {"support-policy " + library.getProperty("version")};
        }
    }
}
