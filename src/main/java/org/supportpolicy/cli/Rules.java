package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.supportpolicy.Clause;
import org.supportpolicy.Problem;
import org.supportpolicy.Reading;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the clauses of the policy and the rules that carry them out. */
@Command(name = "rules", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:everything is listed",
            "1:the rule files are not sound, or the output could not be written",
            Main.WRONG_USAGE},
        description = "Lists every clause, how it binds, the rules that carry it out with the place where each is written, and "
                + "the readings these rest on. The command explain says more of each.")
final class Rules implements Callable<Integer> {

    @Mixin
    private LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Option(names = "--readings", description = "List the readings instead: what is adopted where the policy leaves something open.")
    private boolean readings;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SupportPolicy policy = rules.policy();
        if (readings) {
            policy.readings().forEach(this::print);
            return Main.OK;
        }
        Map<String, List<Rule>> byClause = policy.rules().stream().collect(Collectors.groupingBy(Rule::clause));
        for (Clause clause : policy.clauses()) {
            print(clause, byClause.getOrDefault(clause.id(), List.of()));
        }
        return Main.OK;
    }

    private void print(Reading reading) {
        spec.commandLine().getOut().print(new Sheet().paragraph(0, ReadAs.named(reading, language.locale()))
                .paragraph(1, reading.text(language.locale()).adopted()));
    }

    private void print(Clause clause, List<Rule> carriers) {
        PrintWriter out = spec.commandLine().getOut();
        Locale locale = language.locale();
        out.println(clause.id() + "  " + clause.modality() + "  " + clause.party());
        for (Rule rule : carriers) {
            out.println("    " + rule.sentence(locale) + "  [" + Screen.place(rule.file(), rule.line()) + "]");
        }
        ReadAs.of(carriers, locale).ifPresent(readings -> out.println("    " + Problem.of("rules.read-as", readings).said().in(locale)));
        if (clause.notAutomated() != null) {
            boolean dutch = locale.getLanguage().equals("nl");
            out.println("    " + (dutch ? "niet geautomatiseerd: " + clause.notAutomatedDutch()
                    : "not automated: " + clause.notAutomated()));
        }
    }
}
