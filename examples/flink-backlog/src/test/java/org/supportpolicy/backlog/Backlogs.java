package org.supportpolicy.backlog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Backlogs to be decided, and what was written of them. */
final class Backlogs {

    static final Path ROOT = Path.of(System.getProperty("project.root", ""));

    private Backlogs() {}

    /** Writes so many fact sets: those of the examples again and again, each with a number of its own. */
    static Path write(Path file, int lines) throws IOException {
        List<String> examples = examples();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < lines; i++) {
                out.write(examples.get(i % examples.size()).replaceFirst("\"number\": \"[^\"]*\"", "\"number\": \"T-" + i + "\""));
                out.write('\n');
            }
        }
        return file;
    }

    private static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>(Files.readAllLines(ROOT.resolve("examples/tickets.jsonl")));
        try (Stream<Path> files = Files.list(ROOT.resolve("examples/tickets"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                if (file.toString().endsWith(".json")) {
                    examples.add(Files.readString(file).replaceAll("\\s*\n\\s*", " ").strip());
                }
            }
        }
        return examples;
    }

    /** A policy that lets a ticket be reopened for a day more, written into a directory. */
    static Path edited(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(ROOT.resolve("src/main/resources/rules"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        Path closure = directory.resolve("closure.drl");
        String text = Files.readString(closure);
        Files.writeString(closure, text.replace("daysAfter( 7, $marked", "daysAfter( 8, $marked"));
        return directory;
    }

    /** The lines of all files in a directory that were written to their end, sorted; none where there is no directory. */
    static List<String> sorted(Path directory) throws IOException {
        List<String> lines = new ArrayList<>();
        if (!Files.exists(directory)) {
            return lines;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.isRegularFile(file) && !Files.isHidden(file)) {
                    lines.addAll(Files.readAllLines(file));
                }
            }
        }
        lines.sort(null);
        return lines;
    }
}
