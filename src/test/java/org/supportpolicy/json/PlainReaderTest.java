package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.model.OwnFactSets;
import org.supportpolicy.model.OwnPolicy;
import org.supportpolicy.model.RandomFactSets;

/** What is read plainly is what is read closely, and what is read closely with problems is never read plainly. */
class PlainReaderTest {

    private static final FactSetReader READER = new FactSetReader();
    private static final FactSetWriter WRITER = new FactSetWriter();
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final String CHARACTERS = "{}[]:,\"\\ \n\t\u0000\u001b\u00e9\ud83d\ufeff0123456789eE+-.TZPxnulrtf";

    private final Random random = new Random(20260310);

    @Test
    void whatTheWriterWritesIsReadPlainly() {
        RandomFactSets sets = new RandomFactSets(20260310);
        for (FactSet facts : Stream.generate(sets::next).limit(1_000).toList()) {
            String json = WRITER.write(facts);
            assertThat(READER.plainly(json)).as(json).isEqualTo(facts).isEqualTo(READER.closely("t", json, 0));
        }
    }

    @Test
    void whatAPolicyDeclaresIsReadPlainly(@TempDir Path directory) throws IOException {
        SupportPolicy policy = OwnPolicy.in(directory);
        FactSetReader reader = new FactSetReader().knowing(policy);
        for (FactSet facts : OwnFactSets.some(300, policy.ownFacts()).toList()) {
            String json = WRITER.write(facts);
            assertThat(reader.plainly(json)).as(json).isNotNull().isEqualTo(reader.closely("t", json, 0)); // causes come last
        }
    }

    @Test
    void bothReadAlikeWhatHasChanged() throws IOException {
        RandomFactSets sets = new RandomFactSets(5);
        int plain = 0;
        for (int i = 0; i < 6_000; i++) {
            String json = WRITER.write(sets.next());
            String changed = i % 2 == 0 ? value(json, i) : character(json);
            plain += same(changed) ? 1 : 0;
        }
        assertThat(plain).isBetween(500, 5_000);
    }

    private static String value(String json, int seed) throws IOException {
        ObjectNode document = (ObjectNode) JACKSON.readTree(json);
        new Mutations(seed).change(document);
        return JACKSON.writeValueAsString(document);
    }

    private String character(String json) {
        int at = random.nextInt(json.length());
        return json.substring(0, at) + (random.nextInt(3) > 0 ? "" + CHARACTERS.charAt(random.nextInt(CHARACTERS.length())) : "")
                + json.substring(at + random.nextInt(2));
    }

