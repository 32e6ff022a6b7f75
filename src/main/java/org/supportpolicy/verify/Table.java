package org.supportpolicy.verify;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.supportpolicy.Problem;

/** A table of a scenario: a column for each path, a row for each case. */
final class Table {

    private static final List<String> KEYS = List.of("given", "expect", "rows");
    private static final int MOST_VALUES = 1_000_000;

    private Table() {}

    /**
     * Makes a scenario of each row that fits. What a column puts there stands at the column, its value at the row: a mistake in a
     * column, or in what the rows share, is so the same problem for every row.
     *
     * @param scenario what the rows share
     * @param make is given each row and its scenario
     */
    static void rows(Item table, Item scenario, ExpectationCheck expectations, FileProblems problems, BiConsumer<Item, Item> make) {
        boolean known = true;
        for (Map.Entry<String, Item> member : table.members().entrySet()) {
            known &= expectations.known(member.getKey(), KEYS, "SP-S005.table", "", member.getValue());
        }
        if (!known) {
            return; // of what else is missing, some may be meant by that
        }
        List<Item> given = table.member("given").items();
        List<Item> expect = table.member("expect").items();
        List<Item> rows = table.member("rows").items();
        if (!table.member("given").isList() || expect.isEmpty() || rows.isEmpty()) {
            problems.add(table, Problem.of("SP-S003.table"));
            return;
        }
        Map<String, Item> columns = new LinkedHashMap<>();
        given.forEach(column -> column(column, "given.", columns, problems));
        expect.forEach(column -> column(column, "expect.", columns, problems));
        if ((long) rows.size() * (scenario.size() - table.size() + columns.size()) > MOST_VALUES) {
            problems.add(table, Problem.of("SP-S003.large", MOST_VALUES));
        } else if (columns.size() == given.size() + expect.size()) {
            rows(rows, columns, scenario, problems, make);
        }
    }

    /** Adds a column under the path at which it puts its values. */
    private static void column(Item column, String prefix, Map<String, Item> columns, FileProblems problems) {
        if (!(column.value() instanceof String path) || path.isBlank()) {
            problems.add(column, Problem.of("SP-S003.column"));
            return;
        }
        String first = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        boolean whole = prefix.equals("expect.") && ExpectationCheck.KEYS.contains(first);
        if (columns.putIfAbsent(whole ? path : prefix + path, column) != null) {
            problems.add(column, Problem.of("SP-S003.column-twice", path));
        }
    }

    private static void rows(List<Item> rows, Map<String, Item> columns, Item scenario, FileProblems problems,
            BiConsumer<Item, Item> make) {
        Map<Object, Item> seen = new HashMap<>();
        for (Item row : rows) {
            if (problems.isFull()) {
                return;
            }
            Item twin = seen.putIfAbsent(row.items().stream().map(Item::plain).toList(), row);
            if (row.items().size() != columns.size()) {
                problems.add(row, Problem.of("SP-S004", row.items().size(), columns.size()));
            } else if (twin != null) {
                problems.add(row, Problem.of("SP-S008.row", twin.line()));
            } else {
                Item one = scenario;
                Iterator<Item> values = row.items().iterator();
                for (Map.Entry<String, Item> column : columns.entrySet()) {
                    one = one.with(column.getKey(), values.next().under(column.getValue().line(), column.getValue().column()));
                }
                make.accept(row, one);
            }
        }
    }
}
