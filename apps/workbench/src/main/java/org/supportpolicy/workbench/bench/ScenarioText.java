package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.supportpolicy.workbench.http.Refused;

/**
 * The text of a scenario file, of which one piece is edited and all else stays as it is written, comments included. Whether it does is
 * looked at each time. Immutable.
 */
final class ScenarioText {

    private static final int BAD = 400;
    private static final String TABLE = "table";

    private final String text;
    private final List<Node> scenarios;

    private ScenarioText(String text, List<Node> scenarios) {
        this.text = text;
        this.scenarios = scenarios;
    }

    /**
     * Reads a text.
     *
     * @throws Refused if it is no YAML, or no list
     */
    static ScenarioText of(String text) {
        try {
            Optional<Node> document = Yaml.document(text);
            if (document.isEmpty()) {
                return new ScenarioText(text, List.of());
            }
            if (!(document.get() instanceof SequenceNode list) || list.getFlowStyle() == FlowStyle.FLOW) {
                throw Refused.of(BAD, "scenarios.list");
            }
            return new ScenarioText(text, list.getValue());
        } catch (YamlEngineException e) {
            throw Refused.of(BAD, "scenarios.yaml");
        }
    }

    String text() {
        return text;
    }

    /** The lines of the text with their ends. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    static int line(Node node) {
        return node.getStartMark().orElseThrow().getLine();
    }

    /** The line after the last of a node; a node in block style ends where the next begins, so its last part is asked. */
    private static int end(Node node) {
        if (node instanceof SequenceNode list && list.getFlowStyle() != FlowStyle.FLOW && !list.getValue().isEmpty()) {
            return end(list.getValue().get(list.getValue().size() - 1));
        } else if (node instanceof MappingNode map && map.getFlowStyle() != FlowStyle.FLOW && !map.getValue().isEmpty()) {
            return end(map.getValue().get(map.getValue().size() - 1).getValueNode());
        }
        return node.getEndMark().orElseThrow().getLine() + 1;
    }

