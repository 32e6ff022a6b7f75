package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, what was probably meant, and where help is. */
final class WrongUsage implements IParameterExceptionHandler {

    private static final int FARTHEST = 3;

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
        nearest(name, known).ifPresent(meant -> err.println("Maybe " + meant + "."));
    }

    /** The word that is nearest, or that another begins. */
    static Optional<String> nearest(String word, Collection<String> known) {
        Optional<String> begun = known.stream().filter(each -> word.length() > FARTHEST && each.startsWith(word)).findFirst();
        int most = Math.min(FARTHEST, word.length() / 2);
        return begun.isPresent() ? begun : known.stream().filter(each -> distance(word, each) <= most)
                .min(Comparator.comparingInt(each -> distance(word, each)));
    }

    /** How many letters must be put in, left out or changed to make the one of the other. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= Math.min(one.length(), 100); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()] + Math.max(0, one.length() - 100);
    }
}
