package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.Decision;
import org.supportpolicy.DeclaredPolicy;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FreeTexts;
import org.supportpolicy.finding.Finding;

/** What a policy declares is read, written and described as the library's own is. */
class OwnFactsJsonTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final int CASES = 2_000;

    /** The components of both facts, with values that they can have and some that they cannot. */
    private static final List<List<String>> TIER = List.of(
            List.of("level", "\"GOLD\"", "\"SILVER\"", "null", "\"BRONZE\"", "\"gold\"", "3"),
            List.of("since", "\"2020-01-01\"", "null", "\"2020-02-30\"", "true", "\"\""),
            List.of("devices", "[]", "[{\"floor\":1}]", "[{\"floor\":10},{}]", "[{\"floor\":11}]", "[{\"flor\":1}]", "[null]", "{}", "[1]"),
            List.of("levl", "\"GOLD\""));
    private static final List<List<String>> DATA_LOSS = List.of(
            List.of("happened", "true", "false", "null", "\"yes\"", "1"),
            List.of("at", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01T10:00:00+01:00\"", "\"2026-01-01\"", "5"),
            List.of("told", "\"PHONE\"", "\"FAX\"", "[]"),
            List.of("note", "\"The disk.\"", "\"\"", "5", "[\"x\"]"));

    private static SupportPolicy policy;
    private static FactSetReader reader;

    @BeforeAll
    static void load(@TempDir Path directory) throws IOException {
        policy = DeclaredPolicy.in(directory);
        reader = new FactSetReader().knowing(policy);
    }

    private static List<Problem> problems(String json) {
        try {
            reader.read("t", json);
            return List.of();
        } catch (PolicyException e) {
            return e.problems();
        }
    }

    private static String fact(List<List<String>> components, Random random) {
        return components.stream().filter(component -> random.nextInt(component.get(0).equals("levl") ? 12 : 2) == 0)
                .map(component -> "\"" + component.get(0) + "\":" + component.get(1 + Math.min(random.nextInt(component.size() - 1), random.nextInt(component.size() - 1))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void readerAndSchemaAgreeOnWhatIsDeclared() {
        Schema schema = REGISTRY.getSchema(Schemas.factSet(Locale.ENGLISH, policy.ownFacts()));
        int accepted = 0;
        List<String> disagreements = new ArrayList<>();
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            String json = "{\"asOf\":\"2026-03-10T15:30:00Z\",\"tier\":" + fact(TIER, random) + ",\"dataLoss\":" + fact(DATA_LOSS, random) + "}";
            boolean allowed = schema.validate(json, InputFormat.JSON).isEmpty();
            accepted += allowed ? 1 : 0;
            if (allowed != problems(json).isEmpty()) {
                disagreements.add(json + " " + problems(json));
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(accepted).isBetween(CASES / 10, CASES * 9 / 10);
        assertThat(Schemas.factSet(Locale.forLanguageTag("nl"), policy.ownFacts())).contains("Welk niveau heeft de klant?");
    }

    @Test
    void whatIsWrongIsSaidAtItsPlaceWithWhatWasMeant() {
        assertThat(problems("{\"asOf\":\"2026-03-10T15:30:00Z\",\"tier\":{\"level\":\"GOLDEN\",\"snce\":\"2020-01-01\"},\"teir\":{},\"goldCustomer\":{}}"))
                .extracting(problem -> problem.code() + " " + problem.pointer() + " " + problem.advice())
                .containsExactly("SP-I005 /tier/level Maybe GOLD.", "SP-I002 /tier/snce Maybe since.", "SP-I002 /teir Maybe tier.", "SP-I002 /goldCustomer Maybe customer.");
    }

    @Test
    void findingsOfOnesOwnComeBack() {
        FactSet facts = reader.read("t", "{\"asOf\":\"2026-03-10T15:30:00Z\",\"tier\":{\"level\":\"GOLD\",\"since\":\"2020-01-01\"},\"dataLoss\":{\"happened\":true}}");
        Decision decision = policy.decide(facts);
        String json = new DecisionWriter().withStructuredReasons().write(decision);
        assertThat(json).contains("{\"kind\":\"GoldCustomer\",\"since\":\"2020-01-01\"}", "{\"fact\":\"tier\"}");
        Class<? extends Finding> gold = policy.ownFacts().findings().get("GoldCustomer");
        List<Finding> concluded = List.copyOf(decision.findings(gold));
        assertThat(new DecisionReader().knowing(policy).read("t", json).findings()).containsAll(concluded);
        assertThat(new DecisionReader().read("t", json).findings()).filteredOn(UndeclaredFinding.class::isInstance).singleElement()
                .isEqualTo(new UndeclaredFinding("GoldCustomer", Map.of("since", "2020-01-01")));
        assertThat(catchThrowableOfType(PolicyException.class, () -> new DecisionReader().knowing(OwnFacts.NONE).read("t", json)).problems())
                .extracting(Problem::code).containsExactly("SP-I005");
        for (String schema : List.of(Schemas.decision(Locale.ENGLISH), Schemas.decision(Locale.ENGLISH, policy.ownFacts()))) {
            assertThat(REGISTRY.getSchema(schema).validate(json, InputFormat.JSON)).isEmpty();
        }
        assertThat(REGISTRY.getSchema(Schemas.decision(Locale.ENGLISH, policy.ownFacts()))
                .validate(json.replace("\"since\":\"2020-01-01\"", "\"since\":true"), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void factsOfOnesOwnAreWrittenAndTheirTextsMasked() {
        FactSet facts = FactSet.builder(reader.read("t", "{\"asOf\":\"2026-03-10T15:30:00Z\"}").asOf()).with(
                policy.ownFacts().fact("tier").with("since", LocalDate.parse("2020-01-01")).build(),
                policy.ownFacts().fact("dataLoss").with("note", "The Secret of Alice").build()).build();
        String json = new FactSetWriter().write(facts);
        assertThat(reader.read("t", json)).isEqualTo(facts);
        assertThat(json).contains("The Secret of Alice");
        assertThat(new FactSetWriter().write(FreeTexts.masked(facts))).contains("\"note\":\"given\"").doesNotContain("Alice");
        assertThat(facts.toString() + policy.decide(facts).explain(Locale.ENGLISH) + new DecisionWriter().withStructuredReasons().write(policy.decide(facts)))
                .doesNotContain("Alice");
    }
}
