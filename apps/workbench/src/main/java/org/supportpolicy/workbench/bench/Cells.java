package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The values of a table as the text of a cell of a spreadsheet, and back: what is written is read as the same value. */
final class Cells {

    /** What would be read as something else than a text, or be taken for a formula. */
    private static final Pattern NOT_PLAIN = Pattern.compile("(?s)\\s*|.*[\\p{Cntrl}\\x80-\\x9f\\ufffe\\uffff].*"
            + "|[\\s\\[{\"'=+@~!&*|>%`#-].*|.*\\s|(?i)true|false|null|-?[\\d.]+(?:[eE][-+]?\\d+)?");

    /** What stands in the first cell of a row that would be empty else. */
    static final String NOTHING = "null";

    private Cells() {}

    /** A value as text; nothing for null. */
    static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isTextual() && !NOT_PLAIN.matcher(value.textValue()).matches() ? value.textValue()
                : value.isTextual() ? Yaml.quoted(value.textValue()) : Yaml.flow(value);
    }

    /**
     * The value of a text; missing when nothing stands there.
     *
     * @throws YamlEngineException if it begins as a list, a map or a text in quotes, and is none
     */
    static JsonNode value(String text) {
        if (text.isBlank()) {
            return JsonNodeFactory.instance.missingNode();
        }
        return NOT_PLAIN.matcher(text).matches() ? Yaml.value(text.strip()) : JsonNodeFactory.instance.textNode(text);
    }
}
