package org.supportpolicy.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.Rule;
import org.supportpolicy.author.Glossary;

/** Writes the words that rules can speak of as JSON, both languages at once. */
final class GlossaryJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;
    private final Set<Rule> named = new LinkedHashSet<>();

    private GlossaryJson(JsonFactory factory) throws IOException {
        json = factory.createGenerator(text).useDefaultPrettyPrinter();
    }

    /** One object: the words, and once each rule that they name. */
    static String of(List<Glossary.Word> words) {
        try {
            GlossaryJson written = new GlossaryJson(FACTORY);
            try (JsonGenerator json = written.json) {
                written.write(words);
            }
            return written.text + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<Glossary.Word> words) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("words");
        for (Glossary.Word word : words) {
            word(word);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rules");
        for (Rule rule : named) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            said("words", new Problem.Said(rule.name(), rule.dutch() == null ? "" : rule.dutch()));
            json.writeStringField("clause", rule.clause());
            json.writeStringField("file", rule.file());
            json.writeNumberField("line", rule.line());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void word(Glossary.Word word) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", constant(word.kind()));
        json.writeStringField("name", word.name());
        if (word.kind() == Glossary.Kind.FACT) {
            json.writeStringField("key", word.key());
            json.writeStringField("absent", constant(word.absence()));
        }
        said("words", word.words());
        json.writeBooleanField("declared", word.isDeclared());
        if (!word.components().isEmpty()) {
            json.writeArrayFieldStart(word.kind() == Glossary.Kind.FUNCTION ? "takes" : "components");
            for (Glossary.Component component : word.components()) {
                component(component, word.kind());
            }
            json.writeEndArray();
        }
        if (word.gives() != null) {
            json.writeObjectFieldStart("gives");
            form(word.gives());
            json.writeEndObject();
        }
        if (!word.constants().isEmpty()) {
            json.writeArrayFieldStart("constants");
            for (Glossary.Constant constant : word.constants()) {
                constant(constant);
            }
            json.writeEndArray();
        }
        rules("concludedBy", word.concludedBy());
        rules("readBy", word.readBy());
        json.writeEndObject();
    }

    private void component(Glossary.Component component, Glossary.Kind of) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", component.name());
        form(component.form());
        if (of != Glossary.Kind.FUNCTION) {
            json.writeStringField("absent", constant(component.absence()));
            said("words", component.words());
            said("otherwise", component.otherwise());
            said("ask", component.ask());
            if (component.answerer() != null) {
                json.writeStringField("answerer", component.answerer().name());
            }
            rules("readBy", component.readBy());
        }
        json.writeEndObject();
    }

    private void form(Glossary.Form form) throws IOException {
        json.writeStringField("type", form.type());
        limit("from", form.from());
        limit("to", form.to());
        if (!form.constants().isEmpty()) {
            json.writeArrayFieldStart("oneOf");
            for (String constant : form.constants()) {
                json.writeString(constant);
            }
            json.writeEndArray();
        }
        if (!form.of().isEmpty()) {
            json.writeArrayFieldStart("of");
            for (Glossary.Form each : form.of()) {
                json.writeStartObject();
                form(each);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private void limit(String name, @Nullable Integer limit) throws IOException {
        if (limit != null) {
            json.writeNumberField(name, limit);
        }
    }

    private void constant(Glossary.Constant constant) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", constant.name());
        said("words", constant.words());
        json.writeBooleanField("declared", constant.isDeclared());
        rules("concludedBy", constant.concludedBy());
        rules("readBy", constant.readBy());
        json.writeEndObject();
    }

    private void said(String name, Problem.Said said) throws IOException {
        if (!said.english().isEmpty()) {
            json.writeObjectFieldStart(name);
            json.writeStringField("en", said.english());
            json.writeStringField("nl", said.dutch());
            json.writeEndObject();
        }
    }

    private void rules(String name, List<Rule> rules) throws IOException {
        named.addAll(rules);
        json.writeArrayFieldStart(name);
        for (Rule rule : rules) {
            json.writeString(rule.id());
        }
        json.writeEndArray();
    }

    private static String constant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
