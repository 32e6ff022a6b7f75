package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Problem;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, what was probably meant, and where help is; in the language that they ask for. */
final class WrongUsage implements IParameterExceptionHandler {

    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    /** A value that an option does not take. */
    static final class WrongValue extends TypeConversionException {

        private static final long serialVersionUID = 1L;

        private final transient Problem.Said kind;

        /** Makes it of what the value must be. */
        WrongValue(UsageWords kind) {
            super(kind.of().english());
            this.kind = kind.of();
        }
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        Locale locale = DutchUsage.isAsked(args) ? Locale.forLanguageTag("nl") : Locale.ENGLISH;
        PrintWriter err = command.getErr();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            unknown(command, unmatched.getUnmatched().get(0), locale, err);
        } else {
            err.println(said(wrong, List.of(args)).in(locale));
        }
        err.println(UsageWords.HELP.of(command.getCommandSpec().qualifiedName()).in(locale));
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static void unknown(CommandLine command, String word, Locale locale, PrintWriter err) {
        boolean option = word.startsWith("-") && word.length() > 1;
        String name = word.replaceFirst("=.*", "");
        Collection<String> known = option ? command.getCommandSpec().optionsMap().keySet() : command.getSubcommands().keySet();
        UsageWords words = option ? UsageWords.NO_OPTION : known.isEmpty() ? UsageWords.NO_PLACE : UsageWords.NO_COMMAND;
        err.println(words.of(Screen.onOneLine(name)).in(locale));
        Nearest.one(name, known).ifPresent(meant -> err.println(UsageWords.MAYBE.of(meant).in(locale)));
    }

    private static Problem.Said said(ParameterException wrong, List<String> args) {
        if (wrong instanceof RefusedArguments refused) {
            return refused.said();
        } else if (wrong instanceof MissingParameterException missing) {
            return missing(missing.getMissing(), args);
        } else if (wrong instanceof MutuallyExclusiveArgsException) {
            return UsageWords.ONLY_ONE.of(options(wrong, args));
        } else if (wrong instanceof MaxValuesExceededException || wrong instanceof OverwrittenOptionException) {
            return UsageWords.ONCE.of(options(wrong, args));
        } else if (wrong.getArgSpec() != null) {
            return value(wrong, wrong.getArgSpec());
        }
        return new Problem.Said(wrong.getMessage(), wrong.getMessage());
    }

    private static Problem.Said missing(List<ArgSpec> missing, List<String> args) {
        String names = missing.stream().map(WrongUsage::name).distinct().collect(Collectors.joining(", "));
        boolean isThere = missing.stream().anyMatch(arg -> arg instanceof OptionSpec option
                && args.stream().anyMatch(Set.of(option.names())::contains));
        UsageWords words = isThere ? UsageWords.VALUE : missing.size() > 1 && missing.get(0).group() != null ? UsageWords.MISSING_ONE
                : UsageWords.MISSING;
        return words.of(names);
    }

    private static Problem.Said value(ParameterException wrong, ArgSpec arg) {
        String value = Screen.onOneLine(String.valueOf(wrong.getValue()));
        if (wrong.getCause() instanceof WrongValue known) {
            return UsageWords.KIND.of(name(arg), value, known.kind);
        } else if (arg.type().isEnum()) {
            return UsageWords.ONE_OF.of(name(arg), value, Stream.of(arg.type().getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
        }
        return arg.type() == boolean.class ? UsageWords.NO_VALUE.of(name(arg))
                : UsageWords.KIND.of(name(arg), value, arg.paramLabel());
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    /** The options that the parser names and that were given. */
    private static String options(ParameterException wrong, List<String> args) {
        return OPTION.matcher(wrong.getMessage()).results().map(MatchResult::group).distinct()
                .filter(option -> args.stream().anyMatch(arg -> arg.replaceFirst("=.*", "").equals(option)))
                .collect(Collectors.joining(", "));
    }
}
