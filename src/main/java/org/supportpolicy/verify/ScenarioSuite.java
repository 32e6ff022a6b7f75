package org.supportpolicy.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Clause;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;

/**
 * The scenarios of files. Immutable and thread-safe.
 *
 * <p>A file is a YAML list of scenarios. A scenario has a {@code title} that is a sentence, the facts that are {@code given} in
 * the words of the JSON, and the part of the decision to {@code expect}: objects are compared key by key, lists whole, and null
 * means absent. {@code includes} and {@code excludes} name elements of lists, {@code because} the clauses that must be cited,
 * {@code silent} those of which no rule may conclude anything. A {@code table} has paths for columns and a row for each case.
 */
public final class ScenarioSuite {

    private final List<Scenario> scenarios;

    private ScenarioSuite(List<Scenario> scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * Reads scenario files.
     *
     * @param policy the policy whose clauses they may name
     * @param places files, or directories of which every {@code *.yaml} and {@code *.yml} is read, at whatever depth
     * @throws PolicyException if a file cannot be read, is no YAML or holds a mistake, with every problem of every file
     */
    public static ScenarioSuite of(SupportPolicy policy, Path... places) {
        List<String> clauses = policy.clauses().stream().map(Clause::id).toList();
        List<Problem> problems = new ArrayList<>();
        List<Scenario> scenarios = new ArrayList<>();
        for (Path place : places) {
            List<Path> files = files(place, problems);
            if (files.isEmpty() && problems.isEmpty()) {
                problems.add(ScenarioFile.unreadable(place, "The directory (" + place + ") must hold a scenario file that ends in .yaml."));
            }
            files.forEach(file -> scenarios.addAll(ScenarioFile.read(file, clauses, problems)));
        }
        if (!problems.isEmpty()) {
            throw new PolicyException("The suite", problems);
        }
        return new ScenarioSuite(List.copyOf(scenarios));
    }

    private static List<Path> files(Path place, List<Problem> problems) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> found = Files.walk(place)) {
            return found.filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml")).sorted().collect(Collectors.toList());
        } catch (IOException | UncheckedIOException e) {
            problems.add(ScenarioFile.unreadable(place, "The directory (" + place + ") must be readable (" + e.getMessage() + ")."));
            return List.of();
        }
    }

    /** The scenarios, a row of a table being one, in the order in which they stand. */
    public List<Scenario> scenarios() {
        return scenarios;
    }
}
