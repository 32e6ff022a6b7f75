package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.supportpolicy.workbench.http.Json;

/** The YAML of scenario files: values read from it, and values written as an analyst would write them. */
final class Yaml {

    private static final LoadSettings SETTINGS = LoadSettings.builder().setMaxAliasesForCollections(50).build();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][\\w./-]*");
    private static final String SIGNS = ":#\\[\\]{}\"'&*!|>%@`\\\\\\p{Cntrl}";
    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z][^" + SIGNS + "]*[^" + SIGNS + "\\s]");
    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    /** What JSON takes as it is and YAML does not, or nobody sees. */
    private static final Pattern UNSEEN = Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff]");
    private static final int LONGEST = 110;
    private static final String STEP = "  ";
    private static final int DEEPEST = 32;
    private static final int MOST_VALUES = 1_000_000;
    /** A number that decimal digits write out, as many as anyone does. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,100}(?:\\.\\d{0,100})?(?:[eE][-+]?\\d{1,2})?");

    private Yaml() {}

    /**
     * The document of a text; empty when there is none.
     *
     * @throws YamlEngineException if it is no YAML, or holds what no file of scenarios does: more values or levels than anybody writes,
     *     aliases written out, a list that holds itself, or a number without decimal digits
     */
    static Optional<Node> document(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            refuseIf(depth > DEEPEST);
        }
        Optional<Node> document = new Compose(SETTINGS).composeString(text);
        document.ifPresent(node -> values(node, 0, 0));
        return document;
    }

    /** How many values there are with those of a node, each that an alias names counted again. */
    private static int values(Node node, int depth, int before) {
        int values = before + 1;
        refuseIf(depth > DEEPEST || values > MOST_VALUES);
        if (node instanceof MappingNode map) {
            for (NodeTuple member : map.getValue()) {
                refuseIf(!(member.getKeyNode() instanceof ScalarNode));
                values = values(member.getValueNode(), depth + 1, values);
            }
        } else if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                values = values(item, depth + 1, values);
            }
        } else if (node instanceof ScalarNode scalar) {
            refuseIf(isNumber(scalar.getTag()) && !NUMBER.matcher(scalar.getValue()).matches());
        }
        return values;
    }

    private static void refuseIf(boolean wrong) {
        if (wrong) {
            throw new YamlEngineException("It is more than a file of scenarios holds.");
        }
    }

    private static boolean isNumber(Tag tag) {
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
    }

    /** The plain value of a node. */
    static JsonNode value(Node node) {
        if (node instanceof MappingNode map) {
            ObjectNode json = Json.object();
            map.getValue().forEach(member -> json.set(((ScalarNode) member.getKeyNode()).getValue(), value(member.getValueNode())));
            return json;
        } else if (node instanceof SequenceNode list) {
            ArrayNode json = Json.object().arrayNode();
            list.getValue().forEach(item -> json.add(value(item)));
            return json;
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar(scalar.getValue(), scalar.getTag());
    }

    private static JsonNode scalar(String text, Tag tag) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (tag.equals(Tag.NULL)) {
            return json.nullNode();
        } else if (tag.equals(Tag.BOOL)) {
            return json.booleanNode(Boolean.parseBoolean(text));
        } else if (isNumber(tag)) {
            BigDecimal number = new BigDecimal(text);
            return number.toString().matches("-?\\d{1,9}") ? json.numberNode(number.intValue()) : DecimalNode.valueOf(number);
        }
        return json.textNode(text);
    }

    /** The value of one piece of YAML, such as {@code [A, B]} or {@code 7}. */
    static JsonNode value(String text) {
        return document(text).map(Yaml::value).orElseGet(() -> JsonNodeFactory.instance.nullNode());
    }

    /** A value on one line. */
    static String flow(JsonNode value) {
        if (value.isObject()) {
            List<String> members = new ArrayList<>();
            value.properties().forEach(member -> members.add(text(member.getKey()) + ": " + flow(member.getValue())));
            return "{" + String.join(", ", members) + "}";
        } else if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(flow(item)));
            return "[" + String.join(", ", items) + "]";
        }
        return value.isTextual() ? text(value.textValue()) : value.isBigDecimal() ? value.decimalValue().toString() : value.asText();
    }

    private static String text(String text) {
        return PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text);
    }

    /** A text in quotes, as both YAML and JSON have them. */
    static String quoted(String text) {
        String quoted = new String(Json.bytes(JsonNodeFactory.instance.textNode(text)), StandardCharsets.UTF_8);
        return UNSEEN.matcher(quoted).replaceAll(sign -> String.format("\\\\u%04x", (int) sign.group().charAt(0)));
    }

    /** A sentence, which needs quotes only when it has signs of YAML in it. */
    static String sentence(String text) {
        return SENTENCE.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text);
    }

    /** A member of a map on a line, or on lines of its own where that would grow too long. */
    static String member(String indent, String key, JsonNode value) {
        String line = indent + text(key) + ": " + flow(value) + "\n";
        if (line.length() <= LONGEST || !value.isContainerNode() || value.isEmpty()) {
            return line;
        }
        StringBuilder lines = new StringBuilder(indent + text(key) + ":\n");
        if (value.isObject()) {
            value.properties().forEach(member -> lines.append(member(indent + STEP, member.getKey(), member.getValue())));
        } else {
            value.forEach(item -> lines.append(indent).append(STEP).append("- ").append(flow(item)).append('\n'));
        }
        return lines.toString();
    }
}
