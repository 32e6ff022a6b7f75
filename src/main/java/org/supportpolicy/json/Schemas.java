package org.supportpolicy.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;

/**
 * JSON Schemas (2020-12) of fact sets and of decisions, made of the records that are read and written. Each is the same in both languages
 * but for its titles and descriptions. {@code docs/json.md} lists what only the reader can tell of a fact set.
 */
public final class Schemas {

    private static final String GIVEN = "The locale must be given.";
    private static final String OWN_GIVEN = "The own facts must be given.";
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private Schemas() {}

    /**
     * The schema of the fact sets that {@link FactSetReader} reads. What it refuses the reader refuses, but for a key without a value that
     * could have none.
     *
     * @param locale the language of its descriptions: Dutch for Dutch, any other for English
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public static String factSet(Locale locale) {
        return factSet(locale, OwnFacts.NONE);
    }

    /**
     * The schema of the fact sets of a policy, which hold the facts that it declares beside those of the library.
     *
     * @param locale the language of its descriptions: Dutch for Dutch, any other for English
     * @param own what the policy declares
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public static String factSet(Locale locale, OwnFacts own) {
        return text(new FactSchema(Objects.requireNonNull(locale, GIVEN), Objects.requireNonNull(own, OWN_GIVEN)).factSet(), "fact-set");
    }

    /**
     * The schema of the decisions that {@link DecisionWriter} writes, in whatever form. Later versions may add keys.
     *
     * @param locale the language of its descriptions: Dutch for Dutch, any other for English
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public static String decision(Locale locale) {
        return decision(locale, OwnFacts.NONE);
    }

    /**
     * The schema of the decisions of a policy, which name the findings that it declares beside those of the library.
     *
     * @param locale the language of its descriptions: Dutch for Dutch, any other for English
     * @param own what the policy declares
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public static String decision(Locale locale, OwnFacts own) {
        return text(new DecisionSchema(Objects.requireNonNull(locale, GIVEN), Objects.requireNonNull(own, OWN_GIVEN), true).decision(),
                "decision");
    }

    /** The same, and it allows no key that this version does not write. */
    static String closedDecision() {
        return text(new DecisionSchema(Locale.ENGLISH, OwnFacts.NONE, false).decision(), "decision");
    }

    private static String text(Map<String, Object> schema, String name) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("$schema", DIALECT);
        whole.put("$id", "urn:support-policy:" + name);
        whole.putAll(schema);
        StringWriter text = new StringWriter();
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = Jackson.factory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter()
                    .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(indent));
            value(json, whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                json.writeFieldName((String) member.getKey());
                value(json, Objects.requireNonNull(member.getValue()));
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                value(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString((String) value);
        }
    }
}
