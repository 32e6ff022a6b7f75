package org.supportpolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.supportpolicy.SupportPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which answers another fact would change. */
@Command(name = "what-if", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every fact set was looked at",
            "1:a fact set, a line or a file could not be decided, which is said; the others were. "
                + "Or the output could not be written to its end",
            Main.WRONG_USAGE},
        description = "Says which single facts of a ticket would change an answer if they were others, section by section.")
final class ShowWhatIf implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files with fact sets; - for standard input.")
    private List<String> files;

    @Mixin
    private StrictOption strict;

    @Mixin
    private Main.LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Spec
    private CommandSpec spec;

    private final InputStream in;
    private final Output out;

    ShowWhatIf(InputStream in, Output out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        SupportPolicy policy = rules.policy();
        FactSetFiles tickets = new FactSetFiles(strict.reader(), in, spec.commandLine().getErr(), out::flush, language.locale());
        tickets.each(files, facts -> policy.whatIf(facts).explain(language.locale()), out::line);
        return tickets.status();
    }
}
