package org.supportpolicy.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.supportpolicy.author.WorkingCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a working copy of the policy. */
@Command(name = "init", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:all files are written",
            "1:the directory is not empty or cannot be written",
            Main.WRONG_USAGE},
        description = "Copies the standard rules, clause texts and scenarios into a directory to work in.")
final class Init implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A directory that is empty or not there yet.")
    private Path directory;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Path> files = WorkingCopy.init(directory);
        spec.commandLine().getOut().println(files.size() + " files written to " + Screen.onOneLine(directory)
                + "; begin with " + Screen.onOneLine(directory.resolve("README.md")) + ".");
        return Main.OK;
    }
}
