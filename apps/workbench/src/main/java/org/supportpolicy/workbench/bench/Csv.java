package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.supportpolicy.workbench.http.Refused;

/** Tables as lines of values: a line of heads such as {@code given: asOf}, then a line for each case. */
final class Csv {

    private static final int BAD = 400;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String SEPARATORS = ",;\t";

    private Csv() {}

    /** The table as lines of values, with the separator that spreadsheets of a language expect. */
    static byte[] of(ScenarioTable table, Locale language) {
        StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);
        char separator = language.getLanguage().equals("nl") ? ';' : ',';
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.EXCEL.builder().setDelimiter(separator).get())) {
            printer.printRecord(table.columns().stream().map(ScenarioTable.Column::head));
            for (ScenarioTable.Row row : table.rows()) {
                printer.printRecord(row.isBlank() ? Stream.of(Cells.NOTHING) : row.cells().stream().map(Cells::text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written.", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The table of lines of values.
     *
     * @param table the one that it is another edition of
     * @throws Refused if a cell cannot be read, with the place of each
     */
    static ScenarioTable table(String text, ScenarioTable table) {
        String lines = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        SheetGrid grid = new SheetGrid();
        int number = 0;
        try (CSVParser parser = CSVFormat.EXCEL.builder().setDelimiter(separator(lines)).setIgnoreEmptyLines(false)
                .setLenientEof(false).setTrailingData(false).get().parse(new StringReader(lines))) {
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
}
