package org.supportpolicy.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.source.PolicyFiles;

/** A directory in which an analyst edits a policy: rule files, clause texts, and scenarios. */
public final class WorkingCopy {

    private WorkingCopy() {}

    /**
     * Copies the standard rules, clause texts and scenarios into a directory, which is made when it is not there.
     *
     * @return the files that were written, relative to the directory
     * @throws PolicyException if the directory holds anything already, or cannot be written
     */
    public static List<Path> init(Path directory) {
        Objects.requireNonNull(directory, "The directory must be given.");
        try {
            if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS) && !isEmpty(directory)) {
                throw refused(Problem.of("SP-W001", directory), directory, null);
            }
            Map<Path, String> files = new TreeMap<>();
            PolicyFiles.library().forEach((name, text) -> files.put(Path.of(name), text));
            for (Map.Entry<Path, String> file : files.entrySet()) {
                Path target = directory.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
            return List.copyOf(files.keySet());
        } catch (IOException e) {
            throw refused(Problem.of("SP-W002", directory, why(e)), directory, e);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Object why(IOException e) {
        if (e instanceof AccessDeniedException || e instanceof NoSuchFileException) {
            return Problem.of(e instanceof AccessDeniedException ? "why.denied" : "why.no-directory").said();
        }
        String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private static PolicyException refused(Problem problem, Path directory, @Nullable Throwable cause) {
        return new PolicyException("The working copy", List.of(problem.in(directory.toString())), cause);
    }
}
