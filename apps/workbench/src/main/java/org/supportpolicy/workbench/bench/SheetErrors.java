package org.supportpolicy.workbench.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpolicy.Problem;
import org.supportpolicy.workbench.http.Refused;
import org.supportpolicy.workbench.http.Texts;

/** What is wrong with the cells of a spreadsheet, each with its place as the spreadsheet names it. */
final class SheetErrors {

    private static final int BAD = 400;
    private static final int MOST = 100;
    private static final int LETTERS = 26;

    private final List<Map<String, Object>> errors = new ArrayList<>();

    /**
     * Adds one.
     *
     * @param row its row, from 1
     * @param column its column, from 0
     * @param key the text that says what is wrong
     */
    void add(int row, int column, String key) {
        add(row, column + 1, letters(column) + row, Texts.said(key));
    }

    /** Adds one of a whole row. */
    void add(int row, Problem.Said said) {
        add(row, 1, row + ":" + row, said);
    }

    private void add(int row, int column, String cell, Problem.Said said) {
        if (errors.size() < MOST) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("row", row);
            error.put("column", column);
            error.put("cell", cell);
            error.put("detail", said.english());
            error.put("detailNl", said.dutch());
            errors.add(error);
        }
    }

    private static String letters(int column) {
        return (column < LETTERS ? "" : letters(column / LETTERS - 1)) + (char) ('A' + column % LETTERS);
    }

    /** Refuses the spreadsheet if something is wrong with it. */
    void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw Refused.of(BAD, "sheet.wrong", errors.get(0).get("cell")).with("errors", errors);
        }
    }
}
