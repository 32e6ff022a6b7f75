package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.internal.environment.OwnFile;
import org.supportpolicy.internal.words.ReportWords;
import org.supportpolicy.json.DecisionTree;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.model.RandomFactSets;

/** The memo of a change says to those who approve it what they need, in words that nothing lacks. */
class ChangeMemoTest {

    private static final SupportPolicy STANDARD = SupportPolicy.standard();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Set<String> NO_ANSWERS = Set.of("policy", "ticket", "asOf", "reasons", "notes");

    @TempDir
    private Path directory;

    @BeforeEach
    void copy() {
        WorkingCopy.init(directory);
    }

    private SupportPolicy tenDays() throws IOException {
        edit("closure.drl", "A resolved ticket can be reopened for seven days", "A resolved ticket can be reopened for ten days");
        edit("closure.drl", "Een opgelost ticket kan zeven dagen lang worden heropend", "Een opgelost ticket kan tien dagen lang worden heropend");
        edit("closure.drl", "new ReopeningWindow( $marked, daysAfter( 7,", "new ReopeningWindow( $marked, daysAfter( 10,");
        edit("policy.en.md", "may open it again, within seven days after", "may open it again, within ten days after");
        edit("policy.nl.md", "en wel binnen zeven dagen nadat", "en wel binnen tien dagen nadat");
        return SupportPolicy.load(directory);
    }

    @Test
    void aPageHasOldAndNewTextsSideBySideWithTheirWordsMarked() throws IOException {
        ChangeMemo memo = ChangeMemo.between(STANDARD, tenDays(), Locale.ENGLISH);
        PolicyDiff.Report report = memo.report(List.of());
        assertThat(memo.html()).contains("within <del>seven</del> days after", "within <ins>ten</ins> days after", "Approved by")
                .doesNotContain("<script", "http");
        for (Locale locale : List.of(Locale.ENGLISH, DUTCH)) {
            assertThat(report.changes()).isNotEmpty().allSatisfy(change -> {
                ChangeWords words = ChangeWords.of(change, locale);
                assertThat(words.ticket()).hasSize(1 + change.witness().facts().size()).doesNotContain("");
                assertThat(words.answers()).hasSameSizeAs(change.differences());
                assertThat(words.answers()).allSatisfy(answer -> assertThat(answer.before()).isNotEqualTo(answer.after()));
            });
        }
    }

    @Test
    void whatIsStillToBeKnownIsAsked() {
        FactSet nothing = FactSet.builder(Instant.EPOCH).build();
        PolicyDiff.Change change = new PolicyDiff.Change(List.of("urgency.level-1-definition"), List.of("needs"), 1, nothing,
                List.of(new PolicyDiff.Difference("needs", List.of(), List.of("impact.systemDown", "ownFact.part"))), Optional.empty(), Optional.empty());
        assertThat(ChangeWords.of(change, Locale.ENGLISH).answers()).singleElement().satisfies(answer -> {
            assertThat(answer.before()).isEqualTo("–");
            assertThat(answer.after()).isEqualTo("Is the whole system down? ownFact.part");
        });
        assertThat(ChangeWords.of(change, DUTCH).answers().get(0).after()).endsWith("? ownFact.part").doesNotContain("impact", "system down");
    }

    @Test
    void tenDaysForSevenSayWhoGainsAndHowManyTicketsChangeInBothLanguages() throws IOException {
        FactSet late = new FactSetReader().read("late", """
                {"asOf":"2025-03-13T12:00:00+01:00","ticket":{"number":"T-1 <b>","state":"RESOLVED"},"intake":{"subject":"Secret"},
                 "resolution":{"markedResolvedAt":"2025-03-04T10:00:00+01:00"}}""");
        SupportPolicy after = tenDays();
        String english = memo(after, Locale.ENGLISH, late, FactSet.builder(late.asOf()).build());
        assertThat(english).containsSubsequence("# Change of the support policy\n", "| Edition | 1.0 | 1.0 |", STANDARD.receipt().fingerprint() + " | " + after.receipt().fingerprint(), "## In short\n",
                "by whose rules something changes: closure.reopen.\n", " are decided differently.\n", "- The customer gains in ", " of these, support in 0.\n",
                "- Tickets that were given: 2; decided differently: 1.\n", "- The edition is still called 1.0, ", "## closure.reopen\n\nA right; applies to the customer.\n",
                "**Text before**\n\n> A customer who thinks", "within seven days after", "**Text after**\n", "within ten days after", "**Read as before**\n\n- these are calendar days;",
                "**What the rules said**\n\n- A resolved ticket can be reopened for seven days (rests on AMB-01, ", "**What they say now**\n\n- A resolved ticket can be reopened for ten days (",
                "    - conclude( kcontext, new ReopeningWindow( $marked, daysAfter( 7,", "    + conclude( kcontext, new ReopeningWindow( $marked, daysAfter( 10,",
                "### The customer gains, support loses\n", " combinations of facts, 1 of the tickets given; how many combinations each change concerns stands behind it.\n", "- now also: the customer may reopen the ticket (", "- a resolved ticket can be reopened for longer (",
                "**Example: A ticket without a number, Wed 12 March 2025, 00:00**\n\n- Ticket: recorded as resolved\n- Resolution: marked resolved on Tue 4 March 2025, 10:00\n",
                "| can be reopened until | – | Sat 15 March 2025, 00:00 |\n| state of the ticket | closed | resolved |\n", "**The first of the tickets given: Ticket T-1 \\<b\\>, Thu 13 March 2025, 12:00**\n",
                "### What is neither gain nor loss\n", "## What was proved, and what was not\n", "- closing and reopening: ", "Sampled only: 2 tickets that were given.\n", "Not proved: ");
        assertThat(english).doesNotContain("Secret", "### Support gains", "Do they still fit?", "\n\n\n").containsOnlyOnce("**Example: ");
        assertThat(memo(after, DUTCH)).containsSubsequence("# Wijziging van het ondersteuningsbeleid\n", "- Er zijn geen tickets aangeleverd, dus ", "> Een klant die vindt", "binnen tien dagen nadat",
                "### De klant wint, support levert in\n", "- voortaan ook: de klant mag het ticket heropenen (", "| status van het ticket | afgesloten | opgelost |\n", "## Wat bewezen is en wat niet\n");
    }

