package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.model.RandomFactSets;

/** What is written is read as it was. */
class FactSetWriterTest {

    @Test
    void everyFactSetIsReadAsItWasWritten() {
        IntStream.range(0, 5_000).mapToObj(seed -> new RandomFactSets(seed).next()).forEach(facts -> {
            String json = new FactSetWriter().write(facts);
            FactSet read = new FactSetReader().read("written", json);
            assertThat(json).doesNotContain("\n");
            assertThat(List.of(read.asOf(), java.util.Set.copyOf(read.facts()))).as(json).isEqualTo(List.of(facts.asOf(), java.util.Set.copyOf(facts.facts())));
        });
    }
}
