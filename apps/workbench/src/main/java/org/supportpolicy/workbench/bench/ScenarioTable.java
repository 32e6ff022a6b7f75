package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.Refused;

/**
 * A table of a scenario as a grid.
 *
 * @param place the place of the scenario in its file, from 0
 * @param line the line on which the scenario begins, from 1
 * @param title its title
 * @param columns the columns, those that are given first
 * @param rows the rows, each with a cell for each column
 */
record ScenarioTable(int place, int line, String title, List<Column> columns, List<Row> rows) {

    private static final int BAD = 400;
    static final String GIVEN = "given";
    static final String EXPECT = "expect";

    /**
     * A column.
     *
     * @param kind whether it is given or expected
     * @param path the path that its cells are of
     */
    record Column(String kind, String path) {

        /** How it is called at the head of a column of a spreadsheet. */
        String head() {
            return kind + ": " + path;
        }
    }

    /**
     * A row.
     *
     * @param cells its cells
     * @param line the line on which it stands, from 1; 0 when it is new
     */
    record Row(List<JsonNode> cells, int line) {

        /** Whether it would look as if there was none. */
        boolean isBlank() {
            return cells.stream().allMatch(JsonNode::isNull);
        }
    }

    static ScenarioTable of(int place, int line, String title, SequenceNode given, SequenceNode expect, SequenceNode rows) {
        List<Column> columns = new ArrayList<>();
        given.getValue().forEach(path -> columns.add(new Column(GIVEN, Yaml.value(path).asText())));
        expect.getValue().forEach(path -> columns.add(new Column(EXPECT, Yaml.value(path).asText())));
        List<Row> all = new ArrayList<>();
        for (Node row : rows.getValue()) {
            if (!(row instanceof SequenceNode)) {
                throw Refused.of(BAD, "table.form");
            }
            List<JsonNode> cells = new ArrayList<>();
            Yaml.value(row).forEach(cells::add);
            all.add(new Row(cells, ScenarioText.line(row) + 1));
        }
        return new ScenarioTable(place, line, title, columns, all);
    }

    /** The same scenario with other columns and rows, the columns in any order. */
    ScenarioTable with(List<Column> others, List<Row> more) {
        if (more.isEmpty() || others.stream().noneMatch(column -> column.kind.equals(EXPECT))) {
            throw Refused.of(BAD, "table.empty");
        }
        for (int i = 0; i < more.size(); i++) {
            if (more.get(i).cells.size() != others.size()) {
                throw Refused.of(BAD, "table.width", i + 1, more.get(i).cells.size(), others.size());
            }
        }
        return new ScenarioTable(place, line, title, ordered(others), reordered(others, more));
    }

    /** The same with the columns and rows that a request brings. */
    ScenarioTable with(Body body) {
        List<Column> others = new ArrayList<>();
        for (JsonNode column : body.json().path("columns")) {
            String kind = column.path("kind").asText();
            String path = column.path("path").asText();
            if (!kind.equals(GIVEN) && !kind.equals(EXPECT) || path.isBlank()) {
                throw Refused.of(BAD, "table.column");
            }
            others.add(new Column(kind, path));
        }
        List<Row> more = new ArrayList<>();
        for (JsonNode row : body.json().path("rows")) {
            List<JsonNode> cells = new ArrayList<>();
            row.path("cells").forEach(cell -> cells.add(asRead(cell)));
            more.add(new Row(cells, 0));
        }
        return with(others, more);
    }

    private static JsonNode asRead(JsonNode cell) {
        try {
            return Yaml.value(Yaml.flow(cell));
        } catch (YamlEngineException e) {
            throw Refused.of(BAD, "sheet.value");
        }
    }

    /** Those that are given first, as a file has them. */
    private static List<Column> ordered(List<Column> columns) {
        List<Column> ordered = new ArrayList<>(columns.stream().filter(column -> column.kind.equals(GIVEN)).toList());
        columns.stream().filter(column -> column.kind.equals(EXPECT)).forEach(ordered::add);
        return ordered;
    }

    /** The rows with their cells in the same order. */
    private static List<Row> reordered(List<Column> columns, List<Row> rows) {
        List<Integer> order = new ArrayList<>();
        for (String kind : List.of(GIVEN, EXPECT)) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).kind.equals(kind)) {
                    order.add(i);
                }
            }
        }
        return rows.stream().map(row -> row.cells.size() != columns.size() ? row
                : new Row(order.stream().map(row.cells::get).toList(), row.line)).toList();
    }

    /** The paths of one kind. */
    ArrayNode columns(String kind) {
        ArrayNode paths = Json.object().arrayNode();
        columns.stream().filter(column -> column.kind.equals(kind)).forEach(column -> paths.add(column.path));
        return paths;
    }

    ArrayNode cells(int row) {
        ArrayNode cells = Json.object().arrayNode();
        rows.get(row).cells.forEach(cells::add);
        return cells;
    }

    /** Whether another has the same columns and cells. */
    boolean isSame(ScenarioTable other) {
        return columns.equals(other.columns) && rows.stream().map(Row::cells).toList().equals(other.rows.stream().map(Row::cells).toList());
    }

    ObjectNode json(String file) {
        ObjectNode json = Json.object().put("file", file).put("line", line).put("title", title);
        ArrayNode heads = json.putArray("columns");
        columns.forEach(column -> heads.addObject().put("kind", column.kind).put("path", column.path));
        ArrayNode all = json.putArray("rows");
        for (int i = 0; i < rows.size(); i++) {
            all.addObject().put("line", rows.get(i).line).set("cells", cells(i));
        }
        return json;
    }
}
