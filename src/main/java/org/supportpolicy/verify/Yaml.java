package org.supportpolicy.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML text into items that know where they stand. */
final class Yaml {

    private Yaml() {}

    /** Who is told of what is wrong. */
    interface Complaint {
        void about(int line, int column, String message);
    }

    /** Reads one document; complains and returns null when it is no YAML. */
    static @Nullable Item read(String text, Complaint complaint) {
        try {
            LoadSettings settings = LoadSettings.builder().build();
            Optional<Node> root = new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text))).getSingleNode();
            if (root.isEmpty()) {
                complaint.about(1, 1, "The file must hold a list of scenarios; it is empty.");
                return null;
            }
            return item(root.get(), complaint);
        } catch (MarkedYamlEngineException e) {
            Mark at = e.getProblemMark().orElse(null);
            complaint.about(at == null ? 1 : at.getLine() + 1, at == null ? 1 : at.getColumn() + 1, "The text must be YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            complaint.about(1, 1, "The text must be YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".");
        }
        return null;
    }

    private static Item item(Node node, Complaint complaint) {
        Mark at = node.getStartMark().orElseThrow();
        int line = at.getLine() + 1;
        int column = at.getColumn() + 1;
        if (node instanceof MappingNode map) {
            return new Item(members(map, complaint), line, column, line, column);
        }
        if (node instanceof SequenceNode list) {
            List<Item> items = new ArrayList<>();
            list.getValue().forEach(item -> items.add(item(item, complaint)));
            return new Item(items, line, column, line, column);
        }
        return new Item(scalar((ScalarNode) node), line, column, line, column);
    }

    private static Map<String, Item> members(MappingNode map, Complaint complaint) {
        Map<String, Item> members = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            Mark at = tuple.getKeyNode().getStartMark().orElseThrow();
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            Item item = item(tuple.getValueNode(), complaint).under(at.getLine() + 1, at.getColumn() + 1);
            if (members.putIfAbsent(key, item) != null) {
                complaint.about(at.getLine() + 1, at.getColumn() + 1, "The key (" + key + ") must stand there once.");
            }
        }
        return members;
    }

    private static @Nullable Object scalar(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(scalar.getValue());
        }
        if (tag.equals(Tag.INT) && scalar.getValue().matches("-?\\d{1,9}")) {
            return Integer.valueOf(scalar.getValue());
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? new java.math.BigDecimal(scalar.getValue()) : scalar.getValue();
    }
}
