package org.supportpolicy.verify;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.supportpolicy.Clause;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.internal.environment.OptionalLibrary;
import org.supportpolicy.internal.source.Limits;

/**
 * The scenarios of files. Immutable and thread-safe.
 *
 * <p>A file is a YAML list of scenarios. A scenario has a {@code title} that is a sentence, the facts that are {@code given} in
 * the words of the JSON, and the part of the decision to {@code expect}: objects are compared key by key, lists whole, and null
 * means absent. {@code includes} and {@code excludes} name elements of lists, {@code silent} the clauses of which no rule may
 * conclude anything. {@code because} names clauses on which the answers that are expected beside it must rest, at whatever depth; on
 * which the decision must rest when no answer is expected to be there. A {@code table} has paths for columns and a row for each case.
 */
public final class ScenarioSuite {

    /** That of no file. */
    public static final ScenarioSuite NONE = new ScenarioSuite(List.of(), OwnFacts.NONE, Map.of(), List.of());

    private final List<String> clauses;
    private final OwnFacts facts;
    /** The files with which nothing was wrong. */
    private final Map<Path, ScenarioFile.Read> sound;
    private final List<Scenario> scenarios;

    private ScenarioSuite(List<String> clauses, OwnFacts facts, Map<Path, ScenarioFile.Read> sound, List<Scenario> scenarios) {
        this.clauses = clauses;
        this.facts = facts;
        this.sound = sound;
        this.scenarios = scenarios;
    }

    /**
     * Reads scenario files.
     *
     * @param policy the policy whose clauses they may name
     * @param places files, or directories of which every {@code *.yaml} and {@code *.yml} is read, at whatever depth; a link in them
     *     may lead to a file that lies within
     * @throws PolicyException if a file cannot be read, is no YAML or holds a mistake, with every problem of every file; or if
     *     {@code jackson-core} or {@code snakeyaml-engine} is not there
     */
    public static ScenarioSuite of(SupportPolicy policy, Path... places) {
        Objects.requireNonNull(policy, "The policy must be given.");
        List<Problem> problems = new ArrayList<>();
        ScenarioSuite suite = read(policy.clauses().stream().map(Clause::id).toList(), policy.ownFacts(), Map.of(), problems, places);
        if (!problems.isEmpty()) {
            throw new PolicyException("The suite", problems);
        }
        return suite;
    }

    /**
     * What is wrong with scenario files, without a policy to decide by: everything {@link #of} refuses them for.
     *
     * @param clauses the ids of the clauses that they may name
     * @param places as for {@link #of}
     * @return the problems file by file, by line and column
     * @throws PolicyException if {@code jackson-core} or {@code snakeyaml-engine} is not there
     */
    public static List<Problem> problems(Collection<String> clauses, Path... places) {
        return problems(clauses, OwnFacts.NONE, places);
    }

    /**
     * The same where the policy declares facts of its own.
     *
     * @param clauses the ids of the clauses that they may name
     * @param facts the facts that they may give beside those of the library
     * @param places as for {@link #of}
     */
    public static List<Problem> problems(Collection<String> clauses, OwnFacts facts, Path... places) {
        List<Problem> problems = new ArrayList<>();
        read(clauses, facts, Map.of(), problems, places);
        return problems;
    }

    /**
     * Reads scenario files as far as they are sound, also while they are being edited.
     *
     * @param clauses the ids of the clauses that they may name
     * @param facts the facts that they may give beside those of the library
     * @param unsaved by their files, which lie in a place and need not be there yet, texts that count instead of what is written
     * @param problems gets what is wrong, file by file, by line and column
     * @param places as for {@link #of}
     * @return the scenarios with which nothing is wrong
     * @throws PolicyException if {@code jackson-core} or {@code snakeyaml-engine} is not there
     */
    public static ScenarioSuite read(Collection<String> clauses, OwnFacts facts, Map<Path, String> unsaved, List<Problem> problems,
            Path... places) {
        return NONE.again(clauses, facts, unsaved, problems, places);
    }

