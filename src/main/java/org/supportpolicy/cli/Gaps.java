package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.GapReport;
import org.supportpolicy.json.FactSetWriter;
import picocli.CommandLine.Command;
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

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SupportPolicy policy = Policies.at(directory.toString());
        GapReport report = GapReport.of(policy, Policies.scenarios(policy, directory));
        PrintWriter out = spec.commandLine().getOut();
        report.findings().forEach(found -> {
            String where = "in " + combinations(found.count()) + " of " + found.section();
            out.println(switch (found.kind()) {
                case NO_ANSWER -> "No answer: " + found.subject() + " is undetermined and nothing says why, " + where + ".";
                case TWO_ANSWERS -> "Two answers, " + where + ": " + found.subject();
                case EARLY -> "Too early, " + where + ": " + found.subject() + ".";
                case FAILS -> "Fails, " + where + ": " + found.subject();
            });
            found.rules().forEach(rule -> out.println("    " + rule.name() + "  [" + Screen.place(rule.file(), rule.line()) + "]"));
            out.println("    for " + new FactSetWriter().write(found.witness()));
        });
        report.silent().forEach(rule -> out.println("Never fires: " + rule.name() + "  [" + Screen.place(rule.file(), rule.line()) + "]"));
        report.combinations().forEach((section, count) ->
                out.println(String.format(Locale.ROOT, "%,9d combinations of %s", count, section)));
        out.println(String.format(Locale.ROOT, "%,9d combinations decided.%s",
                report.combinations().values().stream().mapToInt(Integer::intValue).sum(),
                report.isClean() ? " No gap, no conflict, no early answer, no rule that never fires." : ""));
        return report.isClean() ? Main.OK : Main.BAD_INPUT;
    }

    private static String combinations(int number) {
        return Count.of(number, "combination", "combinations");
    }
}
