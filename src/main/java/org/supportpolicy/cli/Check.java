package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.supportpolicy.Problem;
import org.supportpolicy.author.PolicyCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the rule files of a directory. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        description = "Says every mistake of every rule file and clause text at once, each at its line and column. Each code has a page in docs/problems.")
final class Check implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The directory of the rule files.")
    private Path directory;

    @Option(names = "--format", paramLabel = "text|json|sarif", description = "For people, or for editors and build servers; text when left out.")
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec spec;

    /** How problems are written. */
    enum Format { TEXT, JSON, SARIF }

    @Override
    public Integer call() {
        List<Problem> problems = PolicyCheck.check(directory);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(ProblemFormat.json(problems));
            case SARIF -> out.println(ProblemFormat.sarif(problems));
            default -> {
                problems.forEach(problem -> out.println(problem + "\n"));
                out.println(problems.isEmpty() ? "No problem." : problems.size() == 1 ? "1 problem." : problems.size() + " problems.");
            }
        }
        return problems.isEmpty() ? Main.OK : Main.BAD_INPUT;
    }
}
