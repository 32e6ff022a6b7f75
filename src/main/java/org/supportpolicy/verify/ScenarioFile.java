package org.supportpolicy.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.words.Spelling;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.FactSetReader;

/** Reads the scenarios of one file, and says everything that is wrong with them where it stands. Not thread-safe. */
final class ScenarioFile {

    private static final FactSetReader FACTS = new FactSetReader();
    private static final List<String> EXPECTATIONS = List.of("expect", "includes", "excludes", "because", "silent");
    private static final List<String> KEYS = List.of("title", "given", "expect", "includes", "excludes", "because", "silent", "table");
    private static final List<String> TABLE_KEYS = List.of("given", "expect", "rows");

    private final Path file;
    private final String text;
    private final Collection<String> clauses;
    private final List<Problem> problems;
    private final List<Scenario> scenarios = new ArrayList<>();

    private ScenarioFile(Path file, String text, Collection<String> clauses, List<Problem> problems) {
        this.file = file;
        this.text = text;
        this.clauses = clauses;
        this.problems = problems;
    }

    /** Reads a file; adds what is wrong to the problems. */
    static List<Scenario> read(Path file, Collection<String> clauses, List<Problem> problems) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            ScenarioFile scenarios = new ScenarioFile(file, text, clauses, problems);
            scenarios.read();
            return scenarios.scenarios;
        } catch (CharacterCodingException e) {
            problems.add(unreadable(file, "The file must be written in UTF-8."));
        } catch (IOException e) {
            problems.add(unreadable(file, Files.exists(file) ? "The file must be readable." : "The file must exist."));
        }
        return List.of();
    }

    static Problem unreadable(Path place, String message) {
        return Problem.untranslated("SP-S001", place.toString(), 0, 0, null, message, null, null);
    }

    private void read() {
        Item root = Yaml.read(text, (line, column, message) -> add("SP-S002", line, column, message, null));
        if (root == null) {
            return;
        }
        if (root.items().isEmpty()) {
            add("SP-S003", root.line(), root.column(), "The file must hold a list of scenarios.", "Maybe - title: A sentence that says the outcome");
        }
        root.items().forEach(this::scenario);
    }

    private void scenario(Item scenario) {
        if (!scenario.isMap()) {
            add("SP-S003", scenario.line(), scenario.column(), "A scenario must be a map with a title.", null);
            return;
        }
        scenario.members().forEach((key, item) -> known(key, KEYS, "A scenario", item));
        Item title = scenario.members().get("title");
        if (title == null || !(title.value() instanceof String said) || said.isBlank()) {
            add("SP-S003", scenario.line(), scenario.column(), "A scenario must have a title that is a sentence.", null);
            return;
        }
        Item table = scenario.members().get("table");
        if (table == null) {
            make(said, scenario, scenario.line());
        } else if (isTable(table)) {
            table.members().get("rows").items().forEach(row -> row(said, scenario, table, row));
        }
    }

    private boolean isTable(Item table) {
        table.members().forEach((key, item) -> known(key, TABLE_KEYS, "A table", item));
        boolean complete = table.members().containsKey("given") && !table.members().getOrDefault("rows", Item.of(null)).items().isEmpty()
                && !table.members().getOrDefault("expect", Item.of(null)).items().isEmpty();
        if (!complete) {
            add("SP-S003", table.line(), table.column(), "A table must have the columns given and expect, and at least one of the rows.", null);
        }
        return complete;
    }

    private void row(String title, Item scenario, Item table, Item row) {
        List<Item> given = table.members().get("given").items();
        List<Item> expect = table.members().get("expect").items();
        if (row.items().size() != given.size() + expect.size()) {
            add("SP-S004", row.line(), row.column(), "A row (of " + row.items().size() + " values) must have a value for each of the "
                    + (given.size() + expect.size()) + " columns.", null);
            return;
        }
        Item one = scenario;
        for (int i = 0; i < row.items().size(); i++) {
            String column = String.valueOf((i < given.size() ? given.get(i) : expect.get(i - given.size())).value());
            String first = column.contains(".") ? column.substring(0, column.indexOf('.')) : column;
            String prefix = i < given.size() ? "given." : EXPECTATIONS.contains(first) ? "" : "expect.";
            Item value = row.items().get(i);
            one = one.with(prefix + column, value.under(value.line(), value.column()));
        }
        make(title + " " + row.plain(), one, row.line());
    }

    private void make(String title, Item scenario, int line) {
        int before = problems.size();
        if (EXPECTATIONS.stream().noneMatch(scenario.members()::containsKey)) {
            add("SP-S003", scenario.line(), scenario.column(), "A scenario must expect something: " + String.join(", ", EXPECTATIONS) + ".", null);
        }
        expectation("", scenario.members().get("expect"));
        for (String key : List.of("includes", "excludes")) {
            Item sections = scenario.members().getOrDefault(key, Item.of(Map.of()));
            sections.members().forEach((section, elements) -> {
                if (!elements.isList()) {
                    add("SP-S003", elements.line(), elements.column(), "The elements to find must be a list.", null);
                }
            });
            expectation("", sections);
        }
        for (String key : List.of("because", "silent")) {
            Item named = scenario.members().getOrDefault(key, Item.of(List.of()));
            if (!named.isList()) {
                add("SP-S003", named.line(), named.column(), "The " + key + " must be a list of clauses.", null);
            }
            named.items().stream().filter(clause -> !clauses.contains(String.valueOf(clause.value())))
                    .forEach(clause -> add("SP-S006", clause.line(), clause.column(), "There is no clause (" + clause.value() + ").",
                            Spelling.advice(String.valueOf(clause.value()), clauses)));
        }
        FactSet facts = facts(scenario.members().getOrDefault("given", new Item(Map.of(), scenario.line(), scenario.column(), scenario.line(), scenario.column())));
        if (facts != null && problems.size() == before) {
            scenarios.add(new Scenario(title, file, line, facts, scenario));
        }
    }

    /** Checks the keys and constants of an expectation. */
    private void expectation(String path, @Nullable Item item) {
        if (item == null) {
            return;
        }
        item.members().forEach((key, member) -> {
            if (known(key, Outline.below(path), path.isEmpty() ? "A decision" : "The " + path, member)) {
                expectation(path.isEmpty() ? key : path + "." + key, member);
            }
        });
        item.items().forEach(element -> expectation(path, element));
        List<String> constants = Outline.constants(path);
        if (!item.isMap() && !item.isList() && item.value() != null && !constants.isEmpty() && !constants.contains(item.value().toString())) {
            add("SP-S005", item.line(), item.column(), "The value (" + item.value() + ") of " + path + " must be one of "
                    + String.join(", ", constants) + ".", Spelling.advice(item.value().toString(), constants));
        }
    }

    private boolean known(String key, List<String> legal, String owner, Item item) {
        if (!legal.contains(key)) {
            add("SP-S005", item.keyLine(), item.keyColumn(), owner + " has no (" + key + ").", Spelling.advice(key, legal));
        }
        return legal.contains(key);
    }

    private @Nullable FactSet facts(Item given) {
        try {
            return FACTS.read(file.toString(), given.json());
        } catch (PolicyException e) {
            for (Problem problem : e.problems()) {
                Item at = at(given, problem.pointer());
                boolean key = problem.message().contains(" has no (") && at.keyLine() > 0;
                add(problem.code(), key ? at.keyLine() : at.line(), key ? at.keyColumn() : at.column(), problem.message(), problem.advice());
            }
            return null;
        }
    }

    /** The item a JSON pointer leads to, or the last one on the way. */
    private static Item at(Item root, @Nullable String pointer) {
        Item item = root;
        for (String step : pointer == null || pointer.isEmpty() ? List.<String>of() : List.of(pointer.substring(1).split("/"))) {
            String key = step.replace("~1", "/").replace("~0", "~");
            Item next = item.isList() ? item.items().get(Integer.parseInt(key)) : item.members().get(key);
            if (next == null) {
                return item;
            }
            item = next;
        }
        return item;
    }

    private void add(String code, int line, int column, String message, @Nullable String advice) {
        List<String> lines = text.lines().collect(Collectors.toList());
        String source = line >= 1 && line <= lines.size() ? lines.get(line - 1) : null;
        Problem problem = Problem.untranslated(code, file.toString(), line, column, null, message, advice, source);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
