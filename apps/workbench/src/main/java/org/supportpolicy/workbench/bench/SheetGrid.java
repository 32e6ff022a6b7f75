package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.supportpolicy.workbench.http.Refused;

/** What is read of a sheet: its rows, and what is wrong where. Not thread-safe. */
final class SheetGrid {

    private static final int BAD = 400;
    private static final int MOST_ROWS = 20_000;

    private final List<Integer> numbers = new ArrayList<>();
    private final List<List<JsonNode>> rows = new ArrayList<>();
    private final SheetErrors errors = new SheetErrors();

    /** The value that the text of a cell stands for. */
    JsonNode value(int row, int column, String text) {
        try {
            return Cells.value(text);
        } catch (YamlEngineException e) {
            return wrong(row, column, "sheet.value");
        }
    }

    /** Notes what is wrong with a cell, from which nothing is taken. */
    JsonNode wrong(int row, int column, String key) {
        errors.add(row, column, key);
        return JsonNodeFactory.instance.nullNode();
    }

    /** Adds a row unless nothing stands in it. */
    void add(int number, List<JsonNode> cells) {
        if (cells.stream().allMatch(JsonNode::isMissingNode)) {
            return;
        }
        if (rows.size() > MOST_ROWS) {
            throw Refused.of(BAD, "sheet.rows", MOST_ROWS);
        }
        numbers.add(number);
        rows.add(cells.stream().map(cell -> cell.isMissingNode() ? JsonNodeFactory.instance.nullNode() : cell).toList());
    }

    /**
     * The table that was read.
     *
     * @param table the one that it is another edition of
     * @throws Refused if something is wrong with a cell, with the place of each
     */
    ScenarioTable table(ScenarioTable table) {
        if (rows.isEmpty()) {
            throw Refused.of(BAD, "table.empty");
        }
        List<ScenarioTable.Column> columns = new ArrayList<>();
        List<JsonNode> heads = rows.get(0);
        for (int column = 0; column < heads.size(); column++) {
            String[] head = heads.get(column).asText().split(":", 2);
            String kind = head[0].strip();
            if (head.length < 2 || head[1].isBlank() || !kind.equals(ScenarioTable.GIVEN) && !kind.equals(ScenarioTable.EXPECT)) {
                wrong(numbers.get(0), column, "sheet.head");
                continue;
            }
            ScenarioTable.Column named = new ScenarioTable.Column(kind, head[1].strip());
            if (columns.contains(named)) {
                wrong(numbers.get(0), column, "sheet.twice");
            }
            columns.add(named);
        }
        List<ScenarioTable.Row> cases = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            List<JsonNode> cells = new ArrayList<>(rows.get(row));
            while (cells.size() < heads.size()) {
                cells.add(JsonNodeFactory.instance.nullNode());
            }
            for (int column = heads.size(); column < cells.size(); column++) {
                if (!cells.get(column).isNull()) {
                    wrong(numbers.get(row), column, "sheet.wide");
                }
            }
            cases.add(new ScenarioTable.Row(List.copyOf(cells.subList(0, heads.size())), 0));
        }
        errors.refuseIfAny();
        return table.with(columns, cases);
    }
}
