package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.Book;
import org.supportpolicy.author.Coverage;
import org.supportpolicy.author.MutantReport;
import org.supportpolicy.verify.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what the scenarios of a working copy try. */
@Command(name = "coverage", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:what is covered was said, whatever it is",
            "1:a rule file or scenario is bad, or a page could not be written",
            Main.WRONG_USAGE},
        description = "Says which rules and which single conditions the scenarios of a working copy try both ways.")
final class ShowCoverage implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The working copy.")
    private Path directory;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page to look at in a browser.")
    private @Nullable OutputFile page;

    @Option(names = "--mutants",
            description = "Make small mistakes in the rules and say which of them no scenario notices. Takes minutes.")
    private boolean mutants;

    @Mixin
    private LanguageOption language;

    @Spec
    private CommandSpec spec;

    private int status = Main.OK;

    @Override
    public Integer call() {
        SupportPolicy policy = SupportPolicy.load(directory);
        List<Scenario> scenarios = Policies.scenarios(policy, directory).stream().filter(scenario -> isDecided(scenario, policy)).toList();
        Coverage coverage = Coverage.of(policy, scenarios);
        PrintWriter out = spec.commandLine().getOut();
        out.println(coverage.explain(language.locale()));
        if (page != null) {
            Output.write(page, Book.coverage(policy, coverage, language.locale()));
        }
        if (mutants) {
            out.println(MutantReport.of(policy, scenarios, true).explain(language.locale()));
        }
        return status;
    }

    /** Whether a scenario can be decided; it is said when not, and the others still count. */
    private boolean isDecided(Scenario scenario, SupportPolicy policy) {
        try {
            policy.decide(scenario.facts());
            return true;
        } catch (PolicyException e) {
            spec.commandLine().getErr().println(Undecided.said(scenario, e, language.locale()));
            status = Main.BAD_INPUT;
            return false;
        }
    }
}