    /**
     * The same after something was edited: of the files of this suite none is read anew that stands as it did, had no mistake, and may name
     * the same clauses and facts. What comes of it is what {@link #read} would give.
     */
    public ScenarioSuite again(Collection<String> clauses, OwnFacts facts, Map<Path, String> unsaved, List<Problem> problems,
            Path... places) {
        Objects.requireNonNull(clauses, "The clauses must be given.");
        Objects.requireNonNull(facts, "The facts must be given.");
        Objects.requireNonNull(unsaved, "The unsaved must be given.");
        Objects.requireNonNull(problems, "The problems must be given.");
        OptionalLibrary.SNAKEYAML.require();
        OptionalLibrary.JACKSON.require();
        Set<Path> files = new LinkedHashSet<>();
        for (Path place : Arguments.given(places, "place")) {
            files.addAll(files(place, unsaved.keySet(), problems));
        }
        List<Scenario> scenarios = new ArrayList<>();
        Map<String, String> titles = new HashMap<>();
        List<String> named = new ArrayList<>(clauses);
        Map<Path, ScenarioFile.Read> before = this.clauses.equals(named) && this.facts.equals(facts) ? sound : Map.of();
        Map<Path, ScenarioFile.Read> now = new HashMap<>();
        for (Path file : files) {
            ScenarioFile.Read read = ScenarioFile.read(file, unsaved.get(file), named, facts, titles, problems, before.get(file));
            scenarios.addAll(read.scenarios());
            if (read.isSound()) {
                now.put(file, read);
            }
            if (scenarios.size() > Limits.SCENARIOS) {
                problems.add(Problem.of("SP-S003.scenarios", Limits.SCENARIOS).in(file.toString()));
                break;
            }
        }
        return new ScenarioSuite(named, facts, Map.copyOf(now), List.copyOf(scenarios));
    }

    /**
     * The files of a place, with those that are being edited in it, sorted; a directory that cannot be read, or holds none or too many, is
     * a problem.
     */
    private static List<Path> files(Path place, Set<Path> unsaved, List<Problem> problems) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        List<Path> files = new ArrayList<>();
        int before = problems.size();
        try {
            Path root = place.toRealPath();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isScenarios(file)) {
                        files.add(file);
                    }
                    return files.size() > Limits.SCENARIO_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    Path named = place.resolve(root.relativize(file));
                    problems.add(Problem.of("SP-S001.directory", named).in(named.toString()));
                    return FileVisitResult.CONTINUE;
                }
            });
            if (files.size() > Limits.SCENARIO_FILES) {
                problems.add(Problem.of("SP-S001.files", place, Limits.SCENARIO_FILES).in(place.toString()));
                return List.of();
            }
            Collections.sort(files);
            for (Path file : List.copyOf(files)) {
                if (leadsOutOf(root, file)) {
                    files.remove(file);
                    problems.add(Problem.of("SP-S001.outside").in(place.resolve(root.relativize(file)).toString()));
                }
            }
            files.replaceAll(file -> place.resolve(root.relativize(file)));
            unsaved.stream().filter(file -> file.startsWith(place) && isScenarios(file) && !files.contains(file)).forEach(files::add);
            Collections.sort(files);
        } catch (IOException e) {
            problems.add(Problem.of("SP-S001.directory", place).in(place.toString()));
        }
        if (files.isEmpty() && problems.size() == before) {
            problems.add(Problem.of("SP-S001.none", place).in(place.toString()));
        }
        return files;
    }

    private static boolean isScenarios(Path file) {
        return file.toString().endsWith(".yaml") || file.toString().endsWith(".yml");
    }

    private static boolean leadsOutOf(Path directory, Path file) {
        try {
            return Files.isSymbolicLink(file) && !file.toRealPath().startsWith(directory);
        } catch (IOException e) {
            return false; // whoever reads the file says that it leads nowhere
        }
    }

    /** The scenarios, a row of a table being one, in the order in which they stand. */
    public List<Scenario> scenarios() {
        return scenarios;
    }
}
