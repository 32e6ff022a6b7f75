package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ticket is tried by the rules as they are being edited. */
class TicketTest {

    private static final String FACTS = "facts";
    private static final String UNSAVED = "unsaved";
    private static final String RESOLVED = "{\"asOf\":\"2025-03-12T09:00:00Z\",\"ticket\":{\"state\":\"RESOLVED\"},"
            + "\"resolution\":{\"markedResolvedAt\":\"2025-03-04T09:00:00Z\"}}";

    @TempDir
    private static Path directory;

    private static RunningBench bench;

    @BeforeAll
    static void start() {
        bench = RunningBench.ofStandard(directory);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static JsonNode ticket(String query, Object facts) {
        return bench.asked(bench.post("/api/ticket" + query, Map.of(FACTS, facts)));
    }

    @Test
    void itIsDecidedWithAllThatIsSaidOfIt() throws IOException {
        JsonNode answer = ticket("", RunningBench.ticket("server-down"));
        assertThat(answer.path("decision").path("urgency").path("level").asInt()).isEqualTo(1);
        assertThat(answer.path("decision").has("reasons")).isTrue();
        assertThat(answer.path("letter").asText()).isNotBlank();
        assertThat(answer.path("explanation").asText()).contains("T-1001");
    }

    @Test
    void whatIsNotKnownIsAsked() {
        JsonNode questions = ticket("?lang=nl", RESOLVED).path("questions");
        assertThat(questions).isNotEmpty();
        assertThat(questions.get(0).path("ask").asText()).endsWith("?");
        assertThat(questions.findValuesAsText("path")).contains("customer.kind");
    }

    /** Every rule of the tree, at whatever depth. */
    private static List<JsonNode> rules(JsonNode node) {
        List<JsonNode> rules = new ArrayList<>();
        node.path("rules").forEach(rule -> {
            rules.add(rule);
            rule.path("because").forEach(basis -> rules.addAll(rules(basis)));
        });
        return rules;
    }

    @Test
    void theReasonsAreATreeWhoseRulesAndClausesCanBeOpened() {
        JsonNode lifecycle = null;
        for (JsonNode section : ticket("", RESOLVED).path("reasons")) {
            lifecycle = section.path("section").asText().equals("lifecycle") ? section : lifecycle;
        }
        assertThat(lifecycle).isNotNull();
        assertThat(lifecycle.path("label").asText()).isEqualTo("State");
        JsonNode closed = lifecycle.path("answers").get(0);
        assertThat(closed.path("says").asText()).isEqualTo("the ticket is closed");
        assertThat(rules(closed)).hasSizeGreaterThan(1).allSatisfy(rule -> {
            String line = bench.text(rule.path("file").asText()).lines().toList().get(rule.path("line").asInt() - 1);
            assertThat(line).startsWith("rule ").contains(rule.path("sentence").asText());
            assertThat(rule.path("text").asText()).isNotBlank();
        });
        assertThat(closed.path("rules").get(0).path("clause").asText()).isEqualTo("closure.permanent");
        assertThat(closed.path("rules").get(0).path("readings").findValuesAsText("id")).contains("AMB-01");
        assertThat(closed.findValuesAsText("fact")).contains("resolution");
    }

    @Test
    void anEditThatIsNotSavedCounts() {
        String edited = bench.text("closure.drl").replace("daysAfter( 7, $marked", "daysAfter( 10, $marked");
        JsonNode answer = bench.asked(bench.post("/api/ticket", Map.of(FACTS, RESOLVED, UNSAVED, Map.of("closure.drl", edited))));
        assertThat(answer.path("decision").path("lifecycle").path("state").asText()).isEqualTo("RESOLVED");
        assertThat(ticket("", RESOLVED).path("decision").path("lifecycle").path("state").asText()).isEqualTo("CLOSED");
    }

    @Test
    void rulesWithMistakesDecideNothingAndSayWhy() {
        HttpResponse<String> answer = bench.post("/api/ticket?lang=nl",
                Map.of(FACTS, RESOLVED, UNSAVED, Map.of("closure.drl", "rule oops")));
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problems = RunningBench.read(answer.body()).path("problems");
        assertThat(problems.findValuesAsText("file")).contains("closure.drl");
        assertThat(problems.findValuesAsText("code")).contains("SP-R035");
    }

    @Test
    void aMistakeInTheTicketIsSaidAtItsPlace() {
        HttpResponse<String> pasted = bench.post("/api/ticket", Map.of(FACTS, "{\"asOf\":\"2025-03-12T09:00:00Z\",\n \"tikcet\":{}}"));
        assertThat(pasted.statusCode()).isEqualTo(400);
        JsonNode error = RunningBench.read(pasted.body()).path("errors").get(0);
        assertThat(error.path("line").asInt()).isEqualTo(2);
        assertThat(error.path("advice").asText()).contains("ticket");
        assertThat(bench.post("/api/ticket", Map.of(FACTS, 7)).statusCode()).isEqualTo(400);
        assertThat(bench.post("/api/ticket", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void whyNotAndWhatIfAndWhenAreAnswered() {
        JsonNode whyNot = bench.asked(bench.post("/api/why-not", Map.of(FACTS, RESOLVED, "answer", "lifecycle=RESOLVED")));
        assertThat(whyNot.path("holds").asBoolean()).isFalse();
        assertThat(whyNot.path("changes")).isNotEmpty();
        assertThat(whyNot.findValuesAsText("file")).contains("closure.drl").noneMatch(file -> file.startsWith("/"));
        assertThat(whyNot.path("text").asText()).contains("closure.drl:").doesNotContain(bench.directory.toString());
        assertThat(bench.post("/api/why-not", Map.of(FACTS, RESOLVED, "answer", "nonsense")).statusCode()).isEqualTo(400);

        JsonNode whatIf = bench.asked(bench.post("/api/what-if", Map.of(FACTS, RESOLVED)));
        assertThat(whatIf.path("sections").findValuesAsText("section")).contains("lifecycle");

        String earlier = RESOLVED.replace("03-12", "03-05");
        JsonNode timeline = bench.asked(bench.post("/api/timeline", Map.of(FACTS, earlier, "until", "2025-04-01T00:00:00Z")));
        assertThat(timeline.path("changes").findValuesAsText("at")).contains("2025-03-12T00:00:00+01:00");
        assertThat(bench.post("/api/timeline", Map.of(FACTS, earlier, "until", "tomorrow")).statusCode()).isEqualTo(400);
    }

    @Test
    void wordsAreThoseOfTheCopy() {
        JsonNode words = bench.asked(bench.get("/api/facts?lang=nl")).path("words");
        assertThat(words.findValuesAsText("name")).contains("Ticket", "Lifecycle", "daysAfter");
        ObjectNode schema = (ObjectNode) bench.asked(bench.get("/api/schema"));
        assertThat(schema.path("properties").has("ticket")).isTrue();
        JsonNode policy = bench.asked(bench.get("/api/policy?lang=nl"));
        assertThat(policy.path("clauses")).hasSameSizeAs(bench.asked(bench.get("/api/copy")).path("clauses"));
    }
}
