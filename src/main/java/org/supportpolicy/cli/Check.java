package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.supportpolicy.Problem;
import org.supportpolicy.author.CopyChanges;
import org.supportpolicy.author.PolicyCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the rule files of a directory. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:there is no mistake; there may be warnings",
            "1:there are mistakes, or the output could not be written",
            Main.WRONG_USAGE},
        description = "Says every mistake of every rule file and clause text at once, each at its line and column. "
                + "Each code has a page: explain CODE.")
final class Check implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    @Parameters(paramLabel = "DIR", description = "The directory of the rule files.")
    private Path directory;

    @Option(names = "--format", paramLabel = "text|json|sarif",
            description = "For people, or for editors and build servers; text when left out.")
    private Format format = Format.TEXT;

    @Option(names = "--watch", description = "Goes on and checks again whenever a file is written, until Ctrl-C.")
    private boolean watch;

    @Mixin
    private LanguageOption language;

    @Spec
    private CommandSpec spec;

    private final Interrupt interrupt;

    Check(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    /** How problems are written. */
    enum Format { TEXT, JSON, SARIF }

    @Override
    public Integer call() throws InterruptedException {
        if (!watch) {
            return check();
        }
        CopyChanges changes = new CopyChanges(directory);
        int status = check();
        while (changes.await(() -> !interrupt.asked())) {
            status = check();
        }
        return status;
    }

    private int check() {
        List<Problem> problems = PolicyCheck.check(directory);
        print(problems);
        return problems.stream().allMatch(Problem::isWarning) ? Main.OK : Main.BAD_INPUT;
    }

    private void print(List<Problem> problems) {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(ProblemFormat.json(problems, language.locale()));
            case SARIF -> out.println(ProblemFormat.sarif(problems, language.locale()));
            default -> {
                problems.forEach(problem -> out.println(problem.toString(language.locale()) + "\n"));
                out.println((watch ? TIME.format(LocalTime.now()) + "  " : "") + sum(problems, language.locale()));
            }
        }
        out.flush();
    }

    /** How many problems there are, and how many warnings. */
    static String sum(List<Problem> problems, Locale locale) {
        long warnings = problems.stream().filter(Problem::isWarning).count();
        long errors = problems.size() - warnings;
        Problem.Said sum = new Problem.Said(
                errors == 0 ? "No problem." : errors == 1 ? "1 problem." : errors + " problems.",
                errors == 0 ? "Geen probleem." : errors == 1 ? "1 probleem." : errors + " problemen.");
        Problem.Said apart = new Problem.Said(
                warnings == 0 ? "" : warnings == 1 ? " 1 warning." : " " + warnings + " warnings.",
                warnings == 0 ? "" : warnings == 1 ? " 1 waarschuwing." : " " + warnings + " waarschuwingen.");
        return sum.in(locale) + apart.in(locale);
    }
}
