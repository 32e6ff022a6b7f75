package org.supportpolicy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supportpolicy.Decision;
import org.supportpolicy.fact.TicketState;

/** The queue, and the stock that it may begin with. */
class QueueTest {

    private static final Path LOG = Path.of(System.getProperty("project.root", "../.."), "examples/servicenow-replay/sample.csv");

    private final DeskUnderTest desk = new DeskUnderTest();

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void thePagesTogetherAreInTheOrderOfThePolicy() {
        List<String> people = List.of("anna", "chloe", "david", "");
        List<String> losses = List.of("", "TOTAL", "SIGNIFICANT", "MODERATE", "MINIMAL", "NONE");
        List<String> impacts = List.of("", "CRITICAL", "MAJOR", "SOME", "NONE");
        for (int i = 0; i < 60; i++) {
            if (i % 7 == 0) {
                desk.pass(Duration.ofMinutes(1));
            }
            desk.file(Map.of("person", people.get(i % 4), "ticket.kind", i % 11 == 0 ? "TRAINING" : "PROBLEM", "intake.subject", "No. " + i,
                    "impact.functionalityLoss", losses.get(i % 6), "impact.productionImpact", impacts.get(i % 5)));
        }
        List<Views.Queued> all = IntStream.range(0, 3).mapToObj(page -> desk.desk.views().queue(TicketState.ACTIVE, page).rows())
                .flatMap(List::stream).toList();
        assertThat(all).hasSize(60);
        assertThat(all.stream().map(each -> each.decision().queue().urgency()).distinct().count()).isGreaterThan(3);
        List<String> order = all.stream().map(Views.Queued::decision).sorted(Decision.queueOrder())
                .map(each -> each.ticket().orElseThrow()).toList();
        List<String> shown = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            Pattern.compile("<a href=\"/tickets/(T-\\d+)\"").matcher(desk.get("/?state=ACTIVE&page=" + page).body()).results()
                    .map(MatchResult::group).map(link -> link.replaceAll(".*/|\"", "")).forEach(shown::add);
        }
        assertThat(shown).isEqualTo(order);
    }

    @Test
    void theLogOfAnotherDeskIsTakenOverOnce() throws Exception {
        assertThat(desk.desk.load(LOG)).isEqualTo(1);
        desk.desk.timers().settle();
        List<List<String>> tickets = desk.rows("SELECT number, state, version FROM ticket ORDER BY number");
        assertThat(tickets).extracting(row -> row.get(0)).contains("INC9000001", "INC9000002");
        assertThat(desk.events("INC9000001")).startsWith("FILED", "RESOLVE", "CLOSE");
        assertThat(desk.desk.load(LOG)).isEqualTo(1);
        assertThat(desk.rows("SELECT number, state, version FROM ticket ORDER BY number")).isEqualTo(tickets);
        desk.audit();
    }

    @Test
    void ofTwoWhoChangeOneVersionTheSecondIsTold() {
        String number = desk.file(DeskUnderTest.complete());
        String version = desk.version(number);
        Map<String, String> first = Map.of("act", "ANSWER", "version", version, "text", "first");
        Map<String, String> second = Map.of("act", "HOLD", "version", version, "text", "second");
        assertThat(desk.post("/tickets/" + number, first).statusCode()).isEqualTo(303);
        assertThat(desk.post("/tickets/" + number, second).statusCode()).isEqualTo(409);
        assertThat(desk.post("/tickets/" + number, second).body()).contains("second");
        assertThat(desk.events(number)).containsExactly("FILED", "ANSWER");
    }

    @Test
    void whatPeopleWroteIsNotLogged() {
        Map<String, String> fields = DeskUnderTest.complete();
        fields.replaceAll((name, value) -> name.startsWith("intake.") && !name.endsWith("Machines") ? "SECRET" : value);
        fields.put("intake.sampleMachines", "SECRET/SECRET");
        String number = desk.file(fields);
        desk.act(number, Act.ANSWER, Map.of("text", "SECRET"));
        assertThat(desk.column("SELECT line FROM decision_log")).hasSize(2).noneMatch(line -> line.contains("SECRET"));
    }

    @Test
    void whatCannotBeKeptAsAWholeIsNotKeptAtAll() {
        String number = desk.file(DeskUnderTest.complete());
        String before = desk.rows("SELECT * FROM ticket").toString();
        desk.desk.database().transaction(connection ->
                connection.createStatement().execute("ALTER TABLE decision_log ADD CONSTRAINT is_full CHECK (id < 2)"));
        assertThat(desk.act(number, Act.RESPOND, Map.of("text", "Hello"))).isEqualTo(500);
        assertThat(desk.rows("SELECT * FROM ticket")).hasToString(before);
        assertThat(desk.events(number)).containsExactly("FILED");
        assertThat(desk.act(number, Act.HOLD, Map.of())).as("nor is a connection spoilt").isEqualTo(500);
    }

    @Test
    void aFormThatCannotBeReadChangesNothing() {
        String number = desk.file(DeskUnderTest.complete());
        assertThat(desk.act(number, Act.SETTLE, Map.of("path", "ticket.urgencySet", "answer", "1"))).isEqualTo(400);
        assertThat(desk.post("/tickets/" + number, Map.of("act", "BURN", "version", "1")).statusCode()).isEqualTo(400);
        assertThat(desk.post("/tickets/" + number, Map.of("act", "HOLD", "version", "")).statusCode()).isEqualTo(400);
        assertThat(desk.get("/?state=NONE").statusCode()).isEqualTo(400);
        assertThat(desk.get("/tickets/T-0").statusCode()).isEqualTo(404);
        assertThat(desk.events(number)).containsExactly("FILED");
    }
}
