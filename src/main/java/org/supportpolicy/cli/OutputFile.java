package org.supportpolicy.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.supportpolicy.author.WorkingCopy;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** A file that a command writes, and writes over: none that the same command reads. */
record OutputFile(Path path) {

    private static final Path STANDARD_INPUT = Path.of("/dev/stdin");
    /** What is read in a directory that is named. */
    private static final Pattern READ = Pattern.compile(".*\\.(drl|ya?ml)|(policy|readings)\\.(en|nl)\\.md");

    /**
     * Checks the arguments of a command before anything is opened. What is named and not written is taken to be read.
     *
     * @throws ParameterException if what is read would be written over
     */
    static void check(ParseResult command) {
        for (ArgSpec arg : command.matchedArgs()) {
            if (arg.getValue() instanceof OutputFile file && Files.isRegularFile(file.path) && file.isReadBy(command)) {
                throw new ParameterException(command.commandSpec().commandLine(), UsageWords.NOT_READ.of().english(),
                        new WrongUsage.WrongValue(UsageWords.NOT_READ), arg, file.path.toString());
            }
        }
    }

    private boolean isReadBy(ParseResult command) {
        try {
            List<Path> places = command.matchedArgs().stream().map(ArgSpec::<Object>getValue)
                    .flatMap(value -> value instanceof Collection<?> all ? all.stream() : Stream.of(value))
                    .flatMap(OutputFile::places).toList();
            for (Path place : places) {
                if (Files.exists(place) && isReadAt(Files.isDirectory(place) ? place.toRealPath() : place)) {
                    return true;
                }
            }
            return false;
        } catch (InvalidPathException e) {
            throw new ExecutionException(command.commandSpec().commandLine(), e.getMessage(), e);
        } catch (IOException e) {
            return true; // what cannot be told apart is not written over
        }
    }

    /** Where something is read that an argument names; of a working copy the scenarios, too, which may be a link. */
    private static Stream<Path> places(Object value) {
        if (value.equals(LineFiles.STANDARD_INPUT)) {
            return Stream.of(STANDARD_INPUT);
        }
        return value instanceof Path || value instanceof String
                ? Stream.of(Path.of(value.toString()), Path.of(value.toString(), WorkingCopy.SCENARIOS)) : Stream.empty();
    }

    /** Whether it is a file, or one of those that are read in a directory. */
    private boolean isReadAt(Path place) throws IOException {
        boolean[] isRead = {false};
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                boolean counts = each.equals(place) || READ.matcher(each.getFileName().toString()).matches() && Files.exists(each);
                isRead[0] = counts && Files.isSameFile(each, path);
                return isRead[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path each, IOException e) {
                return FileVisitResult.CONTINUE; // whoever reads it says what is wrong with it
            }
        });
        return isRead[0];
    }
}