    /** Whether a text was read plainly; it must be as it is read closely. */
    private static boolean same(String json) {
        FactSet plain = READER.plainly(json);
        if (plain != null) {
            try {
                FactSet close = READER.closely("t", json, 0);
                assertThat(plain).as(json).isEqualTo(close);
                assertThat(WRITER.write(plain)).isEqualTo(WRITER.write(close));
            } catch (PolicyException e) {
                throw new AssertionError("Read plainly: " + json, e);
            }
        }
        return plain != null;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"asOf\":\"2026-03-10T15:00:00Z\"}",
        " { \"asOf\" : \"2026-03-10T16:00:00.000+0100\" , \"impact\" : null , \"causes\" : [ ] }\r\n",
        "{\"ticket\":{\"number\":\"\\\"a\\\\b\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00é😀\",\"kind\":null,\"holds\":[]},\"asOf\":\"2026-03-10T15:00:00Z\"}",
        "{\"asOf\":\"2026-03-10T15:00:00Z\",\"causes\":[{\"type\":\"MISHAP\"},{ \"type\" : \"MISHAP\" , \"causedProblem\" : true }]}",
        "{\"asOf\":\"2026-03-10T15:00:00Z\",\"desk\":{\"hours\":{\"MONDAY\":[[\"09:00\",\"24:00\"]],\"SUNDAY\":[]},\"firstResponseTargets\":{\"1\":\"PT1H\"}}}"})
    void isReadPlainly(String json) {
        assertThat(same(json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{}", "null", "[]", "{\"asOf\":null}", "\ufeff{\"asOf\":\"2026-03-10T15:00:00Z\"}", "{\"asOf\":\"2026-03-10T15:00:00Z\"}{}", "{\"asOf\":\"2026-03-10T15:00:00Z\",}",
        "{\"asOf\":\"2026-03-10T15:00:00Z\"", "{\"asOf\":\"2026-03-10T15:00:00Z", "{\"asOf", "{\"asOf\":\"2026-03-10T15:00:00Z\"}\u0000", "{\"asOf\":\"2026-03-10T15:00:00Z\",\"asOf\":\"2026-03-10T15:00:00Z\"}",
        "{\"asOf\":\"2026-03-10T15:00:00Z\",\"impact\":{\"systemDown\":null,\"systemDown\":true}}", "{\"asOf\":\"2026-03-10T15:00:00Z\",\"impact\":null,\"impact\":{}}",
        "{\"asOf\":\"2026-03-10T15:00:00Z\",\"ticket\":{\"urgencySet\":01}}", "{\"asOf\":\"2026-03-10T15:00:00Z\",\"ticket\":{\"urgencySet\":5}}", "{\"asOf\":\"2026-03-10T15:00:00Z\",\"ticket\":{\"urgencySet\":2.0}}",
        "{\"asOf\":\"2026-03-10T15:00:00Z\",\"ticket\":{\"number\":\"a\nb\"}}", "{\"asOf\":\"2026-03-10T15:00:00Z\",\"ticket\":{\"number\":\"\\x\"}}", "{\"asOf\":\"2026-03-10T15:00:00Z\",\"ticket\":{\"number\":\"\\ud83d\"}}",
        "{\"asOf\":\"2026-03-10T15:00:00Z\",\"ticket\":{\"number\":\"a\\nb\\", "{\"asOf\":\"2026-03-10T15:00:00Z\",\"ticket\":{\"holds\":[null]}}",
        "{\"asOf\":\"2026-03-10T15:00:00Z\",\"desk\":{\"firstResponseTargets\":{\"01\":\"PT1H\"}}}", "{\"asOf\":\"2026-03-10T15:00:00Z\",\"desk\":{\"firstResponseTargets\":{\"\n1\":\"PT1H\"}}}",
        "{\"asOf\":\"2026-03-10T15:00:00Z\",\"desk\":{\"firstResponseTargets\":{\"1\t\":\"PT1H\"}}}", "{\"asOf\":\"2026-03-10T15:00:00Z\",\"desk\":{\"firstResponseTargets\":{\"1\":\"PT1H\",\"1\":\"PT2H\"}}}",
        "{\"asOf\":\"2026-03-10T15:00:00Z\",\"desk\":{\"hours\":{\"MONDAY\":[[\"09:00\"]]}}}", "{\"asOf\":\"2026-03-10T15:00:00Z\",\"desk\":{\"hours\":{\"MONDAY\":[[\"09:00\",\"17:00\",\"18:00\"]]}}}",
        "{\"asOf\":\"2026-03-10T15:00:00Z\",\"causes\":[{}]}", "{\"asOf\":\"2026-03-10T15:00:00Z\",\"causes\":[{\"type\":\"NONE\"}]}", "{\"asOf\":\"1899-03-10T15:00:00Z\"}"})
    void isReadClosely(String json) {
        assertThat(READER.plainly(json)).as(json).isNull();
    }

    @Test
    void aDeskThatComesAgainIsTheSameUntilItIsAnother() {
        String one = "{\"asOf\":\"2026-03-10T15:00:00Z\",\"desk\":{\"zone\":\"Europe/Paris\"}}";
        String other = one.replace("Paris", "Rome");
        FactSetReader reader = new FactSetReader();
        for (String json : List.of(one, one, other, one, other, other)) {
            assertThat(reader.read("t", json)).isEqualTo(reader.closely("t", json, 0));
        }
    }
}
