package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Coverage;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Modality;
import org.supportpolicy.finding.Party;
import org.supportpolicy.finding.ResponsePriority;
import org.supportpolicy.model.RandomFactSets;

/** Every finding can be said in both languages. */
class WordsTest {

    @Test
    void everyFindingHasWordsInBothLanguages() throws IOException {
        Set<String> needed = new TreeSet<>();
        for (Class<?> kind : Finding.class.getPermittedSubclasses()) {
            if (kind.isEnum()) {
                constants(kind).forEach(needed::add);
            } else {
                needed.add(kind.getSimpleName());
            }
        }
        List.of(ActionKind.class, Party.class, Modality.class, Coverage.class, ResponsePriority.class, Ground.class, TicketState.class)
                .forEach(kind -> constants(kind).forEach(needed::add));
        assertThat(words("en").keySet()).containsAll(needed);
        assertThat(words("nl").keySet()).isEqualTo(words("en").keySet());
    }

    @Test
    void everyDecisionCanBeExplainedInBothLanguages() {
        SupportPolicy policy = SupportPolicy.standard();
        IntStream.range(0, 2_000).forEach(seed -> {
            FactSet facts = new RandomFactSets(seed).next();
            Decision decision = policy.decide(facts);
            assertThat(decision.explain(Locale.ENGLISH)).contains("Support: ");
            assertThat(decision.explain(Locale.forLanguageTag("nl-BE"))).contains("Ondersteuning: ")
                    .doesNotContain("Support: ", "as above", "undetermined");
        });
    }

    @Test
    void aDueTimeIsExplainedByItsStepsInBothLanguages() {
        Decision decision = SupportPolicy.standard().decide(Examples.completeTicket());
        assertThat(decision.explain(Locale.ENGLISH)).contains("due at 2026-03-11T11:00:00+01:00, counted [Tue 15:00–17:00 2 h, Wed 09:00–11:00 2 h]");
        assertThat(decision.explain(Locale.forLanguageTag("nl"))).contains("uiterlijk 2026-03-11T11:00:00+01:00, geteld [di 15:00–17:00 2 h, wo 09:00–11:00 2 h]");
    }

    private static Stream<String> constants(Class<?> kind) {
        return Arrays.stream(kind.getEnumConstants()).map(constant -> kind.getSimpleName() + "." + ((Enum<?>) constant).name());
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(Words.class.getResourceAsStream("words_" + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
