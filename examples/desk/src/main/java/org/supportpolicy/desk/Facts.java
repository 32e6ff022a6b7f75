package org.supportpolicy.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpolicy.Question;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;

/** Facts from what people filled in. Fields of forms are named after the facts that they ask for, such as {@code impact.systemDown}. */
final class Facts {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Facts() {}

    /** The facts with another in place of the one of its kind. */
    static FactSet with(FactSet facts, Fact fact) {
        return facts.toBuilder().without(fact.getClass()).with(fact).build();
    }

    /**
     * The facts with some components given anew.
     *
     * @param values by path
     * @throws org.supportpolicy.PolicyException if one of them cannot be, with what is wrong in both languages
     */
    static FactSet with(FactSet facts, Map<String, JsonNode> values) {
        try {
            ObjectNode all = (ObjectNode) MAPPER.readTree(new FactSetWriter().write(facts));
            values.forEach((path, value) -> {
                String[] names = path.split("\\.", 2);
                all.withObjectProperty(names[0]).set(names[1], value);
            });
            return new FactSetReader().read("form", all.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The items of the intake that were filled in, by path. */
    static Map<String, JsonNode> intake(Form form) {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        for (IntakeField field : IntakeField.known()) {
            String path = "intake." + field;
            if (form.has(path)) {
                given.put(path, item(field, form.text(path)));
            }
        }
        return given;
    }

    /** An item of the intake as it is filled in; a machine as its group and its name, with a slash between them. */
    private static JsonNode item(IntakeField field, String text) {
        if (field.equals(IntakeField.EXTRA_INFORMATION_SUPPLIED)) {
            return NODES.booleanNode(true);
        }
        if (!field.equals(IntakeField.SAMPLE_MACHINES)) {
            return text(text);
        }
        int slash = text.indexOf('/');
        return NODES.arrayNode().add(NODES.objectNode().put("groupId", text.substring(0, Math.max(slash, 0)).strip())
                .put("machineId", text.substring(slash + 1).strip()));
    }

    /** Kinds of questions that one field of a form can answer. */
    static boolean canAnswer(Question question) {
        return List.of(Question.Kind.YES_NO, Question.Kind.ONE_OF, Question.Kind.COUNT, Question.Kind.DATE)
                .contains(question.answers().kind()) && question.path().matches("[a-zA-Z]+\\.[a-zA-Z]+");
    }

    static JsonNode text(String text) {
        return NODES.textNode(text);
    }

    /** The answer to a question as it is filled in. */
    static JsonNode answer(String text) {
        return text.equals("true") || text.equals("false") ? NODES.booleanNode(Boolean.parseBoolean(text))
                : text.matches("\\d{1,9}") ? NODES.numberNode(Integer.parseInt(text)) : text(text);
    }
}
