package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;

/**
 * Runs the scenario files, the policy's own tests. An analyst decides whether a failure here is a mistake or a change.
 *
 * <p>A scenario has a title, the facts that are {@code given}, and the part of the decision to {@code expect}: objects are
 * compared key by key, lists whole, and null means absent. {@code includes} and {@code excludes} name elements of lists,
 * {@code because} the clauses that are cited, {@code silent} those of which no rule concluded anything. A {@code table} gives
 * a row for each case, its columns being paths.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final DecisionWriter WRITER = new DecisionWriter();
    private static final FactSetReader READER = new FactSetReader();

    private final Set<String> fired = ConcurrentHashMap.newKeySet();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    @TestFactory
    Stream<DynamicTest> scenarios() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(SCENARIOS)) {
            files = found.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        Stream<DynamicTest> cases = files.stream().flatMap(file -> cases(file).stream()
                .map(one -> DynamicTest.dynamicTest(file.getFileName() + ": " + one.get("title"), file.toUri(), () -> run(one))));
        return Stream.concat(cases, Stream.of(DynamicTest.dynamicTest("Every rule fires in a scenario and is silent in another",
                this::everyRuleIsExercised)));
    }

    private void everyRuleIsExercised() {
        Set<String> rules = POLICY.rules().stream().map(Rule::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(fired).as("rules that fire in a scenario").containsAll(rules);
        assertThat(silent).as("rules that are silent in a scenario").containsAll(rules);
    }

    private void run(Map<String, Object> scenario) {
        Decision decision = POLICY.decide(READER.read(String.valueOf(scenario.get("title")), json(scenario.get("given"))));
        Set<String> named = decision.reasons().stream().map(reason -> reason.rule().name()).collect(Collectors.toSet());
        fired.addAll(named);
        POLICY.rules().stream().map(Rule::name).filter(rule -> !named.contains(rule)).forEach(silent::add);

        Map<String, Object> actual = object(parse(WRITER.write(decision)));
        List<String> differences = new ArrayList<>();
        differ("", scenario.getOrDefault("expect", Map.of()), actual, differences);
        elements(scenario, "includes", true, actual, differences);
        elements(scenario, "excludes", false, actual, differences);
        Set<String> clauses = decision.reasons().stream().map(Reason::clause).collect(Collectors.toCollection(TreeSet::new));
        list(scenario.get("because")).stream().filter(clause -> !clauses.contains(clause))
                .forEach(clause -> differences.add("  Expected: because " + clause + "\n    Actual: because " + clauses));
        list(scenario.get("silent")).stream().filter(clauses::contains)
                .forEach(clause -> differences.add("  Expected: " + clause + " silent\n    Actual: it concluded something"));
        assertThat(differences).withFailMessage(() -> scenario.get("title") + "\n" + String.join("\n", differences) + "\n\n"
                + decision.explain(Locale.ENGLISH)).isEmpty();
    }

    private static void elements(Map<String, Object> scenario, String key, boolean wanted, Map<String, Object> actual, List<String> differences) {
        object(scenario.get(key)).forEach((name, elements) -> list(elements).stream()
                .filter(element -> list(actual.get(name)).contains(element) != wanted)
                .forEach(element -> differences.add("  Expected: " + name + " " + key + " " + element + "\n    Actual: " + actual.get(name))));
    }

    private static void differ(String path, Object expected, Object actual, List<String> differences) {
        if (expected instanceof Map<?, ?> map) {
            map.forEach((key, value) -> differ(path + "." + key, value,
                    actual instanceof Map<?, ?> members ? members.get(key) : null, differences));
        } else if (!java.util.Objects.equals(expected, actual)) {
            differences.add("  Expected: " + path.substring(1) + " " + expected + "\n    Actual: " + path.substring(1) + " " + actual);
        }
    }

    /** The scenarios of a file, a table row being one of its own. */
    private static List<Map<String, Object>> cases(Path file) {
        List<Map<String, Object>> cases = new ArrayList<>();
        try {
            Load yaml = new Load(LoadSettings.builder().setLabel(file.toString()).setAllowDuplicateKeys(false).build());
            for (Object item : list(yaml.loadFromString(Files.readString(file)))) {
                Map<String, Object> scenario = object(item);
                Map<String, Object> table = object(scenario.get("table"));
                if (table.isEmpty()) {
                    cases.add(scenario);
                }
                for (Object row : list(table.get("rows"))) {
                    cases.add(row(scenario, table, list(row)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private static Map<String, Object> row(Map<String, Object> scenario, Map<String, Object> table, List<Object> values) {
        Map<String, Object> one = object(parse(json(scenario)));
        List<Object> given = list(table.get("given"));
        List<Object> expect = list(table.get("expect"));
        assertThat(values).as("row of %s", scenario.get("title")).hasSize(given.size() + expect.size());
        for (int i = 0; i < given.size(); i++) {
            put(one, "given." + given.get(i), values.get(i));
        }
        for (int i = 0; i < expect.size(); i++) {
            String column = (String) expect.get(i);
            put(one, column.equals("because") ? column : "expect." + column, values.get(given.size() + i));
        }
        one.put("title", scenario.get("title") + " " + values);
        return one;
    }

    private static void put(Map<String, Object> target, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            target.put(path, value);
        } else {
            Map<String, Object> inner = object(target.get(path.substring(0, dot)));
            target.put(path.substring(0, dot), inner);
            put(inner, path.substring(dot + 1), value);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value == null ? new LinkedHashMap<>() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }

    private static String json(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> many) {
            json.writeStartArray();
            for (Object item : many) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    private static Object parse(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    members.put(key, read(parser));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser));
                }
                yield items;
            }
            case VALUE_NUMBER_INT -> parser.getIntValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }
}
