package org.supportpolicy.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.Book;
import org.supportpolicy.author.Coverage;
import org.supportpolicy.author.ScenarioReport;
import org.supportpolicy.author.WorkingCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a policy as a book. */
@Command(name = "book", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:the book was written, whatever it says of the policy",
            "1:the directory cannot be read, or the book could not be written", Main.WRONG_USAGE},
        description = "Writes a policy as a book for those who answer for it: one HTML page with the clauses, their readings, "
                + "rules, scenarios and problems, and the words of the rules, to be read in a browser or printed. Runs the scenarios.")
final class ShowBook implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "DIR",
            description = "The working copy, which may have problems; the library's policy when left out.")
    private @Nullable Path directory;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where it is written; standard output when left out.")
    private @Nullable OutputFile output;

    @Mixin
    private LanguageOption language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        WorkingCopy copy = directory == null ? WorkingCopy.standard() : WorkingCopy.read(directory);
        String page = copy.policy().map(policy -> tried(policy, copy)).orElseGet(() -> Book.of(copy)).html(language.locale());
        if (output == null) {
            spec.commandLine().getOut().print(page);
        } else {
            Output.write(output, page);
        }
        return Main.OK;
    }

    private static Book tried(SupportPolicy policy, WorkingCopy copy) {
        return Book.of(copy).with(ScenarioReport.of(policy, copy.scenarios())).with(Coverage.of(policy, copy.scenarios()));
    }
}
