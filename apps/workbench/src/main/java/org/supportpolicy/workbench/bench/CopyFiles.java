package org.supportpolicy.workbench.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.workbench.http.Refused;

/** Reads and writes the files of a working copy, and no other. Thread-safe: one write at a time. */
final class CopyFiles {

    private static final int BAD = 400;
    private static final int MISSING = 404;
    private static final int CONFLICT = 409;
    private static final int FAILED = 500;
    private static final int MOST = 2_000;

    private final Path directory;

    /**
     * The files of a directory.
     *
     * @param directory without links in its path
     */
    CopyFiles(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** The files of the working copy by their paths, each with its version. */
    TreeMap<String, String> versions() throws IOException {
        TreeMap<String, String> versions = new TreeMap<>();
        for (CopyFile file : all()) {
            text(file).ifPresent(text -> versions.put(file.path(), Versions.of(text)));
        }
        return versions;
    }

    private List<CopyFile> all() throws IOException {
        List<CopyFile> files = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(directory) || folder.startsWith(directory.resolve(WorkingCopy.SCENARIOS)) ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                CopyFile.of(directory.relativize(file).toString().replace('\\', '/')).ifPresent(files::add);
                return files.size() > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // whoever checks the working copy says it
            }
        });
        return files;
    }

    /** The file that a path names. */
    static CopyFile named(String path, int otherwise) {
        return CopyFile.of(path).orElseThrow(() -> Refused.of(otherwise, "file.none", path));
    }

    /** What stands in a file; empty when there is none that can be read as text. */
    Optional<String> text(CopyFile file) {
        try {
            Optional<Path> place = place(file).filter(Files::isRegularFile); // of a pipe there may be no end
            return place.isEmpty() ? Optional.empty() : Optional.of(StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(place.get()))).toString());
        } catch (IOException e) {
            return Optional.empty(); // whoever checks the working copy says why
        }
    }

    /**
     * What stands in a file that is to be written; empty when nothing stands there.
     *
     * @throws Refused if something stands there that is no text, which nobody could bring back, or a link that leads out of the
     *     directory
     */
    Optional<String> known(CopyFile file) {
        Optional<String> text = text(file);
        if (text.isEmpty() && stands(file)) {
            throw leadsOut(file) ? Refused.of(BAD, "file.outside", file.path()) : unread(CONFLICT, file);
        }
        return text;
    }

    private boolean leadsOut(CopyFile file) {
        try {
            return place(file).isEmpty();
        } catch (IOException e) {
            return false; // it leads nowhere
        }
    }

    /**
     * What stands in a file that must be there.
     *
     * @throws Refused if nothing stands there, or something that is no text
     */
    String there(CopyFile file) {
        return text(file).orElseThrow(() -> stands(file) ? unread(MISSING, file) : Refused.of(MISSING, "file.gone", file.path()));
    }

    private boolean stands(CopyFile file) {
        return Files.exists(directory.resolve(file.path()), LinkOption.NOFOLLOW_LINKS);
    }

    private static Refused unread(int status, CopyFile file) {
        return Refused.of(status, "file.unread", file.path());
    }

    /** Where a file lies when links are followed; empty when they lead out of the directory. */
    private Optional<Path> place(CopyFile file) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        Path named = directory.resolve(file.path());
        Path existing = named;
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        Path real = existing.toRealPath();
        return real.startsWith(directory) ? Optional.of(real.resolve(existing.relativize(named))) : Optional.empty();
    }

    /** Writes a file as a whole or not at all: what reads it sees the text that stood there or the new one. */
    synchronized void write(CopyFile file, String text) {
        try {
            Path place = place(file).orElseThrow(() -> Refused.of(BAD, "file.outside", file.path()));
            Files.createDirectories(place.getParent());
            Path written = Files.createTempFile(place.getParent(), ".", ".saving");
            try {
                keepPermissions(place, written);
                try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    /** What the file system has against it is no failure of the bench. */
    private static Refused unwritten(CopyFile file, IOException e) {
        int status = e instanceof FileSystemException ? CONFLICT : FAILED;
        return Refused.of(status, "file.unwritten", file.path(), e.getClass().getSimpleName());
    }

    /** Those of the file that is replaced; of a new one those that any new file gets. */
    private static void keepPermissions(Path place, Path written) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(written, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        if (Files.exists(place)) {
            view.setPermissions(Files.getPosixFilePermissions(place));
            return;
        }
        Path usual = written.resolveSibling(written.getFileName() + ".new");
        Files.createFile(usual);
        try {
            view.setPermissions(Files.getPosixFilePermissions(usual));
        } finally {
            Files.delete(usual);
        }
    }

    synchronized void delete(CopyFile file) {
        try {
            Path named = directory.resolve(file.path());
            if (!named.getParent().toRealPath().startsWith(directory)) {
                throw Refused.of(BAD, "file.outside", file.path());
            }
            Files.delete(named); // of a link the link itself
        } catch (NoSuchFileException e) {
            throw Refused.of(MISSING, "file.gone", file.path());
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }
}
