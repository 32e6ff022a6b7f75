package org.supportpolicy.backlog;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides a backlog on Flink: in this process when it is started by itself, on a cluster when {@code flink run} starts it. */
@Command(name = "flink-backlog", mixinStandardHelpOptions = true, version = "0.1.0", sortOptions = false,
        description = "Decides the fact sets of files (JSON Lines) or of a table, exactly once, and writes what is said of them to a "
                + "directory or a table. Lines that are refused go to the directory refused in it, with their place.",
        exitCodeListHeading = "%nExit status:%n", exitCodeList = {"0:every line was decided",
            "1:a line was refused, the others were decided; or the rules are bad, or something could not be read or written",
            "2:wrong usage"})
public final class Main implements Callable<Integer> {

    /** What people hear of when it runs by itself, unless the JDK's own settings say otherwise. */
    private static final Logger LOGGED = Logger.getLogger("org.supportpolicy");
    private static final Logger FLINK = Logger.getLogger("org.apache");

    private static final int OK = 0;
    private static final int BAD_INPUT = 1;

    @Parameters(index = "0", paramLabel = "MODE", description = "decide: the decision of each line. changes: for each line that --against "
            + "decides otherwise, the clauses and the answers before and after. counts: lines by answer, clause and change. forecast: "
            + "moments by day and kind.")
    private Order.Mode mode;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE", description = "Files with a fact set a line.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The directory for what is said; empty, but to "
            + "resume.")
    private String out;

    @Option(names = "--rules", paramLabel = "RULES", description = "A directory with rule files, or a jar or zip file of them; the "
            + "library's own when left out. They travel with the job.")
    private String rules = Rules.STANDARD;

    @Option(names = "--fingerprint", paramLabel = "sha256:…", description = "What the fingerprint of the rules must be.")
    private @Nullable String fingerprint;

    @Option(names = "--against", paramLabel = "RULES", description = "For changes and counts: the policy to compare with; standard is the "
            + "library's own.")
    private @Nullable String against;

    @Option(names = "--until", paramLabel = "DATE", description = "For forecast: the last day.")
    private @Nullable LocalDate until;

    @Option(names = "--profile", paramLabel = "full|answers", description = "For decide: the whole decision, or the answers without "
            + "reasons and notes. The whole when left out.")
    private Profile profile = Profile.FULL;

    @Option(names = "--lang", paramLabel = "en|nl", description = "The language of reasons and problems; English when left out.")
    private Language language = Language.EN;

    @Option(names = "--strict", description = "Refuse a fact set with an event that lies after asOf, or before the creation of its ticket.")
    private boolean strict;

    @Option(names = "--url", paramLabel = "JDBC", description = "The database of tables. Its user and password are those of the variables "
            + "BACKLOG_USER and BACKLOG_PASSWORD.")
    private @Nullable String url;

    @Option(names = "--table", paramLabel = "TABLE", description = "Read fact sets from a table (id, facts) instead of files.")
    private @Nullable String table;

    @Option(names = "--to-table", paramLabel = "TABLE", description = "Write what is said to a table (source, position, said) instead of "
            + "files. Not for counts and forecast.")
    private @Nullable String toTable;

    @Option(names = "--parallelism", paramLabel = "N", description = "How many tasks share the work; that of the cluster, or the number of "
            + "processors, when left out.")
    private @Nullable Integer parallelism;

    @Option(names = "--checkpoint-every", paramLabel = "SECONDS", description = "How often there is a checkpoint.")
    private long checkpointSeconds = 10;

    @Option(names = "--checkpoints", paramLabel = "DIR", description = "Keep checkpoints there, so that a run that was ended can "
            + "be resumed.")
    private @Nullable String checkpoints;

    @Option(names = "--resume", paramLabel = "CHECKPOINT", description = "Go on from a checkpoint: the directory chk-… of one.")
    private @Nullable String resume;

    @Option(names = "--piece", paramLabel = "MB", description = "How much of a file a task takes at a time.")
    private int piece = 16;

    @Option(names = "--plain", description = "Without Flink: on all processors of this machine, in the order of the lines.")
    private boolean plain;

    @Spec
    private CommandSpec spec;

    /** How much of a decision is written. */
    enum Profile { FULL, ANSWERS }

    /** In which language. */
    enum Language { EN, NL }

    /** Runs the program; on its own it ends the process with the exit status. */
    public static void main(String[] args) {
        if (System.getProperty("java.util.logging.config.file") == null) {
            LOGGED.setLevel(Level.WARNING);
            FLINK.setLevel(Level.SEVERE);
        }
        int status = run(args);
        if (status != OK) {
            System.exit(status);
        }
    }

    static int run(String... args) {
        return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> refused(failure, command)).execute(args);
    }

    @Override
    public Integer call() throws Exception {
        check();
        Rules mine = Rules.at(rules);
        if (fingerprint != null && !fingerprint.equals(mine.fingerprint())) {
            throw new Rules.Differ(mine.fingerprint(), fingerprint);
        }
        Order order = new Order(mode, mine, against == null ? null : Rules.at(against), Locale.forLanguageTag(language.name()), strict,
                profile == Profile.ANSWERS, until);
        if (resume == null && !isEmpty(out)) {
            throw new ParameterException(spec.commandLine(), "The directory of --out (" + out + ") must be empty.");
        }
        if (plain) {
            new PlainRun(order).run(files, Path.of(out));
        } else {
            flink(order);
        }
        return isEmpty(out + "/" + Backlog.REFUSED) ? OK : BAD_INPUT;
    }

    private void flink(Order order) throws Exception {
        Configuration settings = Settings.exactlyOnce(Duration.ofSeconds(checkpointSeconds), checkpoints == null ? null : uri(checkpoints),
                resume == null ? null : uri(resume));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        if (parallelism != null) {
            environment.setParallelism(parallelism);
        }
        new Backlog(order, files.stream().map(Main::uri).toList(), piece * 1024L * 1024, named(table), uri(out), named(toTable))
                .on(environment);
        environment.execute("support-policy " + mode.name().toLowerCase(Locale.ROOT));
    }

    private void check() {
        boolean compares = mode == Order.Mode.CHANGES || mode == Order.Mode.COUNTS;
        String wrong = files.isEmpty() == (table == null) ? "Either files or --table must be given."
                : mode == Order.Mode.CHANGES && against == null ? "changes must have --against."
                : against != null && !compares ? "--against goes with changes and counts."
                : (until == null) == (mode == Order.Mode.FORECAST) ? "--until goes with forecast, which must have it."
                : (table != null || toTable != null) && url == null ? "--table and --to-table must have --url."
                : toTable != null && mode.counts() ? "--to-table goes with decide and changes."
                : plain && (table != null || toTable != null) ? "--plain goes with files."
                : parallelism != null && parallelism < 1 || checkpointSeconds < 1 || piece < 1
                        ? "--parallelism, --checkpoint-every and --piece must be at least 1." : null;
        if (wrong != null) {
            throw new ParameterException(spec.commandLine(), wrong);
        }
    }

    private @Nullable Table named(@Nullable String name) {
        return name == null || url == null ? null : new Table(url, System.getenv().getOrDefault("BACKLOG_USER", ""),
                System.getenv().getOrDefault("BACKLOG_PASSWORD", ""), name);
    }

    /** A path as Flink wants it: with the file system. */
    private static String uri(String path) {
        return path.contains("://") || path.startsWith("file:") ? path : Path.of(path).toAbsolutePath().toUri().toString();
    }

    /** Whether a directory holds nothing that was written to its end; one that is not there does not. */
    private static boolean isEmpty(String directory) throws IOException {
        org.apache.flink.core.fs.Path path = new org.apache.flink.core.fs.Path(URI.create(uri(directory)));
        FileSystem system = path.getFileSystem();
        if (!system.exists(path)) {
            return true;
        }
        for (FileStatus file : system.listStatus(path)) {
            if (file.isDir() ? !isEmpty(file.getPath().toString()) : file.getLen() > 0) {
                return false;
            }
        }
        return true;
    }

    private static int refused(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof ParameterException wrong) {
            command.getErr().println(wrong.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        command.getErr().println(failure instanceof PolicyException bad ? bad.message(Locale.ENGLISH) : reasons(failure));
        return BAD_INPUT;
    }

    /** What a failure says, and each that caused it. */
    private static String reasons(Throwable failure) {
        StringBuilder reasons = new StringBuilder(failure.toString());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            reasons.append("\n  ").append(cause);
        }
        return reasons.toString();
    }
}
