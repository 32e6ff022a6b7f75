package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.model.OwnPolicy;
import org.supportpolicy.model.RandomFactSets;
import org.supportpolicy.verify.ScenarioSuite;

/**
 * The schemas allow what is read and written, and refuse what the reader refuses, but for what only code can tell. Three hundred fact sets in
 * each build; {@code -Dsupportpolicy.schema=N} takes more.
 */
class SchemasTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final FactSetReader READER = new FactSetReader();
    private static final FactSetWriter FACTS = new FactSetWriter();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema FACT_SET = REGISTRY.getSchema(Schemas.factSet(Locale.ENGLISH));
    private static final Schema DECISION = REGISTRY.getSchema(Schemas.closedDecision());
    private static final Path DOCS = Path.of("docs/schema");
    private static final int CASES = Integer.getInteger("supportpolicy.schema", 300);

    /** What must hold by a problem that only code can tell, and a piece of how the problem says it with what stands there. */
    private static final Map<String, Pattern> ONLY_CODE_CAN_TELL = Map.ofEntries(
            Map.entry("SP-I006 not-before", Pattern.compile(" must not lie before ")),
            Map.entry("SP-I006 no-overlap", Pattern.compile(" must have no overlapping spans")),
            Map.entry("SP-I006 end-after-begin", Pattern.compile(" must end after it begins")),
            Map.entry("SP-I006 one-day", Pattern.compile(" must end on the day on which it begins")),
            Map.entry("SP-I006 once", Pattern.compile(" must stand there once")),
            Map.entry("SP-I006 years-at-most", Pattern.compile(" must last at most ")),
            Map.entry("SP-I006 runs-out", Pattern.compile(" must run out within ")),
            Map.entry("SP-I006 in-years", Pattern.compile("\\((?:1899-12-31|1900-01-01|2999-12-31|3000-01-01)T.*\\).* must lie in the years ")),
            Map.entry("SP-I006 not-negative", Pattern.compile(" must not be negative.*\n.*P[^\"]*[0-9][^\"]*-")),
            Map.entry("SP-I006 longer-than-zero", Pattern.compile(" must be longer than zero.*\n.*P[^\"]*[0-9][^\"]*-")),
            Map.entry("SP-I004 zone", Pattern.compile(" must be a time zone ")),
            Map.entry("SP-I004 duration", Pattern.compile("[0-9]{12}.* must be a duration ")),
            Map.entry("SP-I004 period", Pattern.compile("[0-9]{10}.* must be a period ")),
            Map.entry("SP-I004 whole-number", Pattern.compile("\\((?:-?[0-9]+\\.0+|-0)\\).* must be a whole number")));

    private final Queue<String> disagreements = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void theSchemasOfTheDocumentationAreThoseOfTheLibrary(String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        assertThat(Files.readString(DOCS.resolve("fact-set." + language + ".json"))).isEqualTo(Schemas.factSet(locale));
        assertThat(Files.readString(DOCS.resolve("decision." + language + ".json"))).isEqualTo(Schemas.decision(locale));
    }

    @Test
    void bothLanguagesSayDifferentThingsOfTheSameSchema() throws IOException {
        for (String name : List.of("fact-set", "decision")) {
            JsonNode english = JSON.readTree(DOCS.resolve(name + ".en.json").toFile());
            JsonNode dutch = JSON.readTree(DOCS.resolve(name + ".nl.json").toFile());
            assertThat(english.findValuesAsText("description").stream().filter(dutch.findValuesAsText("description")::contains)
                    .filter(text -> text.contains(" "))).isEmpty();
            assertThat(bare(dutch)).isEqualTo(bare(english));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void nothingThatCanBeSaidOfAPartIsLeftOver(String language, @TempDir Path directory) throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/org/supportpolicy/schema_" + language + ".properties"))) {
            words.load(in);
        }
        Locale locale = Locale.forLanguageTag(language);
        String schemas = Schemas.factSet(locale, OwnPolicy.in(directory).ownFacts()) + Schemas.decision(locale);
        assertThat(words).isNotEmpty().allSatisfy((key, text) -> assertThat(schemas).as("%s", key).contains((String) text));
    }

    private static JsonNode bare(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            for (String said : List.of("title", "description")) {
                if (object.path(said).isTextual()) {
                    object.remove(said);
                }
            }
        }
        schema.forEach(SchemasTest::bare);
        return schema;
    }

    @Test
    void theSchemasAreSchemas() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (Locale locale : List.of(Locale.ENGLISH, DUTCH)) {
            assertThat(meta.validate(Schemas.factSet(locale), InputFormat.JSON)).isEmpty();
            assertThat(meta.validate(Schemas.decision(locale), InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void everyExampleAndEveryScenarioIsAllowedWithItsDecision() throws IOException {
        List<FactSet> facts;
        try (Stream<Path> tickets = Files.list(Path.of("examples/tickets")); Stream<String> lines = Files.lines(Path.of("examples/tickets.jsonl"))) {
            List<String> texts = Stream.concat(tickets.filter(file -> file.toString().endsWith(".json")).map(SchemasTest::text), lines).toList();
            assertThat(texts).hasSizeGreaterThan(30).allSatisfy(text -> assertThat(FACT_SET.validate(text, InputFormat.JSON)).isEmpty());
            facts = texts.stream().map(text -> READER.read("t", text)).toList();
        }
        Stream<FactSet> scenarios = ScenarioSuite.of(POLICY, Path.of("src/test/resources/scenarios")).scenarios().stream().map(scenario -> scenario.facts());
        Stream.concat(facts.stream(), scenarios).parallel().forEach(this::allowed);
        assertThat(disagreements).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void randomFactSetsAndTheirDecisionsAreAllowed() {
        LongStream.range(0, CASES).parallel().mapToObj(seed -> new RandomFactSets(seed).next()).forEach(this::allowed);
        assertThat(disagreements).isEmpty();
    }

    /** A fact set is allowed as it is written, and its decision in whatever form. */
    private void allowed(FactSet facts) {
        check(FACT_SET, FACTS.write(facts));
        Decision decision = POLICY.decide(facts);
        DecisionWriter writer = new DecisionWriter();
        check(DECISION, writer.in(DUTCH).withStructuredReasons().write(decision));
        if (facts.asOf().getEpochSecond() % 50 == 0) {
            check(DECISION, writer.withQuestions(DUTCH).withValidity().write(decision));
            check(DECISION, writer.answersOnly().write(decision));
            DecisionWriter.sections().forEach(section -> check(DECISION, writer.section(section).write(decision)));
        }
    }

    private void check(Schema schema, String json) {
        schema.validate(json, InputFormat.JSON).forEach(error -> disagreements.add(error + "\n" + json));
    }

    @Test
    void aChangedFactSetIsRefusedByBothOrByNoneButForWhatOnlyCodeCanTell() throws IOException {
        Map<String, AtomicInteger> onlyCode = new ConcurrentHashMap<>();
        AtomicInteger accepted = new AtomicInteger();
        LongStream.range(0, CASES).parallel().forEach(seed -> {
            String json = changed(seed);
            boolean allowed = FACT_SET.validate(json, InputFormat.JSON).isEmpty();
            List<Problem> problems = problems(json);
            List<String> told = problems.stream().map(problem -> onlyCode(problem, json)).toList();
            if (problems.isEmpty() != allowed && (!allowed || told.contains(""))) {
                disagreements.add("seed " + seed + ": the schema " + (allowed ? "allows" : "refuses " + FACT_SET.validate(json, InputFormat.JSON)) + ", the reader says "
                        + problems.stream().map(Problem::toString).toList() + "\n" + json);
            } else if (problems.isEmpty()) {
                accepted.incrementAndGet();
            } else if (allowed) {
                told.forEach(each -> onlyCode.computeIfAbsent(each, key -> new AtomicInteger()).incrementAndGet());
            }
        });
        System.out.println("Schema: " + CASES + " changed fact sets, " + accepted + " taken by both, only code can tell " + new TreeMap<>(onlyCode));
        assertThat(disagreements).isEmpty();
        assertThat(accepted.get()).isBetween(CASES / 20, CASES * 3 / 4);
        assertThat(onlyCode.values().stream().mapToInt(AtomicInteger::get).sum()).isBetween(1, CASES / 8);
        String docs = Files.readString(Path.of("docs/json.md"));
        Set<String> listed = Pattern.compile("^\\| `(SP-I\\d{3} [a-z-]+)` \\|", Pattern.MULTILINE).matcher(docs).results().map(row -> row.group(1)).collect(Collectors.toSet());
        assertThat(listed).isEqualTo(ONLY_CODE_CAN_TELL.keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            SP-I006 not-before       | "ticket":{"holds":[{"from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z"}]}
            SP-I006 no-overlap       | "desk":{"hours":{"MONDAY":[["09:00","12:00"],["11:00","13:00"]]}}
            SP-I006 end-after-begin  | "desk":{"hours":{"MONDAY":[["09:00","09:00"]]}}
            SP-I006 one-day          | "desk":{"hours":{"MONDAY":[["17:00","09:00"]]}}
            SP-I006 once             | "product":{"versions":[{"version":"1"},{"version":"1"}]}
            SP-I006 years-at-most    | "desk":{"promptPatching":"P101Y"}
            SP-I006 runs-out         | "desk":{"hours":{"MONDAY":[["09:00","09:01"]]},"remindBefore":["P3650D"]}
            SP-I006 in-years         | "ticket":{"createdAt":"2999-12-31T23:59:59-05:00"}
            SP-I006 not-negative     | "desk":{"promptPatching":"P1W-8D"}
            SP-I006 longer-than-zero | "desk":{"remindBefore":["PT1H-60M"]}
            SP-I004 zone             | "desk":{"zone":"Europe/Amsterdm"}
            SP-I004 duration         | "desk":{"remindBefore":["PT99999999999999999999H"]}
            SP-I004 period           | "desk":{"promptPatching":"P99999999999D"}
            SP-I004 whole-number     | "ticket":{"urgencySet":3.0}
            """)
    void onlyCodeCanTell(String what, String fact) {
        String json = "{\"asOf\":\"2026-01-01T00:00:00Z\"," + fact + "}";
        assertThat(FACT_SET.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(problems(json)).extracting(problem -> onlyCode(problem, json)).containsExactly(what);
    }

    private static String changed(long seed) {
        ObjectNode document = (ObjectNode) tree(FACTS.write(new RandomFactSets(seed).next()));
        new Mutations(seed).change(document);
        return document.toString();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Problem> problems(String json) {
        try {
            READER.read("t", json);
            return List.of();
        } catch (PolicyException e) {
            return e.problems();
        }
    }

    /** Which of the things that only code can tell a problem is; nothing when it is none. */
    private static String onlyCode(Problem problem, String json) {
        String said = problem.message() + "\n" + tree(json).at(problem.pointer());
        return ONLY_CODE_CAN_TELL.entrySet().stream()
                .filter(each -> each.getKey().startsWith(problem.code()) && each.getValue().matcher(said).find()).map(Map.Entry::getKey).findFirst().orElse("");
    }
}
