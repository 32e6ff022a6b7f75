package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.Clause;
import org.supportpolicy.Problem;
import org.supportpolicy.Reading;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.verify.Scenario;

/** What a policy book says, and that nothing which an analyst wrote in it is taken for markup. */
class BookTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final String HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)></p></li></article>&lt;b\u202e";
    private static final String SHOWN = HOSTILE.replace("\u202e", "<U+202E>");

    private static SupportPolicy policy;
    private static WorkingCopy standard;
    private static ScenarioReport report;
    private static Coverage coverage;
    private static BookDocument english;
    private static BookDocument dutch;

    @TempDir
    private static Path directory;

    @BeforeAll
    static void write() {
        WorkingCopy.init(directory);
        standard = WorkingCopy.standard();
        policy = standard.policy().orElseThrow();
        List<Scenario> some = standard.scenarios().stream().filter(scenario -> scenario.file().endsWith("closure.yaml")).toList();
        report = ScenarioReport.of(policy, some);
        coverage = Coverage.of(policy, some);
        Book book = Book.of(standard).with(report).with(coverage);
        english = new BookDocument(book.html(Locale.ENGLISH));
        dutch = new BookDocument(book.html(DUTCH));
    }

    @Test
    void theFrontSaysWhichPolicyItIsAndHowItStands() {
        long automated = policy.clauses().stream().filter(clause -> clause.notAutomated() == null).count();
        assertThat(english.text("//table[@class='summary']")).contains("Edition 1.0", "In force from the beginning", policy.receipt().fingerprint(),
                "Clauses " + policy.clauses().size() + ": " + automated + " decided by rules, " + (policy.clauses().size() - automated) + " not automated",
                "Rules " + policy.rules().size(), policy.readings().size() + ", of which " + policy.readings().stream().filter(Reading::contested).count() + " contested",
                report.results().size() + " of " + report.results().size() + " as expected",
                coverage.rulesTried() + " of " + coverage.rules().size() + " rules and " + coverage.conditionsTried() + " of " + coverage.conditions() + " single conditions",
                "Open problems none");
        assertThat(dutch.text("//table[@class='summary']")).contains("Editie 1.0", "Geldt vanaf het begin", "Open problemen geen");
        assertThat(new BookDocument(Book.of(standard).html(Locale.ENGLISH)).text("//table[@class='summary']")).contains("Scenarios not run", "Coverage not counted");
    }

    @Test
    void theContentsNameEverySection() {
        assertThat(policy.sections()).allSatisfy(section -> {
            assertThat(english.text("//nav//a[@href='#section-" + section.id() + "']")).isEqualTo(section.english());
            assertThat(dutch.text("//nav//a[@href='#section-" + section.id() + "']")).isEqualTo(section.dutch());
        });
    }

    @Test
    void everyClauseStandsInBothLanguagesWithWhatIsReadIntoIt() {
        assertThat(policy.clauses()).allSatisfy(clause -> {
            for (BookDocument book : List.of(english, dutch)) {
                BookDocument article = book.at("clause-" + clause.id());
                assertThat(article.text("p[@class='binds']")).startsWith(clause.modality() + " ");
                assertThat(article.text("div/div[@lang='en']")).contains(texts(clause.english(), clause.readAs().stream().map(Clause.ReadAs::english),
                        clause.notAutomated() == null ? "" : "Not automated: " + clause.notAutomated()));
                assertThat(article.text("div/div[@lang='nl']")).contains(texts(clause.dutch(), clause.readAs().stream().map(Clause.ReadAs::dutch),
                        clause.notAutomated() == null ? "" : "Niet geautomatiseerd: " + clause.notAutomatedDutch()));
                clause.readAs().forEach(added -> assertThat(article.all("div/div/p/a[@href='#reading-" + added.reading() + "']")).hasSize(2));
            }
            assertThat(english.at("clause-" + clause.id()).text("div/div[1]")).startsWith(plain(clause.english()));
            assertThat(dutch.at("clause-" + clause.id()).text("div/div[1]")).startsWith(plain(clause.dutch()));
        });
    }

    private static List<String> texts(String text, Stream<String> readAs, String why) {
        return Stream.of(Stream.of(text), readAs, Stream.of(why)).flatMap(each -> each).map(BookTest::plain).toList();
    }

    @Test
    void everyRuleStandsUnderItsClauseAsSentencesAndAsItIsWritten() {
        assertThat(policy.rules()).allSatisfy(rule -> {
            BookDocument at = english.at("rule-" + rule.id());
            assertThat(at.text("ancestor::article/@id")).isEqualTo("clause-" + rule.clause());
            assertThat(at.text("p[@class='sentence'][@lang='en']")).isEqualTo(rule.name());
            assertThat(at.text("p[@class='other'][@lang='nl']")).isEqualTo(rule.dutch());
            assertThat(dutch.at("rule-" + rule.id()).text("p[@class='sentence'][@lang='nl']")).isEqualTo(rule.dutch());
            assertThat(at.written("details[@class='written']/pre").strip()).isEqualTo(rule.text());
            assertThat(at.all("p/a")).isEqualTo(rule.readings().stream().map(Reading::id).toList());
        });
    }

    @Test
    void everyRuleSaysWhatScenariosTryOfIt() {
        assertThat(coverage.rules()).allSatisfy(tried -> {
            BookDocument at = english.at("rule-" + tried.rule().id());
            assertThat(at.text("details[1]/summary")).startsWith("Fires in " + tried.fired() + " scenario").contains("silent in " + tried.silent());
            assertThat(at.all("details[1]/ul/li[@class='bad']")).hasSize((int) tried.conditions().stream().filter(condition -> !condition.isTriedBothWays()).count());
        });
        List<Rule> untried = coverage.rules().stream().filter(tried -> !BookCoverage.isTried(tried)).map(Coverage.RuleCoverage::rule).toList();
        assertThat(untried).isNotEmpty();
        assertThat(english.all("//section[@id='untried']//a")).containsExactlyElementsOf(untried.stream().map(Rule::name).toList());
        assertThat(new BookDocument(Book.of(standard).html(Locale.ENGLISH)).all("//section[@id='untried']")).isEmpty();
    }

    @Test
    void theScenariosOfAClauseStandUnderIt() {
        BookDocument at = english.at("clause-closure.fixed-by-current-patch");
        assertThat(at.text("details[@class='scenarios']/summary")).matches("\\d+ scenarios, as expected");
        assertThat(at.text("details[@class='scenarios']")).contains("Determinations give their grounds, both of them where two are needed", "closure.yaml, line");
    }

    @Test
    void theReadingsSayWhatRestsOnThem() {
        assertThat(policy.readings()).allSatisfy(reading -> {
            BookDocument at = english.at("reading-" + reading.id());
            assertThat(at.text(".")).contains(plain(reading.english().open()), plain(reading.english().adopted()), plain(reading.english().why()), plain(reading.dutch().adopted()));
            assertThat(at.text("h3").contains("contested")).isEqualTo(reading.contested());
            List<String> resting = policy.clauses().stream().filter(clause -> clause.readAs().stream().anyMatch(added -> added.reading().equals(reading.id()))
                    || policy.rules().stream().anyMatch(rule -> rule.clause().equals(clause.id()) && rule.readings().contains(reading))).map(Clause::id).toList();
            assertThat(at.all("p/a")).isEqualTo(resting);
        });
    }

    @Test
    void everyAnchorThatIsLinkedIsThereOnce() {
        for (BookDocument book : List.of(english, dutch, new BookDocument(Book.coverage(policy, coverage, DUTCH)))) {
            List<String> anchors = book.all("//@id");
            assertThat(anchors).doesNotHaveDuplicates().hasSizeGreaterThan(100);
            assertThat(book.all("//a/@href")).isNotEmpty().allMatch(link -> link.startsWith("#")).allMatch(link -> anchors.contains(link.substring(1)));
        }
    }

    @Test
    void thePagesNeedNothingBesideThemAndSaySo() throws Exception {
        String page = Book.of(standard).html(Locale.ENGLISH);
        assertThat(page).doesNotContain("http:", "https:", "<script", "src=", "@import", "url(", "style=");
        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(Book.securityPolicy()).contains("default-src 'none'", "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        assertThat(english.text("//meta[@http-equiv='Content-Security-Policy']/@content")).isEqualTo(Book.securityPolicy());
    }

    @Test
    void coverageAloneSaysWhatIsNotTriedFirst() {
        BookDocument page = new BookDocument(Book.coverage(policy, coverage, Locale.ENGLISH));
        assertThat(page.text("//h1")).isEqualTo("Coverage of the policy");
        assertThat(page.text("//main/*[2]")).isEqualTo(coverage.scenarios() + " scenarios: " + coverage.rulesTried() + " of " + coverage.rules().size() + " rules and "
                + coverage.conditionsTried() + " of " + coverage.conditions() + " single conditions tried both ways.");
        assertThat(page.text("//main/section[1]/@id")).isEqualTo("untried");
        assertThat(page.all("//li/@id")).containsExactlyInAnyOrderElementsOf(policy.rules().stream().map(rule -> "rule-" + rule.id()).toList());
    }

    /** What is wrong stands at the front, and at the clause in whose text or rule it stands. */
    @ParameterizedTest
    @CsvSource({
        "closure.drl, 'conclude( kcontext, new Lifecycle(', 'conclude( kcontext, new Lifecycl(', SP-R040, clause-closure.active-until-solved",
        "policy.en.md, '### closure.reopen · MAY', '### closure.reopen · MIGHT', SP-R011, clause-closure.reopen",
        "policy.nl.md, '### closure.reopen · MAY', '### closure.reopen · MUST', SP-R017, clause-closure.reopen",
        "closure.drl, '@clause(\"closure.permanent\")', '@clause(\"closure.permament\")', SP-R032, stray-rules",
        "scenarios/closure.yaml, 'given:', 'gven:', SP-S005, problems",
    })
    void aBrokenPolicyHasABookThatSaysWhatIsWrong(String file, String from, String to, String code, String place) throws IOException {
        WorkingCopy copy = edited(file, from, to);
        BookDocument book = new BookDocument(Book.of(copy).html(Locale.ENGLISH));
        assertThat(copy.problems()).isNotEmpty();
        assertThat(book.all("//section[@id='problems']//li/p[1]/strong")).hasSameSizeAs(copy.problems()).contains("Mistake " + code);
        assertThat(book.all("//main/p[@class='warning']").isEmpty()).isEqualTo(copy.policy().isPresent());
        assertThat(book.all("//*[@id='" + place + "']")).hasSize(1);
        if (place.startsWith("clause-")) {
            assertThat(book.text("//article[@id='" + place + "']/ul[@class='problems']")).contains("Mistake " + code);
            assertThat(book.all("//section[@id='problems']//a/@href")).contains("#" + place);
        }
        assertThat(book.all("//article[starts-with(@id, 'clause-')]/@id")).hasSameSizeAs(policy.clauses());
    }

    @Test
    void aScenarioThatIsNotAsExpectedSaysWhatIsAndWhatWasExpected() throws IOException {
        WorkingCopy copy = edited("closure.drl", "daysAfter( 7, $marked", "daysAfter( 5, $marked");
        List<Scenario> scenarios = copy.scenarios().stream().filter(scenario -> scenario.file().endsWith("closure.yaml")).toList();
        ScenarioReport failing = ScenarioReport.of(copy.policy().orElseThrow(), scenarios);
        int failed = scenarios.size() - failing.asExpected();
        assertThat(failed).isPositive();
        BookDocument book = new BookDocument(Book.of(copy).with(failing).html(DUTCH));
        assertThat(book.text("//table[@class='summary']")).contains(failing.asExpected() + " van " + scenarios.size() + " zoals verwacht");
        assertThat(book.text("//section[@id='problems']")).contains(failed + " van " + scenarios.size() + " scenario's niet zoals verwacht",
                "A resolved ticket is reopenable for seven days and then closed", "closure.permanent");
        assertThat(book.text("//article[@id='clause-closure.permanent']/ul[@class='failed']")).contains("Niet zoals verwacht:", "lifecycle.state", "CLOSED", "RESOLVED");
    }

    /** Each place in which an analyst writes, one by one. */
    @ParameterizedTest
    @CsvSource({
        "policy.en.md, 'Technical support is there', '", "policy.nl.md, 'Technische ondersteuning is er', '", "policy.en.md, 'Edition: 1.0', 'Edition: ",
        "policy.en.md, 'scope: What', 'scope: ", "policy.en.md, 'Read as: a partner', 'Read as: ", "policy.en.md, 'Not automated: The right', 'Not automated: ",
        "policy.en.md, '### scope.support-to-partners-and-customers', '### ", "readings.en.md, 'Adopted: ', 'Adopted: ", "readings.nl.md, '### AMB-01', '### AMB-01 ",
        "scope.drl, 'rule \"Support is', 'rule \"", "scope.drl, '@nl(\"', '@nl(\"", "scope.drl, '@clause(\"', '@clause(\"", "scope.drl, '@reading(\"', '@reading(\"", "scope.drl, 'rule ', '// ",
        "scope.drl, 'when', 'when ", "scenarios/scope.yaml, 'title: ', 'title: ", "scenarios/scope.yaml, 'given: ', 'given: ",
    })
    void whatAnAnalystWritesIsTextAndNeverMarkup(String file, String from, String to) throws IOException {
        WorkingCopy copy = edited(file, from, to.substring(1) + HOSTILE);
        Book book = Book.of(copy).with(new ScenarioReport(copy.scenarios().stream().limit(50)
                .map(each -> new ScenarioReport.Result(each, each.named(), true, new Problem.Said(HOSTILE, HOSTILE))).toList()));
        BookDocument page = new BookDocument(book.html(Locale.ENGLISH));
        assertThat(page.elements()).isSubsetOf(english.elements());
        assertThat(page.all("//ul[@class='failed']/li/pre")).isNotEmpty().containsOnly(SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "&amp;", "\"", "'", "a\u0000b", "\u2028", "\ud800", "tab\tline\n"})
    void aTextIsWhatItWas(String text) {
        String page = new Html().open("p", "title", text).text(text).close().toString();
        BookDocument read = new BookDocument(page);
        String shown = text.equals("a\u0000b") ? "a<U+0000>b" : text.equals("\u2028") ? "<U+2028>" : text.equals("\ud800") ? "<U+D800>" : text;
        assertThat(read.written("//p")).isEqualTo(shown);
        assertThat(read.written("//p/@title")).isEqualTo(shown.replaceAll("\\s", " "));
    }

    @Test
    void everyWordOfTheRulesStandsInTheGlossaryWithWhatReadsAndConcludesIt() {
        Glossary glossary = Glossary.of(policy);
        BookDocument alone = new BookDocument(Book.glossary(policy, DUTCH, "/book"));
        List<String> anchors = alone.all("//@id");
        assertThat(anchors).doesNotHaveDuplicates().contains("fact-ticket", "fact-ticket.state", "fact-causes", "finding-Lifecycle", "choice-ActionKind.REOPEN", "function-daysAfter");
        assertThat(english.all("//section[@id='glossary']//@id")).contains(anchors.toArray(String[]::new));
        List<String> words = alone.all("//article[@class='word']/@id");
        assertThat(words).hasSameSizeAs(glossary.words());
        for (int i = 0; i < words.size(); i++) {
            Glossary.Word word = glossary.words().get(i);
            BookDocument at = alone.at(words.get(i));
            assertThat(at.text("h3/code[1]")).isEqualTo(word.name());
            assertThat(at.all("ul/li/p[1]/strong/code")).isEqualTo(Stream.concat(word.components().stream().map(Glossary.Component::name),
                    word.constants().stream().map(Glossary.Constant::name)).toList());
            assertThat(at.all("details/ul/li/a/@href")).isEqualTo(
                    Stream.of(word.concludedBy(), word.readBy()).flatMap(List::stream).map(rule -> "/book#rule-" + rule.id()).toList());
            assertThat(word.components().stream().map(component -> component.ask().dutch())).allMatch(ask -> at.text(".").contains(ask));
        }
        assertThat(alone.at("fact-ticket.kind").text(".")).startsWith("kind: één van PROBLEM, ").contains("Waar gaat het verzoek over?", "What is the request about?", "Wordt gevraagd aan de helpdesk.");
        assertThat(alone.at("fact-ticket.number").text(".")).contains("ontbreekt het, dan is er geen", "Verteld als: nummer …", "Geen regel leest het.");
        assertThat(alone.at("function-daysAfter").text("h3")).isEqualTo("daysAfter ( days, event, zone )");
    }

    private static String plain(String text) {
        return text.replace("`", "");
    }

    private WorkingCopy edited(String file, String from, String to) throws IOException {
        Path path = directory.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return WorkingCopy.read(directory, Map.of(file, text.substring(0, at) + to + text.substring(at + from.length())));
    }
}
