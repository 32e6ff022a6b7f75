package org.supportpolicy.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.supportpolicy.author.WorkingCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a working copy of the policy. */
@Command(name = "init", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:all files are written",
            "1:the directory is not empty or cannot be written",
            Main.WRONG_USAGE},
        description = "Copies the standard rules, clause texts and scenarios into a directory to work in; all of them are in both "
            + "languages, the page about them is in the one that is asked for.")
final class Init implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A directory that is empty or not there yet.")
    private Path directory;

    @Mixin
    private LanguageOption language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Path> files = WorkingCopy.init(directory, language.locale());
        spec.commandLine().getOut().println(UsageWords.WRITTEN.of(files.size(), Screen.onOneLine(directory),
                Screen.onOneLine(directory.resolve(WorkingCopy.PAGE))).in(language.locale()));
        return Main.OK;
    }
}
