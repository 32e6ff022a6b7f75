package org.supportpolicy.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Clause;
import org.supportpolicy.internal.check.Vocabulary;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.Limits;
import org.supportpolicy.internal.source.PlainFile;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;

/**
 * The files of a working copy as they are being edited, and the words that they can speak of.
 *
 * @param draft what could be read of rules and texts
 * @param words what rules can speak of
 * @param rules rule files, the declarations among them, by their paths in the copy
 * @param texts clause texts and readings that stand in the copy
 * @param scenarios scenario files
 */
record EditedCopy(Draft draft, Vocabulary words, Map<String, Lines> rules, Map<String, Lines> texts, Map<String, Lines> scenarios) {

    static EditedCopy read(Path directory, Map<String, String> unsaved) {
        PolicyFiles files = PolicyFiles.in(directory, unsaved, new ArrayList<>());
        Draft draft = Draft.read(files);
        Map<String, Lines> texts = new LinkedHashMap<>();
        files.texts().stream().filter(file -> unsaved.containsKey(file.fileName()) || Files.exists(directory.resolve(file.fileName())))
                .forEach(file -> texts.put(file.fileName(), new Lines(file.fileName(), file.text())));
        Map<String, Lines> rules = new LinkedHashMap<>();
        files.rules().forEach(file -> rules.put(file.fileName(), new Lines(file.fileName(), file.text())));
        return new EditedCopy(draft, Vocabulary.of(draft), rules, texts, scenarios(directory, unsaved));
    }

    private static Map<String, Lines> scenarios(Path directory, Map<String, String> unsaved) {
        Map<String, Lines> scenarios = new TreeMap<>();
        for (Path file : scenarioFiles(directory)) {
            String name = directory.relativize(file).toString().replace('\\', '/');
            try {
                scenarios.put(name, new Lines(name, unsaved.containsKey(name) ? "" : PlainFile.text(file, Limits.SCENARIO_FILE)));
            } catch (PlainFile.Unread e) {
                continue; // which is said among the problems of the copy
            }
        }
        unsaved.keySet().stream().filter(EditedCopy::isScenarios)
                .forEach(name -> scenarios.put(name, new Lines(name, unsaved.get(name))));
        return scenarios;
    }

    private static boolean isScenarios(String name) {
        return name.startsWith(WorkingCopy.SCENARIOS + "/") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static List<Path> scenarioFiles(Path directory) {
        Path place = directory.resolve(WorkingCopy.SCENARIOS);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> isScenarios(directory.relativize(file).toString().replace('\\', '/')))
                    .limit(Limits.SCENARIO_FILES).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // which is said among the problems of the copy
        }
    }

    /** The ids of the clauses, in the order of the text. */
    Set<String> clauses() {
        return draft.clauses().clauses().stream().map(Clause::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The ids of the readings. */
    Set<String> readings() {
        return draft.readings().places().keySet();
    }

    /** The text of a file; empty when it is none of the copy. */
    Optional<Lines> lines(String file) {
        return Stream.of(rules, texts, scenarios).map(files -> files.get(file)).filter(found -> found != null).findFirst();
    }

    /** A rule file as it is read. */
    static RuleFile file(String name, Lines lines) {
        return new RuleFile(name, lines.text());
    }
}
