package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.workbench.http.Refused;

/** Of a scenario file one piece is edited, and all else stays as it is written. */
class ScenarioTextTest {

    private static final String FILE = """
            # ours
            - title: "First: with a sign"   # kept
              given: {asOf: "2025-03-12T00:00:00+01:00"}
              table:
                given: [asOf, conversation.unansweredAttempts]
                expect: [closureGrounds]   # what follows
                rows:
                  # before the first
                  - ["2025-03-11T23:59:59+01:00", 2, []]   # the last moment
                  - ["2025-03-12T00:00:00+01:00", 2, [NO_CUSTOMER_REPLY]]

                  - ["2025-03-13T00:00:00+01:00", null, []]   # of day three

            - title: Second   # another
              given: {asOf: "2025-03-12T00:00:00+01:00"}
              expect: {closureGrounds: []}
            """;

    @TempDir
    private static Path directory;

    /** All scenario files that come with the library. */
    private static final Map<String, String> STANDARD = new TreeMap<>();

    @BeforeAll
    static void read() {
        WorkingCopy.init(directory);
        CopyFiles files = new CopyFiles(directory);
        WorkingCopy.read(directory).scenarios().stream().map(scenario -> scenario.file().getFileName().toString()).distinct()
                .forEach(name -> STANDARD.put(name,
                        files.text(CopyFiles.named(WorkingCopy.SCENARIOS + "/" + name, 400)).orElseThrow()));
    }

    private static ScenarioTable with(ScenarioTable table, int row, int cell, JsonNode value) {
        List<ScenarioTable.Row> rows = new ArrayList<>(table.rows());
        List<JsonNode> cells = new ArrayList<>(rows.get(row).cells());
        cells.set(cell, value);
        rows.set(row, new ScenarioTable.Row(cells, 0));
        return table.with(table.columns(), rows);
    }

