package org.supportpolicy.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.words.Quoted;

/**
 * A directory from which a policy is read. It may be a link, and so may its files as long as they lie within it. Only plain files
 * are opened, since a pipe would keep its reader waiting, and none is read further than a file of a policy may go.
 *
 * @param given the directory as it was named, for problems
 * @param real where it is now
 */
record PolicyDirectory(Path given, Path real) {

    private static final int MOST_BYTES = 4 * Limits.FILE;

    /**
     * Finds out where a directory is now.
     *
     * @throws PolicyException if it is not there
     */
    static PolicyDirectory at(Path given) {
        try {
            return new PolicyDirectory(given, given.toRealPath());
        } catch (IOException e) {
            throw refused(given, "SP-R001", e);
        }
    }

    /**
     * Its rule files by name, as far as a policy may have them and one more. Names that begin with a dot are the editors' own.
     *
     * @throws IOException if it cannot be read
     */
    List<Path> rules() throws IOException {
        try (Stream<Path> entries = Files.list(real)) {
            return entries.filter(path -> isRules(path.getFileName().toString())).limit(Limits.FILES + 1L)
                    .sorted(Comparator.comparing(path -> path.getFileName().toString())).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isRules(String name) {
        return name.endsWith(".drl") && !name.startsWith(".");
    }

    /**
     * What stands in it.
     *
     * @param problems gets what is wrong with single files
     * @throws PolicyException if it cannot be read, or holds no rule file or too many
     */
    PolicyFiles read(List<Problem> problems) {
        List<Path> paths;
        try {
            paths = rules();
        } catch (IOException e) {
            throw refused(given, "SP-R001", e);
        }
        if (paths.isEmpty()) {
            throw refused(given, "SP-R002", null);
        }
        if (paths.size() > Limits.FILES) {
            throw refused(given, "SP-R004.files", null, Limits.FILES);
        }
        List<RuleFile> rules = new ArrayList<>();
        paths.forEach(path -> addTo(rules, path, problems));
        List<RuleFile> texts = new ArrayList<>();
        for (String name : PolicyFiles.TEXTS) {
            Path beside = real.resolve(name);
            if (!Files.exists(beside, LinkOption.NOFOLLOW_LINKS) || !addTo(texts, beside, problems)) {
                texts.add(PolicyFiles.resource(name));
            }
        }
        return new PolicyFiles(List.copyOf(rules), texts);
    }

    static PolicyException refused(Path directory, String key, @Nullable IOException cause, Object... more) {
        List<Object> values = new ArrayList<>(List.of(directory));
        values.addAll(List.of(more));
        return new PolicyException("The policy", List.of(Problem.of(key, values.toArray()).in(shown(directory.toString()))), cause);
    }

    private boolean addTo(List<RuleFile> files, Path path, List<Problem> problems) {
        String name = shown(given.toString()) + given.getFileSystem().getSeparator() + shown(path.getFileName().toString());
        Problem problem;
        try {
            Path file = path.toRealPath();
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!file.startsWith(real)) {
                problem = Problem.of("SP-R003.outside");
            } else if (!attributes.isRegularFile()) {
                problem = Problem.of("SP-R003.regular");
            } else {
                byte[] bytes = attributes.size() > MOST_BYTES ? null : start(file);
                String text = bytes == null || bytes.length > MOST_BYTES ? null : decoded(bytes);
                if (text != null && text.length() <= Limits.FILE) {
                    return files.add(new RuleFile(name, text));
                }
                problem = Problem.of("SP-R004", Limits.FILE);
            }
        } catch (CharacterCodingException e) {
            problem = Problem.of("SP-R003");
        } catch (IOException e) {
            problem = Problem.of("SP-R003.readable");
        }
        problems.add(problem.in(name));
        return false;
    }

    /** A file to its end, or to just behind what a file may hold: it may grow while it is read. */
    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Channels.newInputStream(FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** A name as a problem or a log can hold it: on one line, not endless. */
    static String shown(String name) {
        return Quoted.piece(name.replace('\t', ' '));
    }
}
