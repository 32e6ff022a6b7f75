package org.supportpolicy.spring;

import java.util.Map;
import java.util.Objects;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Lets Jackson 3 read and write what stands within something else, as {@link Jackson2Module} does. */
final class Jackson3Module extends SimpleModule {

    private static final long serialVersionUID = 1L;

    Jackson3Module(FactSetReader reader, DecisionWriter writer) {
        super("support-policy");
        FactSetWriter factSets = new FactSetWriter();
        addDeserializer(FactSet.class, new StdDeserializer<FactSet>(FactSet.class) {
            @Override
            public FactSet deserialize(JsonParser json, DeserializationContext context) {
                Map<String, Object> map = Objects.requireNonNull(json.readValueAs(new TypeReference<Map<String, Object>>() {}));
                try {
                    return reader.read("the fact set", map);
                } catch (PolicyException e) {
                    return context.reportInputMismatch(this, "%s", e.getMessage());
                }
            }
        });
        addSerializer(new StdSerializer<FactSet>(FactSet.class) {
            @Override
            public void serialize(FactSet value, JsonGenerator json, SerializationContext context) {
                json.writeRawValue(factSets.write(value));
            }
        });
        addSerializer(new StdSerializer<Decision>(Decision.class) {
            @Override
            public void serialize(Decision value, JsonGenerator json, SerializationContext context) {
                json.writeRawValue(writer.write(value));
            }
        });
    }
}
