package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.supportpolicy.workbench.http.Refused;

/** Tables as workbooks of one sheet: a row of heads such as {@code given: asOf}, then a row for each case. */
final class Xlsx {

    private static final int BAD = 400;
    private static final int WIDTH = 24;
    private static final int MEGABYTE = 1_000_000;
    private static final int MOST_MEGABYTES = 50;
    private static final int PIECE = 8_192;

    private Xlsx() {}

    /** The table as a workbook of one sheet. */
    static byte[] of(ScenarioTable table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "support-policy", null)) {
            Worksheet sheet = book.newWorksheet("table");
            for (int column = 0; column < table.columns().size(); column++) {
                sheet.value(0, column, table.columns().get(column).head());
                sheet.style(0, column).bold().set();
                sheet.width(column, WIDTH);
            }
            sheet.freezePane(0, 1);
            for (int row = 0; row < table.rows().size(); row++) {
                List<JsonNode> cells = table.rows().get(row).cells();
                if (table.rows().get(row).isBlank()) {
                    sheet.value(row + 1, 0, Cells.NOTHING);
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

    private static void write(Worksheet sheet, int row, int column, JsonNode value) {
        if (value.isBoolean()) {
            sheet.value(row, column, value.booleanValue());
        } else if (value.isInt()) {
            sheet.value(row, column, value.numberValue());
        } else if (!value.isNull()) {
            sheet.value(row, column, Cells.text(value));
        }
    }

    /**
     * The table of a workbook: that on its first sheet.
     *
     * @param table the one that it is another edition of
     * @throws Refused if it is no workbook, its parts are too large, or a cell cannot be read, with the place of each
     */
    static ScenarioTable table(byte[] book, ScenarioTable table) {
        SheetGrid grid = new SheetGrid();
        try {
            refuseLarge(book);
            read(book, grid);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refused refused) {
                throw refused;
            }
            throw Refused.of(BAD, "sheet.none");
        }
        return grid.table(table);
    }

    private static void read(byte[] book, SheetGrid grid) throws IOException {
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
        }
    }

    /** Unpacks the parts of a workbook without keeping them: a small one may hold more than memory can. */
    private static void refuseLarge(byte[] book) throws IOException {
        long left = (long) MOST_MEGABYTES * MEGABYTE;
        byte[] piece = new byte[PIECE];
        try (ZipFile parts = ZipFile.builder().setByteArray(book).get()) {
            for (Iterator<ZipArchiveEntry> each = parts.getEntries().asIterator(); each.hasNext(); ) {
                try (InputStream part = parts.getInputStream(each.next())) {
                    for (int read = part.read(piece); read >= 0; read = part.read(piece)) {
                        left -= read;
                        if (left < 0) {
                            throw Refused.of(BAD, "sheet.large", MOST_MEGABYTES);
                        }
                    }
                }
            }
        }
    }

    private static JsonNode cell(int row, int column, Cell cell, SheetGrid grid) {
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
                return Yaml.value(cell.asNumber().toPlainString());
            case STRING:
                return grid.value(row, column, cell.asString());
            default:
                return grid.wrong(row, column, "sheet.formula");
        }
    }
}
