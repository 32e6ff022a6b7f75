package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, what was probably meant, and where help is. */
final class WrongUsage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            unknown(command, unmatched.getUnmatched().get(0), err);
        } else {
            err.println(wrong.getMessage());
        }
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static void unknown(CommandLine command, String word, PrintWriter err) {
        boolean option = word.startsWith("-") && word.length() > 1;
        String name = word.replaceFirst("=.*", "");
        Collection<String> known = option ? command.getCommandSpec().optionsMap().keySet() : command.getSubcommands().keySet();
        err.println("There is no " + (option ? "option " : known.isEmpty() ? "place for " : "command ") + Screen.onOneLine(name) + ".");
        Nearest.one(name, known).ifPresent(meant -> err.println("Maybe " + meant + "."));
    }
}
