package org.supportpolicy.internal.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;

/**
 * What the directory of a policy looks like without a file being opened: two stamps are equal when in between nothing that belongs
 * to the policy was written, replaced, added or removed, and no link was set to something else.
 *
 * @param real where the directory is; null when it is not there
 * @param files for the name of each file what the file system says of it; empty when the directory cannot be read
 */
public record DirectoryStamp(@Nullable Path real, Map<String, List<?>> files) {

    /** The stamp of a directory now; it need not be there. */
    public static DirectoryStamp of(Path directory) {
        Path real = null;
        Map<String, List<?>> files = new LinkedHashMap<>();
        try {
            PolicyDirectory found = PolicyDirectory.at(directory, Map.of());
            real = found.real();
            Stream.concat(found.rules().stream(), PolicyFiles.TEXTS.stream().map(real::resolve))
                    .forEach(path -> files.put(path.getFileName().toString(), stamp(path)));
        } catch (IOException | PolicyException e) {
            files.clear();
        }
        return new DirectoryStamp(real, files);
    }

    /** The same of every file in a directory, at whatever depth; more than scenarios may be are not looked at. */
    public static DirectoryStamp tree(Path directory) {
        Map<String, List<?>> files = new LinkedHashMap<>();
        try (Stream<Path> entries = Files.walk(directory)) {
            entries.limit(2L * Limits.SCENARIO_FILES).sorted()
                    .forEach(path -> files.put(directory.relativize(path).toString(), stamp(path)));
        } catch (IOException | UncheckedIOException e) {
            files.clear();
        }
        return new DirectoryStamp(null, files);
    }

    /** What is said of an entry, and where it is a link, of what it leads to. */
    private static List<?> stamp(Path path) {
        try {
            List<Object> entry = stamp(path, LinkOption.NOFOLLOW_LINKS);
            return Files.isSymbolicLink(path) ? List.of(entry, stamp(path, new LinkOption[0])) : entry;
        } catch (IOException e) {
            return List.of(e.getClass());
        }
    }

    /** Where the file system tells when an entry itself was changed, a file that keeps its size and is dated back is noticed too. */
    private static List<Object> stamp(Path path, LinkOption... options) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return List.copyOf(Files.readAttributes(path, "unix:size,mode,ino,dev,lastModifiedTime,ctime", options).values());
        }
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, options);
        return List.of(attributes.size(), attributes.lastModifiedTime(), attributes.creationTime(), attributes.isRegularFile());
    }
}
