package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.supportpolicy.Clause;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the clauses of the policy and the rules that carry them out. */
@Command(name = "rules", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every clause is listed",
            "1:the rule files are not sound, or the output could not be written",
            Main.WRONG_USAGE},
        description = "Lists every clause, how it binds, and the rules that carry it out with the place where each is written.")
final class Rules implements Callable<Integer> {

    @Mixin
    private Main.LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SupportPolicy policy = rules.policy();
        Map<String, List<Rule>> byClause = policy.rules().stream().collect(Collectors.groupingBy(Rule::clause));
        for (Clause clause : policy.clauses()) {
            print(clause, byClause.getOrDefault(clause.id(), List.of()));
        }
        return Main.OK;
    }

    private void print(Clause clause, List<Rule> carriers) {
        PrintWriter out = spec.commandLine().getOut();
        Locale locale = language.locale();
        out.println(clause.id() + "  " + clause.modality() + "  " + clause.party());
        for (Rule rule : carriers) {
            out.println("    " + rule.sentence(locale) + "  [" + Screen.place(rule.file(), rule.line()) + "]");
        }
        if (clause.notAutomated() != null) {
            boolean dutch = locale.getLanguage().equals("nl");
            out.println("    " + (dutch ? "niet geautomatiseerd: " + clause.notAutomatedDutch()
                    : "not automated: " + clause.notAutomated()));
        }
    }
}