    /** The text with one scenario more at its end. */
    ScenarioText append(String title, JsonNode given, JsonNode expect) {
        String indent = scenarios.isEmpty() ? "" : " ".repeat(scenarios.get(0).getStartMark().orElseThrow().getColumn() - 2);
        StringBuilder more = new StringBuilder(text);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            more.append('\n');
        }
        more.append(scenarios.isEmpty() ? "" : "\n").append(scenario(indent, title, given, expect));
        ScenarioText longer = of(more.toString());
        if (longer.scenarios.size() != scenarios.size() + 1 || !longer.isSame(this, -1)) {
            throw Refused.of(BAD, "scenarios.list");
        }
        return longer;
    }

    /** A scenario as it is written. */
    static String scenario(String indent, String title, JsonNode given, JsonNode expect) {
        StringBuilder text = new StringBuilder(indent + "- title: " + Yaml.sentence(title) + "\n" + indent + "  given:\n");
        given.properties().forEach(member -> text.append(Yaml.member(indent + "    ", member.getKey(), member.getValue())));
        text.append(indent).append("  expect:\n");
        expect.properties().forEach(member -> text.append(Yaml.member(indent + "    ", member.getKey(), member.getValue())));
        return text.toString();
    }

    /** The line on which the last scenario begins, from 1. */
    int lastLine() {
        return line(scenarios.get(scenarios.size() - 1)) + 1;
    }

    /** The places of the scenarios that have a table. */
    List<Integer> tables() {
        List<Integer> tables = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            if (member(scenarios.get(i), TABLE).isPresent()) {
                tables.add(i);
            }
        }
        return tables;
    }

    /** The table of the scenario that begins on a line, from 1. */
    ScenarioTable table(int line) {
        for (int place : tables()) {
            if (line(scenarios.get(place)) + 1 == line) {
                return table(place, line);
            }
        }
        throw Refused.of(404, "table.none", line);
    }

    ScenarioTable tableAt(int place) {
        return table(place, line(scenarios.get(place)) + 1);
    }

    private ScenarioTable table(int place, int line) {
        String title = member(scenarios.get(place), "title").map(Yaml::value).map(JsonNode::asText).orElse("");
        Node table = member(scenarios.get(place), TABLE).orElseThrow();
        return ScenarioTable.of(place, line, title, sequence(table, "given"), sequence(table, "expect"), sequence(table, "rows"));
    }

    private static Optional<Node> member(Node node, String key) {
        return node instanceof MappingNode map ? map.getValue().stream()
                .filter(member -> member.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
                .map(member -> member.getValueNode()).findFirst() : Optional.empty();
    }

    private static SequenceNode sequence(Node table, String key) {
        return member(table, key).filter(SequenceNode.class::isInstance).map(SequenceNode.class::cast)
                .orElseThrow(() -> Refused.of(BAD, "table.form"));
    }

    /** The text with other columns and rows in a table. A row that says the same keeps its form and its comment. */
    ScenarioText with(ScenarioTable table) {
        Node written = member(scenarios.get(table.place()), TABLE).orElseThrow();
        SequenceNode rows = sequence(written, "rows");
        SequenceNode given = sequence(written, "given");
        SequenceNode expect = sequence(written, "expect");
        if (rows.getFlowStyle() == FlowStyle.FLOW || rows.getValue().isEmpty() || line(given) == line(expect)) {
            throw Refused.of(BAD, "table.form");
        }
        List<String> lines = lines();
        List<RowText> former = new ArrayList<>();
        int from = line(rows.getValue().get(0));
        int begin = from;
        for (Node row : rows.getValue()) {
            if (line(row) < begin) {
                throw Refused.of(BAD, "table.form"); // two rows on a line
            }
            former.add(new RowText(Yaml.value(row), String.join("", lines.subList(begin, line(row))),
                    String.join("", lines.subList(line(row), end(row)))));
            begin = end(row);
        }
        int column = rows.getValue().get(0).getStartMark().orElseThrow().getColumn();
        String indent = " ".repeat(Math.max(0, column - 2));
        List<String> edited = new ArrayList<>(lines);
        columns(edited, given, table.columns(ScenarioTable.GIVEN));
        columns(edited, expect, table.columns(ScenarioTable.EXPECT));
        edited.subList(from, begin).clear();
        edited.add(from, RowText.all(table, former, indent));
        String joined = String.join("", edited);
        ScenarioText changed = of(text.endsWith("\n") || !joined.endsWith("\n") ? joined : joined.substring(0, joined.length() - 1));
        if (changed.scenarios.size() != scenarios.size() || !changed.isSame(this, table.place()) || !changed.tableAt(table.place())
                .isSame(table)) {
            throw Refused.of(BAD, "table.form");
        }
        return changed;
    }

    /** Writes the columns of one kind, on the line on which they stand, if they are others. */
    private static void columns(List<String> lines, SequenceNode node, JsonNode columns) {
        if (Yaml.value(node).equals(columns)) {
            return;
        }
        if (node.getFlowStyle() != FlowStyle.FLOW || end(node) != line(node) + 1) {
            throw Refused.of(BAD, "table.form");
        }
        String line = lines.get(line(node));
        int from = line.offsetByCodePoints(0, node.getStartMark().orElseThrow().getColumn());
        int to = line.offsetByCodePoints(0, node.getEndMark().orElseThrow().getColumn());
        lines.set(line(node), line.substring(0, from) + Yaml.flow(columns) + line.substring(to));
    }

    /** Whether every scenario but one says the same, and of that one all but the table. */
    private boolean isSame(ScenarioText other, int but) {
        for (int i = 0; i < other.scenarios.size(); i++) {
            JsonNode before = Yaml.value(other.scenarios.get(i));
            JsonNode after = Yaml.value(scenarios.get(i));
            if (i == but) {
                ((ObjectNode) before).remove(TABLE);
                ((ObjectNode) after).remove(TABLE);
            }
            if (!before.equals(after)) {
                return false;
            }
        }
        return true;
    }
}
