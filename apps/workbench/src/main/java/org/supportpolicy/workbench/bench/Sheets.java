package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.supportpolicy.workbench.http.Refused;

/** Tables as spreadsheets: a row of heads such as {@code given: asOf}, then a row for each case. */
final class Sheets {

    private static final int BAD = 400;
    private static final int MOST_ROWS = 20_000;
    private static final int WIDTH = 24;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String NOTHING = "null";
    private static final String SEPARATORS = ",;\t";

    private Sheets() {}

    private static String head(ScenarioTable.Column column) {
        return column.kind() + ": " + column.path();
    }

    /** The table as a workbook of one sheet. */
    static byte[] xlsx(ScenarioTable table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "support-policy", null)) {
            Worksheet sheet = book.newWorksheet("table");
            for (int column = 0; column < table.columns().size(); column++) {
                sheet.value(0, column, head(table.columns().get(column)));
                sheet.style(0, column).bold().set();
                sheet.width(column, WIDTH);
            }
            sheet.freezePane(0, 1);
            for (int row = 0; row < table.rows().size(); row++) {
                List<JsonNode> cells = table.rows().get(row).cells();
                if (isBlank(cells)) {
                    sheet.value(row + 1, 0, NOTHING);
                }
                for (int column = 0; column < cells.size(); column++) {
                    write(sheet, row + 1, column, cells.get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written.", e);
        }
        return out.toByteArray();
    }

    /** Whether a row would look as if there was none. */
    private static boolean isBlank(List<JsonNode> cells) {
        return cells.stream().allMatch(JsonNode::isNull);
    }

    private static void write(Worksheet sheet, int row, int column, JsonNode value) {
        if (value.isBoolean()) {
            sheet.value(row, column, value.booleanValue());
        } else if (value.isInt()) {
            sheet.value(row, column, value.numberValue());
        } else if (!value.isNull()) {
            sheet.value(row, column, Cells.text(value));
        }
    }

    /** The table as lines of values, with the separator that spreadsheets of a language expect. */
    static byte[] csv(ScenarioTable table, Locale language) {
        StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);
        char separator = language.getLanguage().equals("nl") ? ';' : ',';
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.EXCEL.builder().setDelimiter(separator).get())) {
            printer.printRecord(table.columns().stream().map(Sheets::head));
            for (ScenarioTable.Row row : table.rows()) {
                printer.printRecord(isBlank(row.cells()) ? Stream.of(NOTHING) : row.cells().stream().map(Cells::text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written.", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The table of a workbook: that on its first sheet.
     *
     * @param table the one that it is another edition of
     * @throws Refused if it is no workbook, or a cell cannot be read, with the place of each
     */
    static ScenarioTable ofXlsx(byte[] book, ScenarioTable table) {
        Grid grid = new Grid();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book), new ReadingOptions(true, true));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                List<JsonNode> cells = new ArrayList<>();
                for (int column = 0; column < row.getCellCount(); column++) {
                    cells.add(cell(row.getRowNum(), column, row.getCell(column), grid));
                }
                grid.add(row.getRowNum(), cells);
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refused refused) {
                throw refused;
            }
            throw Refused.of(BAD, "sheet.none");
        }
        return grid.table(table);
    }

    private static JsonNode cell(int row, int column, Cell cell, Grid grid) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return JsonNodeFactory.instance.missingNode();
        }
        String format = Objects.requireNonNullElse(cell.getDataFormatString(), "").toLowerCase(Locale.ROOT);
        switch (cell.getType()) {
            case BOOLEAN:
                return JsonNodeFactory.instance.booleanNode(cell.asBoolean());
            case NUMBER:
                if (format.contains("y") || format.contains("d") || format.contains("h:")) {
                    return grid.wrong(row, column, "sheet.date");
                }
                return Yaml.value(Yaml.flow(DecimalNode.valueOf(cell.asNumber())));
            case STRING:
                return grid.value(row, column, cell.asString());
            default:
                return grid.wrong(row, column, "sheet.formula");
        }
    }

    /**
     * The table of lines of values.
     *
     * @param table the one that it is another edition of
     * @throws Refused if a cell cannot be read, with the place of each
     */
    static ScenarioTable ofCsv(String text, ScenarioTable table) {
        String lines = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        Grid grid = new Grid();
        int number = 0;
        try (CSVParser parser = CSVFormat.EXCEL.builder().setDelimiter(separator(lines)).setIgnoreEmptyLines(false).get()
                .parse(new StringReader(lines))) {
            for (CSVRecord line : parser) {
                number++;
                List<JsonNode> cells = new ArrayList<>();
                for (int column = 0; column < line.size(); column++) {
                    cells.add(grid.value(number, column, line.get(column)));
                }
                grid.add(number, cells);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw Refused.of(BAD, "sheet.line", number + 1);
        }
        return grid.table(table);
    }

    /** The sign that stands most often in the heads. */
    private static char separator(String lines) {
        String heads = lines.lines().findFirst().orElse("");
        return SEPARATORS.chars().boxed().max((one, other) -> Long.compare(count(heads, one), count(heads, other)))
                .map(sign -> (char) sign.intValue()).orElse(',');
    }

    private static long count(String text, int sign) {
        return text.chars().filter(each -> each == sign).count();
    }

    /** What is read of a sheet: its rows, and what is wrong where. */
    private static final class Grid {

        private final List<Integer> numbers = new ArrayList<>();
        private final List<List<JsonNode>> rows = new ArrayList<>();
        private final SheetErrors errors = new SheetErrors();

        JsonNode value(int row, int column, String text) {
            try {
                return Cells.value(text);
            } catch (YamlEngineException e) {
                return wrong(row, column, "sheet.value");
            }
        }

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
                } else {
                    columns.add(new ScenarioTable.Column(kind, head[1].strip()));
                }
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
}
