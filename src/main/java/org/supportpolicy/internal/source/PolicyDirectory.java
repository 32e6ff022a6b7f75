package org.supportpolicy.internal.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
 * @param unsaved by the names of their files, texts that are being edited and count instead of what is written
 */
record PolicyDirectory(Path given, Path real, Map<String, String> unsaved) {

    private static final int MOST_BYTES = 4 * Limits.FILE;

    /**
     * Finds out where a directory is now.
     *
     * @throws PolicyException if it is not there
     */
    static PolicyDirectory at(Path given, Map<String, String> unsaved) {
        try {
            return new PolicyDirectory(given, given.toRealPath(), unsaved);
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
        if (!Files.isDirectory(real)) {
            throw new NotDirectoryException(given.toString()); // listing opens it first, and a pipe would keep whoever does so waiting
        }
        try (Stream<Path> entries = Files.list(real)) {
            return Stream.concat(entries, unsaved.keySet().stream().map(real::resolve)).distinct()
                    .filter(path -> isRules(path.getFileName().toString())).limit(Limits.FILES + 1L)
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
     * @throws PolicyException if it cannot be read, or holds no rule file, too many or too large ones
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
        long length = 0;
        for (Path path : paths) {
            length += addTo(rules, path, problems) ? rules.get(rules.size() - 1).text().length() : 0;
            if (length > Limits.POLICY) {
                throw refused(given, "SP-R004.policy", null, Limits.POLICY);
            }
        }
        List<RuleFile> texts = new ArrayList<>();
        for (String name : PolicyFiles.TEXTS) {
            Path beside = real.resolve(name);
            boolean isThere = unsaved.containsKey(name) || Files.exists(beside, LinkOption.NOFOLLOW_LINKS);
            if (!isThere || !addTo(texts, beside, problems)) {
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
            String text = text(path);
            if (text != null && text.length() <= Limits.FILE) {
                return files.add(new RuleFile(name, text));
            }
            problem = text == null ? Problem.of("SP-R003.outside") : Problem.of("SP-R004", Limits.FILE);
        } catch (PlainFile.Unread e) {
            problem = switch (e.fault()) {
                case MISSING, UNREADABLE -> Problem.of("SP-R003.readable");
                case NOT_PLAIN -> Problem.of("SP-R003.regular");
                case TOO_LARGE -> Problem.of("SP-R004", Limits.FILE);
                case NOT_UTF8 -> e.at(Problem.of("SP-R003"));
            };
        } catch (IOException e) {
            problem = Problem.of("SP-R003.readable");
        }
        problems.add(problem.in(name));
        return false;
    }

    /** What a file holds; null when it lies elsewhere. */
    private @Nullable String text(Path path) throws IOException, PlainFile.Unread {
        String edited = unsaved.get(path.getFileName().toString());
        if (edited != null) {
            return edited;
        }
        Path file = path.toRealPath();
        return file.startsWith(real) ? PlainFile.text(file, MOST_BYTES) : null;
    }

    /** A name as a problem or a log can hold it: on one line, not endless. */
    static String shown(String name) {
        return Quoted.piece(name.replace('\t', ' '));
    }
}
