package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.supportpolicy.internal.ClauseBook;
import org.supportpolicy.internal.PolicyFiles;
import org.supportpolicy.internal.RuleFile;

/** Keeps the standard rule files honest. */
class HouseTest {

    private static final Pattern BANNED = Pattern.compile("\\b(salience|no-loop|lock-on-active|agenda-group|ruleflow-group|auto-focus"
            + "|date-effective|date-expires|enabled|timer|eval|modify|update|insert|delete|global|function|declare|extends|from"
            + "|dialect|unit)\\b");
    private static final Pattern ONE_CONCLUDE = Pattern.compile("\\s*conclude\\( kcontext, [^;]+ \\);\\s*", Pattern.DOTALL);
    private static final Set<String> ANNOTATIONS = Set.of("clause", "exception", "reading", "nl");

    private static final List<RuleDescr> RULES = new ArrayList<>();
    private static PolicyFiles files;
    private static ClauseBook book;

    @BeforeAll
    static void parse() throws DroolsParserException {
        files = PolicyFiles.standard();
        book = ClauseBook.read(files.english(), files.dutch());
        for (RuleFile file : files.rules()) {
            for (LanguageLevelOption level : List.of(LanguageLevelOption.DRL6, LanguageLevelOption.DRL10)) {
                DrlParser parser = new DrlParser(level);
                var parsed = parser.parse(false, file.text());
                assertThat(parser.getErrors()).as("%s read as %s", file.name(), level).isEmpty();
                if (level == LanguageLevelOption.DRL6) {
                    RULES.addAll(parsed.getRules());
                }
            }
        }
    }

    @Test
    void everyRuleCitesAClauseThatExists() {
        Set<String> ids = book.clauses().stream().map(Clause::id).collect(Collectors.toSet());
        assertThat(RULES).allSatisfy(rule -> assertThat(value(rule, "clause")).as(rule.getName())
                .startsWith("\"").endsWith("\"").satisfies(quoted -> assertThat(ids).contains(quoted.substring(1, quoted.length() - 1))));
    }

    @Test
    void everyRuleHasItsSentenceInDutch() {
        assertThat(RULES).allSatisfy(rule -> assertThat(value(rule, "nl")).as(rule.getName()).matches("\"[A-Z].+\""));
    }

    @Test
    void everyRuleUsesKnownAnnotationsOnly() {
        assertThat(RULES).allSatisfy(rule -> assertThat(ANNOTATIONS).as(rule.getName()).containsAll(rule.getAnnotationNames()));
    }

    @Test
    void everyClauseHasARuleOrTheMarkThatItIsNotAutomated() {
        Set<String> cited = RULES.stream().map(rule -> value(rule, "clause").replace("\"", "")).collect(Collectors.toSet());
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
    void everyConsequenceIsOneConclude() {
        assertThat(RULES).allSatisfy(rule -> assertThat(rule.getConsequence().toString()).as(rule.getName()).matches(ONE_CONCLUDE));
    }

    @Test
    void noRuleFileUsesABannedWord() {
        assertThat(files.rules()).allSatisfy(file -> assertThat(BANNED.matcher(code(file.text())).results().map(match -> match.group()))
                .as(file.name()).isEmpty());
    }

    @Test
    void noRuleHasMoreThanFivePatterns() {
        assertThat(RULES).allSatisfy(rule -> assertThat(rule.getLhs().getDescrs()).as(rule.getName()).hasSizeBetween(1, 5));
    }

    @Test
    void noTwoRulesShareAName() {
        assertThat(RULES).extracting(RuleDescr::getName).doesNotHaveDuplicates();
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

    private static String value(RuleDescr rule, String annotation) {
        assertThat(rule.getAnnotationNames()).as(rule.getName()).contains(annotation);
        return String.valueOf(rule.getAnnotation(annotation).getSingleValue());
    }

    /** A file without its strings and comments. */
    private static String code(String text) {
        return text.replaceAll("\"[^\"\\n]*\"", "\"\"").replaceAll("//[^\\n]*", "");
    }
}