    @Test
    void aModalityAndATextThatNoRuleGoesByAreTold() throws IOException {
        for (String file : List.of("policy.en.md", "policy.nl.md")) {
            edit(file, "### closure.no-customer-reply · RESERVED RIGHT", "### closure.no-customer-reply · MUST");
        }
        String why = STANDARD.readings().get(0).english().why();
        edit("readings.en.md", why.substring(0, 20), "So: " + why.substring(0, 20));
        edit("policy.en.md", "Edition: 1.0", "Edition: 1.1");
        edit("policy.nl.md", "Editie: 1.0", "Editie: 1.1");
        assertThat(memo(SupportPolicy.load(directory), Locale.ENGLISH)).contains("| Edition | 1.0 | 1.1 |", ", 0 are decided differently.\n", "Binds as before: A reserved right; applies to support.\n\nBinds as after: A duty; applies to support.\n",
                "**The text stays as it is**", "No decision changes by this edit.", "## Readings that were edited\n\n**" + STANDARD.readings().get(0).id() + "**\n\n    - " + why.substring(0, 20), "    + So: ")
                .doesNotContain("is still called", "###");
    }

    @Test
    void aRuleThatDecidesOtherwiseUnderAnOldSentenceIsPointedOut() throws IOException {
        edit("closure.drl", "new ReopeningWindow( $marked, daysAfter( 7,", "new ReopeningWindow( $marked, daysAfter( 10,");
        String english = memo(SupportPolicy.load(directory), Locale.ENGLISH);
        assertThat(english).containsSubsequence("- A rule of closure.reopen is another, and yet the text, its readings and the sentence of the rule stay as they are. Do they still fit?\n",
                "**Changed in the rule “A resolved ticket can be reopened for seven days”, as it is written**\n", "    + conclude( kcontext, ", "**Rules that stay as they are**\n\n- A reopening asked for")
                .doesNotContain("- A resolved ticket can be reopened for seven days", "| contested readings");
    }

    @Test
    void whoGainsIsSaidOfEveryAction() {
        assertThat(of("actions", List.of(action("GIVE_PRIORITY", "SUPPORT", "WILL")), List.of(action("GIVE_PRIORITY", "SUPPORT", "MAY"))))
                .containsExactly(new Effects.Effect(Favour.SUPPORT, "“support may give the ticket priority” instead of “support will give the ticket priority”"));
        assertThat(of("actions", List.of(), List.of(action("CURE_DUTY", "CUSTOMER", "MUST"), action("REOPEN", "CUSTOMER", "MAY")))).containsExactly(
                new Effects.Effect(Favour.SUPPORT, "now also: the customer must make good the unmet duty"), new Effects.Effect(Favour.CUSTOMER, "now also: the customer may reopen the ticket"));
        assertThat(of("exclusions", List.of("a"), null)).containsExactly(new Effects.Effect(Favour.CUSTOMER, "no longer excluded by (a) integration or addition"));
        assertThat(of("urgency.level", 3, 2)).containsExactly(new Effects.Effect(Favour.CUSTOMER, "urgency: from “3” to “2”"));
        assertThat(of("firstResponse.dueAt", "2026-03-10T12:00:00+01:00", "2026-03-10T11:30:00Z")).containsExactly(new Effects.Effect(Favour.SUPPORT, "the first response may come later"));
        assertThat(of("version.withdrawnFrom", null, "2026-03-10")).containsExactly(new Effects.Effect(Favour.SUPPORT, "the product is now to be withdrawn"));
        assertThat(of("support.answer", null, "OWED")).containsExactly(new Effects.Effect(Favour.NOBODY, "support: now “support must handle this ticket”, undetermined before"));
    }

