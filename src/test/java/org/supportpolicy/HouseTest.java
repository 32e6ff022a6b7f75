package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.supportpolicy.internal.source.ClauseBook;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;
import org.supportpolicy.internal.source.RuleText;

/** Keeps the standard rule files honest. */
class HouseTest {

    private static final List<RuleText> RULES = new ArrayList<>();
    private static PolicyFiles files;
    private static ClauseBook book;

    @BeforeAll
    static void parse() throws DroolsParserException {
        files = PolicyFiles.standard();
        Draft draft = Draft.read(files);
        book = draft.clauses();
        draft.books().forEach(file -> RULES.addAll(file.rules()));
        for (RuleFile file : files.rules()) {
            for (LanguageLevelOption level : List.of(LanguageLevelOption.DRL6, LanguageLevelOption.DRL10)) {
                DrlParser parser = new DrlParser(level);
                parser.parse(false, file.text());
                assertThat(parser.getErrors()).as("%s read as %s", file.name(), level).isEmpty();
            }
        }
    }

    @Test
    void everyRuleHasItsSentenceInDutch() {
        assertThat(RULES).allSatisfy(rule -> assertThat(rule.said("nl")).as(rule.name().text()).matches("[A-Z].+[^.]"));
    }

    @Test
    void everyReadingThatIsCitedIsOneWord() {
        assertThat(RULES).allSatisfy(rule -> assertThat(rule.said("reading")).as(rule.name().text()).matches("(AMB-\\d\\d(, AMB-\\d\\d)*)?"));
    }

    @Test
    void everyClauseHasARuleOrTheMarkThatItIsNotAutomated() {
        Set<String> cited = RULES.stream().map(rule -> rule.said("clause")).collect(Collectors.toSet());
        assertThat(book.clauses()).allSatisfy(clause -> assertThat(cited.contains(clause.id())).as(clause.id()).isEqualTo(clause.notAutomated() == null));
    }

    @Test
    void theTextsHaveEveryClauseOfThePolicy() {
        Map<String, Long> counts = book.clauses().stream().collect(Collectors.groupingBy(Clause::section, TreeMap::new, Collectors.counting()));
        assertThat(counts).isEqualTo(new TreeMap<>(Map.ofEntries(Map.entry("scope", 4L), Map.entry("request", 15L),
                Map.entry("submit", 25L), Map.entry("contact", 11L), Map.entry("effort", 4L), Map.entry("closure", 15L),
                Map.entry("response", 4L), Map.entry("urgency", 9L), Map.entry("followup", 4L), Map.entry("priority", 4L),
                Map.entry("duty", 9L), Map.entry("sunset", 6L), Map.entry("terms", 9L))));
    }

    @Test
    void noRuleHasMoreThanFivePatterns() {
        assertThat(RULES).allSatisfy(rule -> assertThat(rule.when().parts()).as(rule.name().text()).hasSizeBetween(1, 5));
    }

    @Test
    void everyRuleFileBeginsWithTwoLinesAboutIt() {
        assertThat(files.rules()).allSatisfy(file -> assertThat(file.text().lines().limit(3).toList()).as(file.name())
                .satisfies(lines -> {
                    assertThat(lines.get(0)).startsWith("// ");
                    assertThat(lines.get(1)).startsWith("// Reads ");
                    assertThat(lines.get(2)).startsWith("package org.supportpolicy.rules.");
                }));
    }
}
