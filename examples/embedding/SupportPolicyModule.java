package org.supportpolicy.examples;

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
import java.util.function.Function;
import org.supportpolicy.Decision;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;

/**
 * Lets Jackson read fact sets and write decisions, so that a controller can take the ones and return the others. A bad fact set is a
 * {@link org.supportpolicy.PolicyException} with every problem. The mapper must refuse keys that stand twice itself, with Jackson's
 * {@code STRICT_DUPLICATE_DETECTION}.
 */
public final class SupportPolicyModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** Makes a module. */
    public SupportPolicyModule() {
        super("support-policy");
        addDeserializer(FactSet.class, new FactSets());
        addSerializer(FactSet.class, new Written<>(FactSet.class, new FactSetWriter()::write));
        addSerializer(Decision.class, new Written<>(Decision.class, new DecisionWriter()::write));
    }

    private static final class FactSets extends StdDeserializer<FactSet> {

        private static final long serialVersionUID = 1L;

        private final transient FactSetReader reader = new FactSetReader();

        FactSets() {
            super(FactSet.class);
        }

        @Override
        public FactSet deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return reader.read("the request", json.<Map<String, Object>>readValueAs(new TypeReference<Map<String, Object>>() {}));
        }
    }

    /** What is written as JSON already. */
    private static final class Written<T> extends StdSerializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<T, String> writer;

        Written(Class<T> type, Function<T, String> writer) {
            super(type);
            this.writer = writer;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeRawValue(writer.apply(value));
        }
    }
}
