package org.supportpolicy.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.ProblemPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what an id stands for. */
@Command(name = "explain", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every id is explained",
            "1:there is no such id (the others are explained), the rule files are not sound, or the output could not be written",
            Main.WRONG_USAGE},
        description = "Shows a clause in its section, a reading with what rests on it, or the page of a problem.")
final class Explain implements Callable<Integer> {

    private static final String CODE = "SP-";

    @Parameters(arity = "1..*", paramLabel = "ID",
            description = "A clause such as closure.reopen, a reading such as AMB-65, or a code such as SP-R034, in capitals or not.")
    private List<String> ids;

    @Mixin
    private LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Spec
    private CommandSpec spec;

    private @Nullable PolicySheets policy;

    @Override
    public Integer call() {
        int status = Main.OK;
        String gap = "";
        for (String id : ids) {
            Optional<Sheet> sheet = isCode(id) ? page(id) : policy().of(id);
            if (sheet.isPresent()) {
                spec.commandLine().getOut().print(gap + sheet.get());
                gap = "\n\n";
            } else {
                spec.commandLine().getErr().print(none(id));
                status = Main.BAD_INPUT;
            }
        }
        return status;
    }

    /** Codes are looked up without the policy, so that one can be explained of a policy that does not load. */
    private static boolean isCode(String id) {
        return id.toUpperCase(Locale.ROOT).startsWith(CODE);
    }

    private Optional<Sheet> page(String id) {
        return ProblemPages.codes().stream().filter(id::equalsIgnoreCase).findFirst()
                .map(code -> new Sheet().markdown(ProblemPages.page(code, language.locale())));
    }

    private PolicySheets policy() {
        if (policy == null) {
            policy = new PolicySheets(rules.policy(), language.locale());
        }
        return policy;
    }

    private Sheet none(String id) {
        List<String> near = Nearest.few(id, isCode(id) ? ProblemPages.codes() : policy().ids());
        Problem none = Problem.of(isCode(id) ? "explain.no-code" : "explain.none", id)
                .maybe(near.isEmpty() ? null : String.join(", ", near));
        return new Sheet().paragraph(0, none.said().in(language.locale())).paragraph(0, none.maybe().in(language.locale()));
    }
}
