package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of a table as it is written.
 *
 * @param cells what it says
 * @param before the lines before it, such as of comments
 * @param text its own lines, with a comment behind it
 */
record RowText(JsonNode cells, String before, String text) {

    private static final Pattern COMMENT = Pattern.compile("][ \\t]*(#[^\\n\\]]*)\\r?\\n?$");

    /** The rows of a table: those that were there as they were written, the others anew. */
    static String all(ScenarioTable table, List<RowText> former, String indent) {
        Map<JsonNode, Deque<RowText>> same = new HashMap<>();
        former.forEach(row -> same.computeIfAbsent(row.cells, cells -> new ArrayDeque<>()).add(row));
        Set<RowText> left = Collections.newSetFromMap(new IdentityHashMap<>());
        left.addAll(former);
        List<Optional<RowText>> kept = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            Optional<RowText> row = Optional.ofNullable(same.getOrDefault(table.cells(i), new ArrayDeque<>()).poll());
            row.ifPresent(left::remove);
            kept.add(row);
        }
        boolean asMany = former.size() == table.rows().size();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < table.rows().size(); i++) {
            ArrayNode cells = table.cells(i);
            if (kept.get(i).isPresent()) {
                RowText row = kept.get(i).get();
                text.append(row.before).append(row.text.endsWith("\n") ? row.text : row.text + "\n");
            } else {
                RowText there = asMany && left.contains(former.get(i)) ? former.get(i) : new RowText(cells, "", "");
                text.append(there.before).append(indent).append("- ").append(Yaml.flow(cells)).append(there.comment()).append('\n');
            }
        }
        return text.toString();
    }

    private String comment() {
        Matcher comment = COMMENT.matcher(text);
        return comment.find() ? "   " + comment.group(1).strip() : "";
    }
}
