package org.supportpolicy.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.GapReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for gaps and conflicts. */
@Command(name = "gaps", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS,
        exitCodeList = {"0:there is no gap, no conflict, no early answer, and no rule that never fires",
            "1:there are, or a rule file or scenario is bad",
            Main.WRONG_USAGE},
        description = "Decides all combinations of facts and says for which there is no answer, "
                + "for which there are two, for which one is given although something unknown changes it, "
                + "which cannot be decided, and which rules never fire.")
final class Gaps implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The working copy; its scenarios count where a rule is looked for that fires.")
    private Path directory;

    @Mixin
    private LanguageOption language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SupportPolicy policy = SupportPolicy.load(directory);
        GapReport report = GapReport.of(policy, Policies.scenarios(policy, directory));
        spec.commandLine().getOut().println(report.explain(language.locale()));
        return report.isClean() ? Main.OK : Main.BAD_INPUT;
    }
}
