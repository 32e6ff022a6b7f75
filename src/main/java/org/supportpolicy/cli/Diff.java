package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.ChangeMemo;
import org.supportpolicy.author.Edit;
import org.supportpolicy.author.PolicyDiff;
import org.supportpolicy.json.FactSetWriter;
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
            Main.WRONG_USAGE},
        description = "Decides all combinations of facts, and the scenarios, by two policies. Says what was edited, and what "
                + "they decide differently, the smallest case first.")
final class Diff implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD", description = "A directory with rule files, or standard for the library's.")
    private String old;

    @Parameters(index = "1", paramLabel = "NEW", description = "The same.")
    private String latter;

    @Option(names = "--memo", paramLabel = "FILE.md",
            description = "Write a memo for those who approve the change, in the language of --lang.")
    private @Nullable Path memo;

    @Mixin
    private Main.LanguageOption language;

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
        PrintWriter out = spec.commandLine().getOut();
        List<Edit> edits = diff.edits();
        edits.forEach(edit -> print(edit, out));
        report.changes().forEach(change -> print(change, out));
        out.println(String.format(Locale.ROOT, "%s tried, %,d decided differently, in %s; %s.%s", Count.factSets(report.tried()),
                report.changes().stream().mapToInt(PolicyDiff.Change::count).sum(), Count.of(report.changes().size(), "way", "ways"),
                Count.of(edits.size(), "edit", "edits"),
                report.undecided() == 0 ? "" : String.format(Locale.ROOT, " Neither policy can decide %,d.", report.undecided())));
        if (memo != null) {
            Output.write(memo, note.markdown());
        }
        return report.isDecided() ? Main.OK : Main.BAD_INPUT;
    }

    private void print(Edit edit, PrintWriter out) {
        out.println((edit.clause().isEmpty() ? "" : edit.clause() + ", ") + Problem.of("edit." + edit.kind()).said().in(language.locale())
                + edit.rule().map(rule -> " (" + rule + ")").orElse(""));
        edit.before().ifPresent(text -> text.lines().forEach(line -> out.println("  - " + line)));
        edit.after().ifPresent(text -> text.lines().forEach(line -> out.println("  + " + line)));
        out.println();
    }

    private static void print(PolicyDiff.Change change, PrintWriter out) {
        ZoneId zone = change.witness().now().zone();
        out.println(String.join(", ", change.clauses()) + ": " + String.join(", ", change.answers())
                + " (" + Count.factSets(change.count()) + ")");
        if (change.from().isPresent()) {
            out.println("    from " + moment(change.from(), zone)
                    + change.until().map(until -> " until " + moment(Optional.of(until), zone)).orElse(""));
        }
        change.differences().forEach(difference -> out.println(
                "    " + difference.answer() + ": " + said(difference.before()) + " -> " + said(difference.after())));
        out.println("    for " + new FactSetWriter().write(change.witness()));
        out.println();
    }

    private static String moment(Optional<Instant> instant, ZoneId zone) {
        return instant.orElseThrow().atZone(zone).toOffsetDateTime().toString();
    }

    private static String said(@Nullable Object value) {
        return value == null ? "absent" : value.toString();
    }
}
