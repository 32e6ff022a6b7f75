package org.supportpolicy.internal.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Requirement;

/** The catalogue of problems says everything in both languages. */
class ProblemTextsTest {

    /** A key where it is used: in a call that says it, or anywhere when it can be nothing else. */
    private static final Pattern USED = Pattern.compile("(?:Problem\\.of|ProblemTexts\\.said)\\(\\s*\"([^\"]+)\"\\s*[,)]|\"((?:SP-[ISTW]\\d{3}|must\\.\\w)[\\w.-]*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
        Properties english = texts("en");
        Properties dutch = texts("nl");
        assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(places(dutch.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key))));
    }

    @Test
    void everyKeyInTheCodeExists() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                USED.matcher(Files.readString(source)).results().forEach(use -> used.add(use.group(1) == null ? use.group(2) : use.group(1)));
            }
        }
        assertThat(used).contains("maybe", "SP-I004.item", "must.one-of");
        assertThat(ProblemTexts.keys()).containsAll(used);
    }

    @Test
    void aRequirementOfAFactIsSaidAsTheFactSaysIt() {
        List<String> limits = IntStream.range(0, 2).mapToObj(place -> "<" + place + ">").toList();
        assertThat(Requirement.values()).allSatisfy(requirement ->
                assertThat(ProblemTexts.said("must." + requirement.key(), limits.toArray()).english()).isEqualTo(requirement.english(limits)));
    }

    @Test
    void aValueThatDiffersByLanguageIsFilledInInEach() {
        assertThat(Problem.of("SP-I002", new Problem.Said("cause USE", "oorzaak USE"), "by")).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("SP-I002");
            assertThat(problem.said()).isEqualTo(new Problem.Said("The cause USE has no (by).", "De oorzaak USE heeft geen (by)."));
        });
    }

    @Test
    void aKeyThatIsNotThereIsAMistakeInTheCode() {
        assertThatThrownBy(() -> Problem.of("SP-I002.none")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("(SP-I002.none)");
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group()).sorted().distinct().toList();
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(ProblemTexts.class.getResourceAsStream("/org/supportpolicy/problems_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
