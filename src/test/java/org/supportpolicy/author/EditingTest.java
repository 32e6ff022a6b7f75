package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/** What an editor is told of a working copy while it is being edited. */
class EditingTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @TempDir
    private Path parent;
    private Path copy;
    private final Map<String, String> unsaved = new HashMap<>();

    @BeforeEach
    void workingCopy() throws IOException {
        copy = parent.resolve("copy");
        WorkingCopy.init(copy);
    }

    /** A place of a text. */
    private record At(String file, int line, int column) {}

    /** Edits a file, and gives the place where the sign | stands in what comes instead. */
    private At edit(String file, String old, String text) throws IOException {
        String before = unsaved.containsKey(file) ? unsaved.get(file) : Files.exists(copy.resolve(file)) ? Files.readString(copy.resolve(file)) : "";
        assertThat(before).contains(old);
        int at = before.indexOf(old) + text.replace("¦", "").length() - text.substring(text.indexOf('¦') + 1).length();
        String after = before.substring(0, before.indexOf(old)) + text.replace("¦", "") + before.substring(before.indexOf(old) + old.length());
        unsaved.put(file, after);
        String[] lines = after.substring(0, at).split("\n", -1);
        return new At(file, lines.length, lines[lines.length - 1].length() + 1);
    }

    /** The place of the sign ¦ in a piece of a file, which stays as it is. */
    private At at(String file, String piece) throws IOException {
        return edit(file, piece.replace("¦", ""), piece);
    }

    private Editing editing() {
        return Editing.of(copy, unsaved);
    }

    private List<String> completions(At at) {
        return editing().completions(at.file, at.line, at.column, Locale.ENGLISH).stream().map(Completion::label).toList();
    }

    private String meaning(At at, Locale locale) {
        return editing().meaning(at.file, at.line, at.column, locale).map(Meaning::markdown).orElse("");
    }

    private String text(Place place) throws IOException {
        String text = unsaved.containsKey(place.file()) ? unsaved.get(place.file()) : Files.readString(copy.resolve(place.file()));
        return text.split("\n", -1)[place.line() - 1].substring(place.column() - 1, place.endColumn() - 1);
    }

    private static final String CONDITION = "    AsOf( $closes <= instant )";

    @Test
    void aConditionBeginsWithAFactOrFinding() throws IOException {
        assertThat(completions(edit("closure.drl", CONDITION, "    Reo¦"))).containsExactly("ReopenedInWindow", "ReopeningUndecided", "ReopeningWindow");
        assertThat(completions(edit("closure.drl", "    Reo", "    ¦"))).contains("Ticket", "Lifecycle", "not", "exists", "then").doesNotContain("TicketState", "conclude");
    }

    @Test
    void aConstraintBeginsWithAComponent() throws IOException {
        assertThat(completions(edit("closure.drl", CONDITION, "    Ticket( sta¦")))
                .containsExactly("state");
        assertThat(completions(edit("closure.drl", "    Ticket( sta", "    Ticket( state == TicketState.ACTIVE, ¦ )"))).contains("state", "createdAt", "$closes", "daysAfter");
    }

    @Test
    void whatIsComparedIsOfTheSameKind() throws IOException {
        assertThat(completions(edit("closure.drl", CONDITION, "    Ticket( state == ¦ )")))
                .startsWith("TicketState.ACTIVE", "TicketState.ON_HOLD").contains("null").doesNotContain("daysAfter", "$closes");
        assertThat(completions(edit("closure.drl", "    Ticket( state == ", "    Ticket( state == TicketState.RE¦"))).containsExactly("RESOLVED");
        assertThat(completions(edit("closure.drl", "    Ticket( state == TicketState.RE", "    Resolution( markedResolvedAt >= ¦")))
                .contains("$first", "$closes", "daysAfter").doesNotContain("TicketState.ACTIVE", "yearsAfter");
    }

    @Test
    void aWordThatIsNotImportedBringsItsImport() throws IOException {
        At at = edit("closure.drl", CONDITION, "    Custo¦");
        assertThat(editing().completions(at.file, at.line, at.column, Locale.ENGLISH)).singleElement().satisfies(completion -> {
            assertThat(completion.insert()).isEqualTo("Customer( ");
            assertThat(completion.kind()).isEqualTo(Completion.Kind.FACT);
            assertThat(completion.place()).isEqualTo(new Place("closure.drl", at.line, 5, at.line, 10));
            assertThat(completion.also()).singleElement().extracting(TextEdit::text).isEqualTo("\nimport org.supportpolicy.fact.Customer;");
        });
    }

    @Test
    void aConsequenceConcludesAFinding() throws IOException {
        String consequence = "    conclude( kcontext, new ReplyWindow( $first, daysAfter( 7, $first, $zone ) ) );";
        assertThat(completions(edit("closure.drl", consequence, "    con¦"))).containsExactly("conclude");
        assertThat(completions(edit("closure.drl", "    con", "    conclude( kcontext, new Repl¦"))).containsExactly("ReplyWindow");
        assertThat(completions(edit("closure.drl", "new Repl", "new ReplyWindow( ¦"))).contains("$first", "daysAfter").doesNotContain("dayAfter");
    }

    @Test
    void textsNameClausesAndReadings() throws IOException {
        assertThat(completions(edit("closure.drl", "@clause(\"closure.no-customer-reply\")", "@clause(\"closure.no-c¦\")"))).containsExactly("closure.no-customer-reply");
        assertThat(completions(edit("closure.drl", "@reading(\"AMB-01, AMB-47\")", "@reading(\"AMB-01, AMB-4¦\")"))).contains("AMB-47", "AMB-45").doesNotContain("AMB-01");
        assertThat(completions(edit("closure.drl", "@clause(\"closure.no-c\")", "@¦"))).containsExactly("clause", "exception", "reading", "nl");
        assertThat(completions(edit("policy.en.md", "### scope.covered-software · CONDITION · customer", "### scope.covered-software · MU¦"))).containsExactly("MUST", "MUST NOT");
    }

    @Test
    void scenariosAreWrittenInTheWordsOfFactSetsAndDecisions() throws IOException {
        String first = "    conversation: {firstUnansweredAttemptAt: \"2025-03-04T10:00:00+01:00\"}\n";
        assertThat(completions(edit("scenarios/closure.yaml", first, "    conv¦\n"))).containsExactly("conversation");
        assertThat(completions(edit("scenarios/closure.yaml", "    conv\n", "    conversation: {unans¦\n"))).containsExactly("unansweredAttempts");
        assertThat(completions(edit("scenarios/closure.yaml", "{unans\n", "{}\n    ticket:\n      state: ¦\n"))).contains("ACTIVE", "CLOSED");
        assertThat(completions(edit("scenarios/closure.yaml", "      state: \n", "      state: ACTIVE\n      ¦\n"))).contains("number", "createdAt");
        assertThat(completions(edit("scenarios/closure.yaml", "    given: [asOf, conversation.unansweredAttempts,", "    given: [asOf, conversation.un¦, ")))
                .containsExactly("unansweredAttempts");
        assertThat(completions(edit("scenarios/closure.yaml", "    expect: [closureGrounds]", "    expect: [lifecycle.¦]"))).containsExactly("state", "reopenableUntil", "closesAt");
        assertThat(completions(edit("scenarios/closure.yaml", "\n- title: The seven", "\n- title: One\n  because: [closure.pe¦]\n\n- title: The seven"))).containsExactly("closure.permanent");
    }

    @Test
    void aHoverSaysWhatAWordMeans() throws IOException {
        assertThat(meaning(at("closure.drl", "@clause(\"closure.no-¦customer-reply\")"), Locale.ENGLISH))
                .startsWith("**closure.no-customer-reply** · ").contains("AMB-47", "Its rules:\n- A customer has seven days to answer");
        assertThat(meaning(at("closure.drl", "    Conversation( firstUnanswered¦AttemptAt != null"), DUTCH)).startsWith("**Conversation.firstUnansweredAttemptAt**: een tijdstip");
        assertThat(meaning(at("closure.drl", "daysA¦fter( 7"), Locale.ENGLISH)).startsWith("**daysAfter**( days: a whole number, event: an instant, zone: ");
        assertThat(meaning(at("closure.drl", "TicketState.RES¦OLVED"), DUTCH)).isEqualTo("**TicketState.RESOLVED**: opgelost");
        assertThat(meaning(at("closure.drl", "not Resolution( lastCustomerUpdateAt >= $fi¦rst )"), Locale.ENGLISH)).startsWith("`$first` = **ReplyWindow.opens**");
        assertThat(meaning(at("scenarios/closure.yaml", "conversation.unanswered¦Attempts"), Locale.ENGLISH)).startsWith("**Conversation.unansweredAttempts**: 0 or more");
        assertThat(meaning(at("scenarios/closure.yaml", "expect: [closure¦Grounds]"), DUTCH)).startsWith("**closureGrounds**: ").doesNotContain("Grounds on");
        assertThat(meaning(at("scenarios/closure.yaml", "[NO_CUSTOMER¦_REPLY]"), Locale.ENGLISH)).startsWith("**Ground.NO_CUSTOMER_REPLY**: ");
        assertThat(meaning(at("policy.en.md", "### closure.per¦manent"), Locale.ENGLISH)).startsWith("**closure.permanent** · ");
        assertThat(meaning(at("closure.drl", "// Clo¦sing tickets"), Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aFindingComesFromTheRulesThatConcludeIt() throws IOException {
        At window = at("closure.drl", "    Reply¦Window( $first : opens");
        assertThat(editing().definitions(window.file, window.line, window.column)).extracting(Place::file).containsExactly("closure.drl", "terms.drl");
        assertThat(editing().definitions(window.file, window.line, window.column)).first().satisfies(place ->
                assertThat(Files.readAllLines(copy.resolve("closure.drl")).get(place.line() - 1)).contains("new ReplyWindow("));
        At clause = at("scenarios/closure.yaml", "because: [closure.¦");
        List<Place> headings = editing().definitions(clause.file, clause.line, clause.column);
        assertThat(headings).extracting(Place::file).containsExactly("policy.en.md", "policy.nl.md");
        At first = at("closure.drl", "    AsOf( $clo¦ses <= instant )");
        assertThat(editing().definitions(first.file, first.line, first.column)).singleElement().satisfies(place -> {
            assertThat(place.line()).isEqualTo(first.line - 1);
            assertThat(text(place)).isEqualTo("$closes");
        });
        At title = at("scenarios/closure.yaml", "- title: Seven days with¦out an answer");
        assertThat(editing().definitions(title.file, title.line, title.column)).anySatisfy(place ->
                assertThat(text(place)).startsWith("A ticket whose customer has not answered two attempts"));
    }

    @Test
    void aClauseIsRenamedInRulesTextsAndScenarios() throws IOException {
        At at = at("closure.drl", "@clause(\"closure.perma¦nent\")");
        assertThat(text(editing().renamed(at.file, at.line, at.column))).isEqualTo("closure.permanent");
        List<TextEdit> edits = editing().rename(at.file, at.line, at.column, "closure.final");
        assertThat(edits).extracting(edit -> edit.place().file()).contains("closure.drl", "policy.en.md", "policy.nl.md", "scenarios/closure.yaml");
        apply(edits);
        assertThat(WorkingCopy.read(copy, unsaved).problems()).isEmpty();
        assertThat(unsaved.values()).noneMatch(text -> text.contains("closure.permanent"));
        assertThatThrownBy(() -> editing().rename(at.file, at.line, at.column, "closure.reopen")).isInstanceOfSatisfying(PolicyException.class,
                refused -> assertThat(refused.problems()).singleElement().extracting(Problem::message).asString().startsWith("The name (closure.reopen) must be one that brings no mistake. "));
        assertThatThrownBy(() -> editing().rename(at.file, at.line, at.column, "scope.final")).hasMessageContaining("SP-W020");
        At library = at("closure.drl", "    Conver¦sation( firstUnansweredAttemptAt != null");
        assertThatThrownBy(() -> editing().renamed(library.file, library.line, library.column)).hasMessageContaining("The name (Conversation) is the library's");
        assertThatThrownBy(() -> editing().renamed("closure.drl", 1, 5)).hasMessageContaining("No name stands here");
    }

    private void apply(List<TextEdit> edits) throws IOException {
        for (int i = edits.size() - 1; i >= 0; i--) {
            Place place = edits.get(i).place();
            String text = unsaved.containsKey(place.file()) ? unsaved.get(place.file()) : Files.readString(copy.resolve(place.file()));
            String[] lines = text.split("\n", -1);
            lines[place.line() - 1] = lines[place.line() - 1].substring(0, place.column() - 1) + edits.get(i).text()
                    + lines[place.line() - 1].substring(place.endColumn() - 1);
            unsaved.put(place.file(), String.join("\n", lines));
        }
    }

    private static final String FACTS = """
            package org.supportpolicy.rules.facts;

            declare enum TierName
                GOLD( "gold", "goud" ), SILVER( "silver", "zilver" );
                en : String
                nl : String
            end

            declare enum Machinery
                @adds( "Exclusion" )
                OWN_MACHINE( "a machine of one's own", "een eigen machine" );
                en : String
                nl : String
            end

            declare Tier
                @en( "Tier" ) @nl( "Niveau" ) @by( "CUSTOMER" ) @absent( "none" )
                name : TierName
                    @en( "tier {0}" ) @nl( "niveau {0}" )
                    @askEn( "Which tier?" ) @askNl( "Welk niveau?" )
            end

            declare GoldCustomer
                @finding
                @en( "a gold customer" ) @nl( "een goudklant" )
            end
            """;
    private static final String GOLD = """

            rule "A customer of the gold tier is a gold customer"
                @clause("scope.support-to-partners-and-customers")
                @nl("Een klant van niveau goud is een goudklant")
            when
                Tier( name == TierName.GOLD )
            then
                conclude( kcontext, new GoldCustomer() );
            end

            rule "A gold customer's own machine is excluded"
                @clause("scope.support-to-partners-and-customers")
                @nl("De eigen machine van een goudklant is uitgesloten")
            when
                GoldCustomer()
            then
                conclude( kcontext, Exclusion.of( "OWN_MACHINE" ) );
            end
            """;

    private void declared() throws IOException {
        unsaved.put("facts.drl", FACTS);
        unsaved.put("scope.drl", Files.readString(copy.resolve("scope.drl")).replaceFirst("\nimport ", "\nimport org.supportpolicy.finding.Exclusion;\nimport org.supportpolicy.rules.facts.GoldCustomer;\n"
                + "import org.supportpolicy.rules.facts.Tier;\nimport org.supportpolicy.rules.facts.TierName;\nimport ") + GOLD);
        unsaved.put("scenarios/own.yaml", """
                - title: A gold customer's own machine is excluded
                  given:
                    asOf: "2026-03-10T16:30:00+01:00"
                    tier: {name: GOLD}
                  includes: {exclusions: [own_machine]}

                - title: Whose tier is not gold is no gold customer
                  table:
                    given: [asOf, tier.name]
                    expect: [exclusions]
                    rows:
                      - ["2026-03-10T16:30:00+01:00", SILVER, []]
                """);
        assertThat(WorkingCopy.read(copy, unsaved).problems()).isEmpty();
    }

    @Test
    void whatThePolicyDeclaresIsRenamedWhereverItStands() throws IOException {
        declared();
        rename(at("facts.drl", "declare Ti¦er\n"), "Level0");
        assertThat(unsaved.get("scope.drl")).contains("    Level0( name ==", "import org.supportpolicy.rules.facts.Level0;").doesNotContain("Tier(", "facts.Tier;");
        assertThat(unsaved.get("scenarios/own.yaml")).contains("    level0: {name: GOLD}", "[asOf, level0.name]");
        rename(at("scenarios/own.yaml", "[asOf, level0.na¦me]"), "sort");
        assertThat(unsaved.get("facts.drl")).contains("    sort : TierName");
        assertThat(unsaved.get("scope.drl")).contains("    Level0( sort == TierName.GOLD )");
        rename(at("scope.drl", "TierName.GO¦LD"), "BEST");
        assertThat(unsaved.get("scenarios/own.yaml")).contains("    level0: {sort: BEST}");
        rename(at("scope.drl", "    GoldCust¦omer()"), "BestCustomer");
        assertThat(unsaved.get("facts.drl")).contains("declare BestCustomer\n");
        rename(at("facts.drl", "    OWN_MAC¦HINE("), "HOME_MADE");
        assertThat(unsaved.get("scope.drl")).contains("Exclusion.of( \"HOME_MADE\" )");
        assertThat(unsaved.get("scenarios/own.yaml")).contains("[home_made]");
        assertThat(WorkingCopy.read(copy, unsaved).problems()).isEmpty();
    }

    private void rename(At at, String to) throws IOException {
        apply(editing().rename(at.file, at.line, at.column, to));
    }

    @Test
    void whatThePolicyDeclaresIsOfferedAndSaid() throws IOException {
        declared();
        assertThat(completions(edit("scope.drl", "    GoldCustomer()", "    Tier( name == ¦ )"))).startsWith("TierName.GOLD", "TierName.SILVER");
        assertThat(completions(edit("facts.drl", "    name : TierName", "    name : Tier¦"))).containsExactly("TierName");
        unsaved.put("facts.drl", FACTS);
        assertThat(completions(edit("scenarios/own.yaml", "{name: GOLD}", "{name: ¦}"))).containsExactly("GOLD", "SILVER");
        assertThat(meaning(at("scope.drl", "    Ti¦er( name =="), DUTCH)).startsWith("**Tier** · feit (`tier`): Niveau? ").contains("[door het beleid gedeclareerd]", "- `name`: één van GOLD, SILVER. Welk niveau?");
        assertThat(meaning(at("facts.drl", "declare Gold¦Customer"), Locale.ENGLISH)).startsWith("**GoldCustomer** · finding: a gold customer");
    }

    @Test
    void aMisspeltWordIsPutRight() throws IOException {
        edit("closure.drl", "    AsOf( $closes <= instant )", "    AsOf( $closes <= instnat )¦");
        edit("scope.drl", "@clause(\"scope.", "@clause(\"scoop.¦");
        edit("scenarios/closure.yaml", "conversation: {unansweredAttempts: 2}", "conversation: {unansweredAttempt: 2}¦");
        edit("urgency.drl", "import org.supportpolicy.fact.Impact;\n", "¦");
        Editing editing = editing();
        List<Problem> problems = editing.copy().problems();
        assertThat(problems.stream().map(editing::place).map(place -> {
            try {
                return text(place.orElseThrow());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        })).contains("instnat", "unansweredAttempt", "Impact").anyMatch(word -> word.startsWith("scoop."));
        assertThat(editing.fixes(problems)).extracting(fix -> fix.title().english()).contains("Change to instant", "Change to unansweredAttempts", "Import Impact");
        for (Fix fix : editing.fixes(problems).stream().filter(fix -> !fix.title().english().equals("Import Impact")).toList()) {
            apply(fix.edits());
        }
        unsaved.remove("urgency.drl");
        assertThat(WorkingCopy.read(copy, unsaved).problems()).isEmpty();
    }

    @Test
    void scenariosSayHowTheyTurnOut() throws IOException {
        assertThat(editing().hints("scenarios/closure.yaml", Locale.ENGLISH)).hasSizeGreaterThan(100).allMatch(Hint::holds);
        edit("closure.drl", "daysAfter( 7, $first, $zone )", "daysAfter( 10, $first, $zone )¦");
        Hint broken = editing().hints("scenarios/closure.yaml", DUTCH).stream().filter(hint -> !hint.holds()).findFirst().orElseThrow();
        assertThat(broken.text()).isEqualTo("closureGrounds []");
        assertThat(Files.readAllLines(copy.resolve("scenarios/closure.yaml")).get(broken.place().line() - 1)).hasSize(broken.place().endColumn() - 1).contains("[NO_CUSTOMER_REPLY]");
        assertThat(broken.detail()).contains("Verwacht:", "Werkelijk:");
        assertThat(editing().hints("closure.drl", DUTCH)).isEmpty();
    }
}
