package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios are run, added from a ticket, and edited as tables and spreadsheets. */
class ScenariosTest {

    private static final String TABLE = "?file=scenarios/closure.yaml&line=3";

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

    private static HttpResponse<String> upload(String format, String base, byte[] body) {
        return bench.send(bench.request("/api/table." + format + TABLE + "&base=" + base)
                .header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofByteArray(body)));
    }

    private static JsonNode table() {
        return bench.asked(bench.get("/api/table" + TABLE));
    }

    @Test
    void theyComeWithTheirOutcomeAndTheClausesTheyAreAbout() {
        JsonNode all = bench.asked(bench.get("/api/scenarios"));
        assertThat(all.path("total").asInt()).isEqualTo(all.path("scenarios").size()).isGreaterThan(1_000);
        assertThat(all.path("failed").asInt()).isZero();
        assertThat(all.path("scenarios")).allSatisfy(scenario -> {
            assertThat(scenario.path("outcome").asText()).isEqualTo("passed");
            assertThat(scenario.path("clauses").isArray()).isTrue();
        });
        assertThat(all.path("scenarios").get(0).path("clauses").toString()).contains("closure.");

        String edited = bench.text("closure.drl").replace("daysAfter( 7, $marked", "daysAfter( 10, $marked");
        JsonNode failing = bench.asked(bench.post("/api/scenarios?lang=nl", Map.of("unsaved", Map.of("closure.drl", edited))));
        assertThat(failing.path("failed").asInt()).isPositive();
        assertThat(failing.findValuesAsText("message")).isNotEmpty().allSatisfy(message ->
                assertThat(message).isNotBlank().doesNotContain(bench.directory.toString()));
    }

    @Test
    void theTicketThatIsTriedBecomesAScenarioThatPasses() throws IOException {
        ObjectNode facts = RunningBench.ticket("server-down");
        int before = bench.asked(bench.get("/api/scenarios")).path("total").asInt();
        Map<String, Object> scenario = Map.of("facts", facts, "title", "The server is down: tried on the page",
                "file", "scenarios/own.yaml");
        JsonNode dry = bench.asked(bench.post("/api/scenarios/add", Map.of("facts", facts, "title", "Dry", "dry", true)));
        assertThat(dry.path("text").asText()).startsWith("- title: Dry\n");
        assertThat(directory.resolve("scenarios/tried.yaml")).doesNotExist();

        JsonNode added = bench.asked(bench.post("/api/scenarios/add", scenario));
        assertThat(bench.text("scenarios/own.yaml")).isEqualTo(added.path("text").asText());
        JsonNode all = bench.asked(bench.get("/api/scenarios"));
        assertThat(all.path("total").asInt()).isEqualTo(before + 1);
        assertThat(all.path("failed").asInt()).isZero();

        HttpResponse<String> twice = bench.post("/api/scenarios/add", scenario);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(RunningBench.read(twice.body()).path("problems").get(0).path("code").asText()).isEqualTo("SP-S008");
        bench.asked(bench.post("/api/scenarios/add", Map.of("facts", facts, "title", "A second", "file", "scenarios/own.yaml",
                "expect", List.of("urgency"))));
        assertThat(bench.text("scenarios/own.yaml")).startsWith(added.path("text").asText()).endsWith("""
                  expect:
                    urgency: {level: 1, inForce: 1}
                """);
    }

    @Test
    void aTableIsEditedAsAGridAndNothingElseChanges() {
        String before = bench.text("scenarios/closure.yaml");
        ObjectNode table = (ObjectNode) table();
        assertThat(table.path("columns").get(0).path("kind").asText()).isEqualTo("given");
        ObjectNode edit = RunningBench.MAPPER.createObjectNode().put("base", table.path("version").asText());
        edit.set("columns", table.path("columns"));
        edit.set("rows", table.path("rows"));
        JsonNode same = bench.asked(bench.send("PUT", "/api/table" + TABLE, edit));
        assertThat(bench.text("scenarios/closure.yaml")).isEqualTo(before);
        assertThat(same.path("version")).isEqualTo(table.path("version"));
        edit.put("base", "0000");
        assertThat(bench.send("PUT", "/api/table" + TABLE, edit).statusCode()).isEqualTo(409);
        ((ObjectNode) edit.path("rows").get(1)).putArray("cells").add(7);
        edit.put("base", table.path("version").asText());
        assertThat(bench.send("PUT", "/api/table" + TABLE, edit).body()).contains("1 of 4");
        assertThat(bench.text("scenarios/closure.yaml")).isEqualTo(before);
        assertThat(bench.asked(bench.get("/api/tables")).path("tables").size()).isGreaterThan(150);
    }

    @Test
    void aTableThatIsNoneHidesNoOther() {
        String none = "scenarios/none.yaml";
        bench.asked(bench.post("/api/files", Map.of("path", none, "text", "- title: None\n  table: none\n")));
        assertThat(bench.asked(bench.get("/api/tables")).path("tables").size()).isGreaterThan(150);
        assertThat(bench.send("DELETE", "/api/files/" + none, "").statusCode()).isEqualTo(204);
    }

    @Test
    void aTableGoesOutAndComesBackUnchanged() {
        String before = bench.text("scenarios/closure.yaml");
        String version = table().path("version").asText();
        for (String format : List.of("xlsx", "csv")) {
            HttpResponse<byte[]> file = bench.send(bench.request("/api/table." + format + TABLE).GET(), BodyHandlers.ofByteArray());
            assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"closure-3." + format + "\"");
            JsonNode saved = bench.asked(upload(format, version, file.body()));
            assertThat(saved.path("version").asText()).isEqualTo(version);
            assertThat(saved.path("table").path("version").asText()).as("what the next edit begins with").isEqualTo(version);
            assertThat(bench.text("scenarios/closure.yaml")).isEqualTo(before);
        }
    }

    @Test
    void whatIsWrongInASheetIsSaidAtItsCell() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", null)) {
            Worksheet sheet = book.newWorksheet("any");
            sheet.value(0, 0, "given: asOf");
            sheet.value(0, 1, "expected needs");
            sheet.value(2, 0, LocalDate.of(2025, 3, 12));
            sheet.style(2, 0).format("yyyy-mm-dd").set();
            sheet.value(2, 1, "[A, ");
            sheet.formula(3, 0, "1+1");
            sheet.value(3, 2, "too far");
        }
        String before = bench.text("scenarios/closure.yaml");
        String version = table().path("version").asText();
        HttpResponse<String> refused = upload("xlsx", version, out.toByteArray());
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode errors = RunningBench.read(refused.body()).path("errors");
        assertThat(errors.findValuesAsText("cell")).containsExactlyInAnyOrder("B1", "A3", "B3", "A4", "C4");
        assertThat(errors.findValuesAsText("row")).contains("3");
        assertThat(upload("xlsx", version, new byte[] {1, 2, 3}).statusCode()).isEqualTo(400);
        byte[] lines = "given: asOf,expect: needs\n2025,\"[\"\n".getBytes(StandardCharsets.UTF_8);
        JsonNode error = RunningBench.read(upload("csv", version, lines).body()).path("errors").get(0);
        assertThat(error.path("cell").asText()).isEqualTo("B2");
        assertThat(bench.text("scenarios/closure.yaml")).isEqualTo(before);
    }

    @Test
    void valuesThatScenariosCannotHaveAreSaidAtTheirRow() {
        String before = bench.text("scenarios/closure.yaml");
        byte[] lines = "given: asOf,expect: lifecycle.state\n2025-03-12T00:00:00Z,CLOSED\n2025-03-12T00:00:00Z,SHUT\n"
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> refused = upload("csv", table().path("version").asText(), lines);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(RunningBench.read(refused.body()).path("errors")).hasSize(1).allSatisfy(error -> {
            assertThat(error.path("cell").asText()).isEqualTo("3:3");
            assertThat(error.path("detail").asText()).contains("SHUT");
        });
        assertThat(bench.text("scenarios/closure.yaml")).isEqualTo(before);
    }

    @Test
    void aColumnThatASheetNamesTwiceIsSaidAtItsHead() {
        byte[] lines = "given: asOf,expect: closedAt,given: asOf\n2025-03-12T00:00:00Z,,2025-03-13T00:00:00Z\n".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> refused = upload("csv", table().path("version").asText(), lines);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(RunningBench.read(refused.body()).path("errors")).hasSize(1).allSatisfy(error -> {
            assertThat(error.path("cell").asText()).isEqualTo("C1");
            assertThat(error.path("detail").asText()).contains("once");
        });
    }

    @Test
    void aWorkbookThatUnpacksToMoreThanMemoryHoldsIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] megabyte = new byte[1_000_000];
            for (int each = 0; each < 60; each++) {
                zip.write(megabyte);
            }
        }
        assertThat(out.size()).isLessThan(100_000);
        HttpResponse<String> refused = upload("xlsx", table().path("version").asText(), out.toByteArray());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("at most 50 MB");
    }
}