    private static List<Effects.Effect> of(String answer, Object before, Object after) {
        return new Effects(ReportWords.of(Locale.ENGLISH)).of(List.of(new PolicyDiff.Difference(answer, before, after)));
    }

    private static Map<String, String> action(String action, String party, String modality) {
        return Map.of("action", action, "party", party, "modality", modality);
    }

    @Test
    void everyAnswerOfADecisionHasWordsAndAPlaceInItsOrder() {
        ReportWords english = ReportWords.of(Locale.ENGLISH);
        Properties favours = OwnFile.properties("/org/supportpolicy/favours.properties");
        ActionKind.known().forEach(action -> assertThat(favours.getProperty("actions." + action)).as(action.name()).isIn("CUSTOMER", "SUPPORT", "NOBODY"));
        Irregularity.known().forEach(one -> assertThat(english.has("Irregularity." + one)).isTrue());
        IntakeField.known().forEach(field -> assertThat(english.has("Intake." + field)).as(field.toString()).isTrue());
        Set<String> seen = new TreeSet<>();
        IntStream.range(0, 3_000).mapToObj(seed -> STANDARD.decide(new RandomFactSets(seed).next())).map(DecisionTree::of).forEach(tree -> tree.forEach((section, value) -> {
            if (!NO_ANSWERS.contains(section)) {
                (value instanceof Map<?, ?> members ? members : Map.of("", value)).forEach((key, member) -> {
                    String answer = key.equals("") ? section : section + "." + key;
                    seen.add(answer);
                    assertThat(english.has("answer." + answer)).as(answer).isTrue();
                    String order = favours.getProperty(answer, "");
                    if (order.contains(":")) {
                        assertThat(order.substring(order.indexOf(':') + 1).strip().split(" ")).as(answer).contains(member.toString());
                    }
                });
            }
        }));
        seen.add("queue.precedence"); // which only a policy of one's own gives
        assertThat(seen).containsAll(favours.stringPropertyNames().stream().filter(key -> favours.getProperty(key).contains(":")).toList()).hasSizeGreaterThan(25);
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        Properties english = OwnFile.properties("/org/supportpolicy/memo_en.properties");
        Properties dutch = OwnFile.properties("/org/supportpolicy/memo_nl.properties");
        assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(places(dutch, key)).as(key).isEqualTo(places(english, key)));
        Properties reports = OwnFile.properties("/org/supportpolicy/reports_en.properties");
        Properties verslagen = OwnFile.properties("/org/supportpolicy/reports_nl.properties");
        assertThat(verslagen.stringPropertyNames()).isEqualTo(reports.stringPropertyNames());
        assertThat(reports.stringPropertyNames()).allSatisfy(key -> assertThat(places(verslagen, key)).as(key).isEqualTo(places(reports, key)));
        assertThat(FactSpace.of(STANDARD).stream().map(section -> "section." + section.name().replace(' ', '_')))
                .allSatisfy(key -> assertThat(reports.stringPropertyNames()).contains(key));
        Properties favours = OwnFile.properties("/org/supportpolicy/favours.properties");
        assertThat(favours.stringPropertyNames().stream().filter(key -> key.endsWith(".later")).map(key -> "answer." + key.replace(".later", "")))
                .allSatisfy(key -> assertThat(english.stringPropertyNames()).contains(key, key + ".later", key + ".earlier", key + ".new", key + ".gone"));
        assertThat(favours.stringPropertyNames().stream().filter(key -> key.endsWith(".*")).map(key -> key.replace(".*", "")))
                .allSatisfy(key -> assertThat(english.stringPropertyNames()).contains("effect.comes." + key, "effect.goes." + key));
        assertThat(FactSpace.of(STANDARD).stream().map(section -> "space." + section.name().replace(' ', '_'))).allSatisfy(key -> assertThat(english.stringPropertyNames()).contains(key));
    }

    private static Set<String> places(Properties texts, String key) {
        return PLACE.matcher(texts.getProperty(key)).results().map(place -> place.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String memo(SupportPolicy after, Locale locale, FactSet... tickets) {
        ChangeMemo memo = ChangeMemo.between(STANDARD, after, locale);
        Stream.of(tickets).forEach(memo::add);
        memo.report(Collections.emptyList());
        return memo.markdown();
    }

    private void edit(String file, String piece, String other) throws IOException {
        String text = Files.readString(directory.resolve(file));
        assertThat(text).contains(piece);
        Files.writeString(directory.resolve(file), text.replace(piece, other));
    }
}
