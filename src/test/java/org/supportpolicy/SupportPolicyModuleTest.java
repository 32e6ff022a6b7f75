package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.examples.SupportPolicyModule;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;
import org.supportpolicy.model.RandomFactSets;

/** The example module reads what the reader reads and writes what the writer writes, in an answer of a host's own. */
class SupportPolicyModuleTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).addModule(new SupportPolicyModule()).build();

    /** What a controller may answer. */
    public record Answer(String mood, FactSet facts, Decision decision) {}

    @Test
    void factSetsAreReadAndDecisionsWritten() throws JsonProcessingException {
        for (FactSet facts : IntStream.range(0, 50).mapToObj(seed -> new RandomFactSets(seed).next()).toList()) {
            String json = new FactSetWriter().write(facts);
            assertThat(MAPPER.readValue(json, FactSet.class)).isEqualTo(new FactSetReader().read("t", json));
            Decision decision = SupportPolicy.standard().decide(facts);
            assertThat(MAPPER.writeValueAsString(new Answer("good", facts, decision)))
                    .isEqualTo("{\"mood\":\"good\",\"facts\":" + json + ",\"decision\":" + new DecisionWriter().write(decision) + "}");
        }
    }

    @Test
    void whatIsWrongIsSaidByItsPointers() {
        PolicyException refused = catchThrowableOfType(PolicyException.class,
                () -> MAPPER.readValue("{\"asOf\":\"2026-01-01T00:00:00Z\",\"ticket\":{\"urgencySet\":7,\"stat\":\"ACTIVE\"}}", FactSet.class));
        assertThat(refused.problems()).extracting(Problem::where).isEqualTo(List.of("the request  /ticket/stat", "the request  /ticket/urgencySet"));
        assertThat(catchThrowableOfType(JsonParseException.class, () -> MAPPER.readValue("{\"asOf\":1,\"asOf\":2}", FactSet.class))).hasMessageContaining("Duplicate");
    }
}