    @Test
    void aTableIsReadAsAGrid() {
        ScenarioTable table = ScenarioText.of(FILE).table(2);
        assertThat(table.title()).isEqualTo("First: with a sign");
        assertThat(table.columns()).extracting(ScenarioTable.Column::path)
                .containsExactly("asOf", "conversation.unansweredAttempts", "closureGrounds");
        assertThat(table.rows()).extracting(ScenarioTable.Row::line).containsExactly(9, 10, 12);
        assertThat(table.cells(2).toString()).isEqualTo("[\"2025-03-13T00:00:00+01:00\",null,[]]");
        assertThatThrownBy(() -> ScenarioText.of(FILE).table(14)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[.inf, 1]", "[.nan]", "[1e999999999]", "[!!int x]", "&row [*row]", "{a: b}", "x",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "[&a [1, 1], &b [*a, *a], &c [*b, *b], &d [*c, *c], &e [*d, *d], &f [*e, *e], &g [*f, *f], &h [*g, *g], &i [*h, *h], &j [*i, *i], "
            + "&k [*j, *j], &l [*k, *k], &m [*l, *l], &n [*m, *m], &o [*n, *n], &p [*o, *o], &q [*p, *p], &r [*q, *q], &s [*r, *r]]"})
    void whatNoFileOfScenariosHoldsIsRefused(String row) {
        String text = "- title: A table\n  table:\n    given: [asOf]\n    expect: [closureGrounds]\n    rows:\n      - " + row + "\n";
        assertThatThrownBy(() -> ScenarioText.of(text).table(1)).isInstanceOf(Refused.class);
    }

    @Test
    void howDeepATextGoesDoesNotMatter() {
        assertThatThrownBy(() -> ScenarioText.of("- " + "[".repeat(200_000))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1e3, [1E5], {a: 1.}, 0.0000001]", "[\"\\uFFFE\", \"\\uFEFFx\", \"\\x80\", \"a\\u2028b\"]",
        "[\"=1+1\", \"a,b;c\", \"\", \" \"]"})
    void aSheetThatComesBackUnchangedLeavesTheFileAsItIs(String row) {
        for (String end : List.of("", "\n", "\r\n")) {
            String text = "- title: A table\n  table:\n    given: [a, b]\n    expect: [c, d]\n    rows:\n      - " + row + end;
            ScenarioText written = ScenarioText.of(text);
            ScenarioTable table = written.table(1);
            assertThat(written.with(Xlsx.table(Xlsx.of(table), table)).text()).isEqualTo(text);
            assertThat(written.with(Csv.table(Body.text(Csv.of(table, Locale.ENGLISH)), table)).text()).isEqualTo(text);
        }
    }

    @Test
    void theColumnsOfASheetStandInAnyOrder() {
        ScenarioText written = ScenarioText.of(FILE);
        String sheet = "expect: closureGrounds,given: conversation.unansweredAttempts,given: asOf\n[],2,2025-03-11T23:59:59+01:00\n";
        ScenarioTable read = Csv.table(sheet, written.table(2));
        assertThat(written.with(read).text()).contains("given: [conversation.unansweredAttempts, asOf]")
                .contains("[2, \"2025-03-11T23:59:59+01:00\", []]");
    }

    @Test
    void aQuoteWithoutItsEndSwallowsNoRows() {
        ScenarioTable table = ScenarioText.of(FILE).table(2);
        assertThatThrownBy(() -> Csv.table("given: asOf,expect: closureGrounds\n\"a,[]\nb,[]\n", table)).isInstanceOf(Refused.class);
    }

    @Test
    void oneCellThatChangesChangesOneLine() {
        ScenarioText text = ScenarioText.of(FILE);
        ScenarioText changed = text.with(with(text.table(2), 0, 1, JsonNodeFactory.instance.numberNode(3)));
        assertThat(changed.text()).isEqualTo(FILE.replace("- [\"2025-03-11T23:59:59+01:00\", 2, []]",
                "- [\"2025-03-11T23:59:59+01:00\", 3, []]"));
    }

    @Test
    void aRowMoreOrLessLeavesTheOthersAsTheyAreWritten() {
        ScenarioText text = ScenarioText.of(FILE);
        ScenarioTable table = text.table(2);
        List<ScenarioTable.Row> rows = new ArrayList<>(table.rows());
        rows.remove(1);
        assertThat(text.with(table.with(table.columns(), rows)).text())
                .isEqualTo(FILE.replace("      - [\"2025-03-12T00:00:00+01:00\", 2, [NO_CUSTOMER_REPLY]]\n", ""));
        rows.add(new ScenarioTable.Row(List.of(JsonNodeFactory.instance.textNode("true"), JsonNodeFactory.instance.nullNode(),
                Yaml.value("[A, {b: c}]")), 0)); // as many rows as before, and yet none in place of another
        assertThat(text.with(table.with(table.columns(), rows)).text())
                .contains("# of day three\n      - [\"true\", null, [A, {b: c}]]\n\n- title: Second");
    }

    @Test
    void aColumnMoreIsWrittenWhereTheColumnsStand() {
        ScenarioText text = ScenarioText.of(FILE);
        ScenarioTable table = text.table(2);
        List<ScenarioTable.Column> columns = new ArrayList<>(table.columns());
        columns.add(new ScenarioTable.Column(ScenarioTable.EXPECT, "because"));
        List<ScenarioTable.Row> rows = table.rows().stream().map(row -> {
            List<JsonNode> cells = new ArrayList<>(row.cells());
            cells.add(Yaml.value("[]"));
            return new ScenarioTable.Row(cells, 0);
        }).toList();
        String changed = text.with(table.with(columns, rows)).text();
        assertThat(changed).contains("    expect: [closureGrounds, because]   # what follows\n", "[], []]   # the last moment\n")
                .endsWith(FILE.substring(FILE.indexOf("- title: Second")));
    }

    @Test
    void everyTableOfTheLibraryStaysAsItIsWhenNothingIsChangedAndElseInOneLine() {
        Random random = new Random(7);
        int tables = 0;
        for (Map.Entry<String, String> file : STANDARD.entrySet()) {
            ScenarioText text = ScenarioText.of(file.getValue());
            for (int place : text.tables()) {
                ScenarioTable table = text.tableAt(place);
                assertThat(text.with(table).text()).isEqualTo(file.getValue());
                int row = random.nextInt(table.rows().size());
                int cell = random.nextInt(table.columns().size());
                String changed = text.with(with(table, row, cell, JsonNodeFactory.instance.textNode("other " + row))).text();
                List<String> before = file.getValue().lines().toList();
                List<String> after = changed.lines().toList();
                int line = table.rows().get(row).line();
                int fewer = before.size() - after.size(); // of a row on several lines
                assertThat(after.subList(0, line - 1)).isEqualTo(before.subList(0, line - 1));
                assertThat(after.subList(line, after.size())).isEqualTo(before.subList(line + fewer, before.size()));
                tables++;
            }
        }
        assertThat(tables).isGreaterThan(150);
    }

    @Test
    void everyTableOfTheLibraryGoesThroughSpreadsheetsUnchanged() {
        int tables = 0;
        for (Map.Entry<String, String> file : STANDARD.entrySet()) {
            ScenarioText text = ScenarioText.of(file.getValue());
            for (int place : text.tables()) {
                ScenarioTable table = text.tableAt(place);
                assertThat(Xlsx.table(Xlsx.of(table), table).isSame(table)).as(file.getKey() + ":" + table.line()).isTrue();
                for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"))) {
                    String csv = Body.text(Csv.of(table, language));
                    assertThat(Csv.table(csv, table).isSame(table)).as(file.getKey() + ":" + table.line()).isTrue();
                }
                tables++;
            }
        }
        assertThat(tables).isGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7\"", "\"true\"", "true", "null", "\"null\"", "\"\"", "\" a\"", "\"a \"", "\"=1+1\"", "\"@x\"",
        "\"-\"", "-5", "1.50",
        "12345678901", "\"1.0\"", "\"1e5\"", "\"a\\nb\"", "\"a,b;c\\td\"", "\"it's \\\"so\\\"\"", "\"[a\"", "[]",
        "{}", "[a, [b], {c: null}]", "\"ünï ✓ 😀\"",
        "\"2025-03-12\"", "\"yes\"", "\"a: b # c\"", "\"\\u0007\"", "\"'\"", "{a: \"x, y\"}"})
    void anyValueGoesThroughSpreadsheetsAndYamlUnchanged(String yaml) {
        JsonNode value = Yaml.value(yaml);
        ScenarioText text = ScenarioText.of(FILE);
        ScenarioTable table = with(text.table(2), 1, 0, value);
        assertThat(text.with(table).table(2).isSame(table)).isTrue();
        assertThat(Xlsx.table(Xlsx.of(table), table).isSame(table)).isTrue();
        assertThat(Csv.table(Body.text(Csv.of(table, Locale.ENGLISH)), table).isSame(table)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- [oops\n", "title: no list\n", "[{title: in one line}]\n"})
    void whatCannotBeEditedSafelyIsRefused(String text) {
        assertThatThrownBy(() -> ScenarioText.of(text)).isInstanceOf(Refused.class);
    }

    @Test
    void aTableInAnotherFormIsLeftAlone() {
        String flow = "- title: One\n  table: {given: [asOf], expect: [needs], rows: [[\"2025-03-12\", []], [\"2025-03-13\", []]]}\n";
        ScenarioText text = ScenarioText.of(flow);
        assertThatThrownBy(() -> text.with(text.table(1))).isInstanceOf(Refused.class);
        String anchored = FILE.replace("- [\"2025-03-12T00:00:00+01:00\", 2, [NO_CUSTOMER_REPLY]]", "- &row [\"x\", 2, []]")
                .replace("expect: {closureGrounds: []}", "expect: {closureGrounds: *row}");
        ScenarioText shared = ScenarioText.of(anchored);
        assertThatThrownBy(() -> shared.with(with(shared.table(2), 1, 1, Yaml.value("5")))).isInstanceOf(Refused.class);
    }

    @Test
    void aScenarioIsAddedAtTheEnd() {
        ScenarioText longer = ScenarioText.of(FILE).append("A third: with a sign",
                Yaml.value("{asOf: \"2025-03-12\", impact: {systemDown: true}}"),
                Yaml.value("{closureGrounds: [], lifecycle: {state: ACTIVE}}"));
        assertThat(longer.text()).isEqualTo(FILE + """

                - title: "A third: with a sign"
                  given:
                    asOf: "2025-03-12"
                    impact: {systemDown: true}
                  expect:
                    closureGrounds: []
                    lifecycle: {state: ACTIVE}
                """);
        assertThat(longer.lastLine()).isEqualTo(18);
        assertThat(ScenarioText.of("# none yet").append("First", Yaml.value("{a: 1}"), Yaml.value("{b: 2}")).text())
                .startsWith("# none yet\n- title: First\n");
        String indented = ScenarioText.of("  - title: A\n    expect: {needs: []}")
                .append("Bee", Yaml.value("{a: 1}"), Yaml.value("{b: 2}")).text();
        assertThat(indented).isEqualTo("  - title: A\n    expect: {needs: []}\n\n"
                + "  - title: Bee\n    given:\n      a: 1\n    expect:\n      b: 2\n");
    }
}
