package org.supportpolicy.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.ChangeMemo;
import org.supportpolicy.author.PolicyDiff;
import org.supportpolicy.verify.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what changes from one policy to another. */
@Command(name = "diff", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:what changes was said, whatever it is",
            "1:a fact set can be decided by neither policy, a rule file or scenario is bad, or the memo could not be written",
            Main.WRONG_USAGE, "3:with --exit-code, something is decided differently"},
        description = "Decides all combinations of facts, and the scenarios, by two policies. Says what was edited, and what "
                + "they decide differently, the smallest case first.")
final class Diff implements Callable<Integer> {

    private static final int DIFFERS = 3;

    @Parameters(index = "0", paramLabel = "OLD", description = "A directory with rule files, or standard for the library's.")
    private String old;

    @Parameters(index = "1", paramLabel = "NEW", description = "The same.")
    private String latter;

    @Option(names = "--memo", paramLabel = "FILE.md",
            description = "Write a memo for those who approve the change, in the language of --lang.")
    private @Nullable OutputFile memo;

    @Option(names = "--exit-code", description = "End with 3 when something is decided differently, as diff of git does with 1.")
    private boolean exitCode;

    @Mixin
    private LanguageOption language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SupportPolicy before = Policies.at(old);
        SupportPolicy after = Policies.at(latter);
        List<Scenario> scenarios = new ArrayList<>(old.equals(Policies.STANDARD) ? List.of() : Policies.scenarios(before, Path.of(old)));
        scenarios.addAll(latter.equals(Policies.STANDARD) ? List.of() : Policies.scenarios(after, Path.of(latter)));
        PolicyDiff diff = PolicyDiff.between(before, after);
        ChangeMemo note = ChangeMemo.between(before, after, language.locale());
        PolicyDiff.Report report = memo == null ? diff.report(scenarios) : note.report(scenarios);
        spec.commandLine().getOut().println(diff.explain(report, language.locale()));
        if (memo != null) {
            Output.write(memo, note.markdown());
        }
        if (!report.isDecided()) {
            return Main.BAD_INPUT;
        }
        return exitCode && !report.changes().isEmpty() ? DIFFERS : Main.OK;
    }
}
