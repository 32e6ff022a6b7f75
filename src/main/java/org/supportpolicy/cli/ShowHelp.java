package org.supportpolicy.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Shows the help of the whole, or of a command. */
@Command(name = "help", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:the help was shown", "1:the output could not be written",
            Main.WRONG_USAGE},
        description = "Shows the help of the whole, or of a command.")
final class ShowHelp implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command; the whole when left out.")
    private @Nullable String command;

    @Mixin
    private LanguageOption language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine whole = spec.commandLine().getParent();
        CommandLine shown = command == null ? whole : whole.getSubcommands().get(command);
        if (shown == null) {
            throw new UnmatchedArgumentException(whole, List.of(command));
        }
        shown.usage(spec.commandLine().getOut());
        return Main.OK;
    }
}
