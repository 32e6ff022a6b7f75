package org.supportpolicy.workbench.lsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.supportpolicy.author.WorkingCopy;

/** The working copies that the folders of an editor are or contain: directories with rule files. Thread-safe. */
final class Copies {

    private static final int DEEPEST = 6;

    private final Map<Path, Copy> copies = new ConcurrentSkipListMap<>();
    private volatile List<Path> folders = List.of();
    private volatile Locale locale = Locale.ENGLISH;

    void speak(Locale other) {
        locale = other;
    }

    Locale locale() {
        return locale;
    }

    /** Takes the folders that are open; files elsewhere are not looked at, unless no folder is open. */
    void open(List<Path> open) {
        folders = List.copyOf(open);
        copies.keySet().removeIf(directory -> !isOpen(directory));
        open.forEach(this::find);
    }

    List<Path> folders() {
        return folders;
    }

    List<Copy> all() {
        return List.copyOf(copies.values());
    }

    private boolean isOpen(Path directory) {
        return folders.isEmpty() || folders.stream().anyMatch(directory::startsWith);
    }

    private void find(Path folder) {
        try {
            Files.walkFileTree(folder, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String name = String.valueOf(directory.getFileName());
                    boolean isOthers = !directory.equals(folder) && (name.startsWith(".") || name.equals("node_modules")
                            || name.equals("target"));
                    return isOthers ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isRules(file)) {
                        copies.computeIfAbsent(file.getParent(), Copy::new);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRules(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".drl") && !name.startsWith(".");
    }

    /** The copy that a file belongs to; empty when it belongs to none. */
    Optional<Copy> of(Path file) {
        Path parent = file.getParent();
        if (parent == null || !isOpen(parent)) {
            return Optional.empty();
        }
        String name = file.getFileName().toString();
        if (isRules(file) || name.matches("(policy|readings)\\.(en|nl)\\.md")) {
            return isRules(file) || holdsRules(parent) ? Optional.of(copies.computeIfAbsent(parent, Copy::new)) : Optional.empty();
        }
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            return Optional.empty();
        }
        return Stream.iterate(parent, place -> place != null && isOpen(place), Path::getParent)
                .filter(place -> String.valueOf(place.getFileName()).equals(WorkingCopy.SCENARIOS)).map(Path::getParent)
                .filter(place -> place != null && holdsRules(place)).findFirst()
                .map(place -> copies.computeIfAbsent(place, Copy::new));
    }

    private static boolean holdsRules(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(Copies::isRules);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
