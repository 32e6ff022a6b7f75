package org.supportpolicy.spring;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;

/** Lets Jackson 2 read and write what stands within something else, such as a list of decisions or a request with a fact set in it. */
final class Jackson2Module extends SimpleModule {

    private static final long serialVersionUID = 1L;

    Jackson2Module(FactSetReader reader, DecisionWriter writer) {
        super("support-policy");
        FactSetWriter factSets = new FactSetWriter();
        addDeserializer(FactSet.class, new StdDeserializer<FactSet>(FactSet.class) {

            private static final long serialVersionUID = 1L;

            @Override
            public FactSet deserialize(JsonParser json, DeserializationContext context) throws IOException {
                Map<String, Object> map = Objects.requireNonNull(json.readValueAs(new TypeReference<Map<String, Object>>() {}));
                try {
                    return reader.read("the fact set", map);
                } catch (PolicyException e) {
                    return context.reportInputMismatch(this, "%s", e.getMessage());
                }
            }
        });
        addSerializer(new StdSerializer<FactSet>(FactSet.class) {

            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(FactSet value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeRawValue(factSets.write(value));
            }
        });
        addSerializer(new StdSerializer<Decision>(Decision.class) {

            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(Decision value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeRawValue(writer.write(value));
            }
        });
    }
}
