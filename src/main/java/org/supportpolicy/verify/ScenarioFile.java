package org.supportpolicy.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.source.Limits;
import org.supportpolicy.internal.source.PlainFile;
import org.supportpolicy.json.FactSetReader;

/** Reads the scenarios of one file, and says everything that is wrong with them where it stands. Not thread-safe. */
final class ScenarioFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> KEYS = List.of("title", "given", "expect", "includes", "excludes", "because", "silent", "outlook",
            "table");

    private final Path file;
    private final FactSetReader reader;
    private final FileProblems problems;
    private final ExpectationCheck expectations;
    private final Map<String, String> titles;
    private final Map<String, String> added = new HashMap<>();
    private final List<Scenario> scenarios = new ArrayList<>();

    /**
     * What was read of a file.
     *
     * @param text its text
     * @param titles the titles in it and where each stands
     * @param scenarios the scenarios with which nothing is wrong
     * @param isSound whether nothing is wrong with any
     */
    record Read(String text, Map<String, String> titles, List<Scenario> scenarios, boolean isSound) {}

    private ScenarioFile(Path file, Collection<String> clauses, OwnFacts own, Map<String, String> titles, FileProblems problems) {
        this.file = file;
        this.reader = new FactSetReader().knowing(own);
        this.problems = problems;
        this.expectations = new ExpectationCheck(clauses, own, problems);
        this.titles = titles;
    }

    /**
     * Reads a file.
     *
     * @param unsaved its text while it is being edited; null when what is written counts
     * @param clauses the ids of the clauses that scenarios may name
     * @param own what the policy declares
     * @param titles the titles of the suite so far and where each stands; those of the file are added
     * @param all the problems of the suite so far; those of the file are added, by line and column
     * @param before what was read of it with the same clauses and declarations, if nothing was wrong then; null when it was not
     */
    static Read read(Path file, @Nullable String unsaved, Collection<String> clauses, OwnFacts own, Map<String, String> titles,
            List<Problem> all, @Nullable Read before) {
        String text = unsaved == null ? text(file, all) : unsaved;
        if (text == null) {
            return new Read("", Map.of(), List.of(), false);
        } else if (before != null && before.text.equals(text) && Collections.disjoint(before.titles.keySet(), titles.keySet())) {
            titles.putAll(before.titles);
            return before;
        }
        String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        FileProblems problems = new FileProblems(file, unmarked);
        ScenarioFile scenarios = new ScenarioFile(file, clauses, own, titles, problems);
        Item root = Yaml.read(unmarked, problems);
        if (root != null) {
            scenarios.list(root);
        }
        all.addAll(problems.sorted());
        return new Read(text, scenarios.added, scenarios.scenarios, problems.size() == 0);
    }

    private static @Nullable String text(Path file, List<Problem> all) {
        try {
            return PlainFile.text(file, Limits.SCENARIO_FILE);
        } catch (PlainFile.Unread e) {
            all.add((switch (e.fault()) {
                case MISSING -> Problem.of("SP-S001.missing");
                case UNREADABLE -> Problem.of("SP-S001");
                case NOT_PLAIN -> Problem.of("SP-S001.regular");
                case TOO_LARGE -> Problem.of("SP-S001.large", e.bytes(), Limits.SCENARIO_FILE);
                case NOT_UTF8 -> e.at(Problem.of("SP-S001.utf-8"));
            }).in(file.toString()));
            return null;
        }
    }

    private void list(Item root) {
        if (!root.isList()) {
            problems.add(root, Problem.of("SP-S003.list"));
        }
        root.items().stream().takeWhile(scenario -> !problems.isFull()).forEach(this::scenario);
    }

    private void scenario(Item scenario) {
        if (!scenario.isMap()) {
            problems.add(scenario, Problem.of("SP-S003"));
            return;
        }
        scenario.members().forEach((key, item) -> expectations.known(key, KEYS, "SP-S005.scenario", "", item));
        Item title = scenario.members().get("title");
        if (title == null || !(title.value() instanceof String said) || said.isBlank()) {
            problems.add(scenario, Problem.of("SP-S003.title"));
            return;
        }
        String first = titles.putIfAbsent(said, file + ":" + title.line());
        if (first != null) {
            problems.add(title, Problem.of("SP-S008", said, first));
        }
        added.put(said, file + ":" + title.line());
        Item table = scenario.members().get("table");
        Item complete = scenario.members().containsKey("given") ? scenario
                : scenario.with("given", new Item(Map.of(), scenario.line(), scenario.column(), scenario.line(), scenario.column()));
        if (table == null) {
            make(said, said, complete, complete);
        } else {
            Table.rows(table, complete, expectations, problems, (row, one) -> make(said + " " + row.plain(), said, one, row));
        }
    }

    /**
     * Makes a scenario if nothing is wrong with it.
     *
     * @param place the item it is known by: itself, or its row
     */
    private void make(String title, String sentence, Item scenario, Item place) {
        int before = problems.size();
        expectations.check(scenario, place);
        FactSet facts = facts(scenario.members().get("given"));
        if (facts != null && problems.size() == before) {
            scenarios.add(new Scenario(title, sentence, file, place.line(), facts, scenario));
        }
    }

    private @Nullable FactSet facts(Item given) {
        try {
            return reader.read(file.toString(), given.json());
        } catch (PolicyException e) {
            for (Problem problem : e.problems()) {
                Item at = given.at(problem.pointer());
                if (problem.code().equals("SP-I002")) {
                    problems.addToKey(at, problem.at(null));
                } else {
                    problems.add(at, problem.at(null));
                }
            }
            return null;
        }
    }
}
