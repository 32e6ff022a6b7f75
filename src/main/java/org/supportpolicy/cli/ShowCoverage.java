package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.Coverage;
import org.supportpolicy.author.CoveragePage;
import org.supportpolicy.author.MutantReport;
import org.supportpolicy.json.FactSetWriter;
import org.supportpolicy.verify.Scenario;
import picocli.CommandLine.Command;
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
    private @Nullable Path page;

    @Option(names = "--mutants",
            description = "Make small mistakes in the rules and say which of them no scenario notices. Takes minutes.")
    private boolean mutants;

    @Spec
    private CommandSpec spec;

    private int status = Main.OK;

    @Override
    public Integer call() {
        SupportPolicy policy = SupportPolicy.load(directory);
        List<Scenario> scenarios = Policies.scenarios(policy, directory).stream().filter(scenario -> isDecided(scenario, policy)).toList();
        Coverage coverage = Coverage.of(policy, scenarios);
        PrintWriter out = spec.commandLine().getOut();
        for (Coverage.RuleCoverage rule : coverage.rules()) {
            if (!rule.isTriedBothWays()) {
                out.println(Screen.place(rule.rule().file(), rule.rule().line()) + "  [" + rule.rule().clause() + "] " + rule.rule().name()
                        + (rule.fired() == 0 ? "  never fires" : "  is never silent"));
            }
            rule.conditions().stream().filter(condition -> !condition.isTriedBothWays()).forEach(condition -> out.println(
                    Screen.place(rule.rule().file(), condition.line())
                    + "  [" + rule.rule().clause() + "] " + condition.text()
                    + (condition.held() ? "  never fails" : condition.failed() ? "  never holds" : "  is never tried")));
        }
        out.println(String.format(Locale.ROOT, "%s: %,d of %,d rules and %,d of %,d single conditions tried both ways.",
                Count.of(coverage.scenarios(), "scenario", "scenarios"), coverage.rulesTried(),
                coverage.rules().size(), coverage.conditionsTried(), coverage.conditions()));
        if (page != null) {
            Output.write(page, CoveragePage.html(coverage, policy.clauses()));
        }
        if (mutants) {
            print(MutantReport.of(policy, scenarios, true), out);
        }
        return status;
    }

    /** Whether a scenario can be decided; it is said when not, and the others still count. */
    private boolean isDecided(Scenario scenario, SupportPolicy policy) {
        try {
            policy.decide(scenario.facts());
            return true;
        } catch (PolicyException e) {
            spec.commandLine().getErr().println(Undecided.said(scenario, e, Locale.ENGLISH));
            status = Main.BAD_INPUT;
            return false;
        }
    }

    private static void print(MutantReport report, PrintWriter out) {
        for (MutantReport.Survivor survivor : report.survivors()) {
            out.println(Screen.place(survivor.file(), survivor.line()) + "  " + survivor.what());
            out.println(survivor.witness()
                    .map(witness -> "    no scenario notices, though it changes " + new FactSetWriter().write(witness))
                    .orElse("    cannot matter: no combination of facts is decided differently"));
        }
        out.println(String.format(Locale.ROOT, "%,d small mistakes made in the rules, and %,d more that a check refuses: "
                + "the scenarios notice %.1f %%; %,d go unnoticed, of which %,d cannot matter.",
                report.mutants(), report.refused(), 100 * report.noticed(), report.survivors().size(),
                report.survivors().stream().filter(survivor -> survivor.witness().isEmpty()).count()));
    }
}
