package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpolicy.cli.MainTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.json.DecisionWriter;

/** Every report of the bench is in Dutch throughout when Dutch is asked for. */
class DutchReportsTest {

    private static final String RULES = """
            // A policy of a few rules.
            // Reads Ticket, Use, Conversation.  Concludes Lifecycle, Exclusion, ReplyWindow, SupportAnswer.
            package org.supportpolicy.rules.closure;

            import org.supportpolicy.fact.AsOf;
            import org.supportpolicy.fact.Conversation;
            import org.supportpolicy.fact.Resolution;
            import org.supportpolicy.fact.Ticket;
            import org.supportpolicy.fact.TicketState;
            import org.supportpolicy.fact.Use;
            import org.supportpolicy.finding.Exclusion;
            import org.supportpolicy.finding.Lifecycle;
            import org.supportpolicy.finding.ReplyWindow;
            import org.supportpolicy.finding.SupportAnswer;
            import static org.supportpolicy.rules.Conclude.conclude;
            import static org.supportpolicy.rules.Periods.daysAfter;

            rule "An active ticket stays active"
                @clause("closure.permanent")
                @nl("Een actief ticket blijft actief")
            when
                Ticket( state == TicketState.ACTIVE )
            then
                conclude( kcontext, new Lifecycle( TicketState.ACTIVE ) );
            end

            rule "Support is owed for a ticket that nothing excludes"
                @clause("closure.permanent")
                @nl("Ondersteuning is verschuldigd voor een ticket dat niets uitsluit")
            when
                Ticket()
                not Exclusion()
            then
                conclude( kcontext, SupportAnswer.OWED );
            end

            rule "A problem from another use is excluded"
                @clause("closure.permanent")
                @nl("Een probleem door ander gebruik is uitgesloten")
            when
                Use( causedProblem == true, designedPurpose == false )
            then
                conclude( kcontext, Exclusion.A );
            end

            rule "A customer has seven days to answer"
                @clause("closure.permanent")
                @nl("Een klant heeft zeven dagen om te antwoorden")
            when
                AsOf( $zone : zone )
                Conversation( firstUnansweredAttemptAt != null, $first : firstUnansweredAttemptAt )
            then
                conclude( kcontext, new ReplyWindow( $first, daysAfter( 7, $first, $zone ) ) );
            end
            """;
    private static final String MORE_RULES = """

            rule "A ticket marked resolved is resolved"
                @clause("closure.reopen")
                @nl("Een als opgelost gemarkeerd ticket is opgelost")
            when
                Resolution( markedResolvedAt != null )
            then
                conclude( kcontext, new Lifecycle( TicketState.RESOLVED ) );
            end

            rule "A problem with a resolved ticket is excluded otherwise"
                @clause("closure.reopen")
                @nl("Een probleem met een opgelost ticket is anders uitgesloten")
            when
                Use( causedProblem == true, designedPurpose == false )
                Resolution( markedResolvedAt != null )
            then
                conclude( kcontext, Exclusion.B );
            end

            rule "Every window for an answer is followed by another"
                @clause("closure.reopen")
                @nl("Op elk venster voor een antwoord volgt een ander")
            when
                AsOf( $zone : zone )
                ReplyWindow( $closes : closes )
            then
                conclude( kcontext, new ReplyWindow( $closes, daysAfter( 0, $closes, $zone ) ) );
            end
            """;
    private static final List<String> TITLES = List.of("Gesloten?", "Opgelost?", "Te beslissen?");
    private static final String SCENARIOS = """
            - title: Gesloten?
              given: {asOf: "2025-03-12T00:00:00Z", ticket: {state: ACTIVE}}
              expect: {lifecycle: {state: CLOSED}}
            - title: Opgelost?
              given: {asOf: "2025-03-12T00:00:00Z", ticket: {state: ACTIVE}}
              expect: {lifecycle: {state: RESOLVED}, urgency: {level: 1}}
              because: [closure.permanent]
            - title: Te beslissen?
              given: {asOf: "2025-03-12T00:00:00Z", ticket: {state: ACTIVE, number: T-1}, resolution: {markedResolvedAt: "2025-03-11T00:00:00Z"}}
              expect: {lifecycle: {state: RESOLVED}}
            """;
    private static final String TICKETS = """
            {"asOf":"2025-03-11T12:00:00+01:00","ticket":{"number":"T-1","state":"ACTIVE"}}
            {"asOf":"2025-03-11T12:00:00+01:00","ticket":{"number":"T-2","state":"ACTIVE"},"resolution":{"markedResolvedAt":"2025-03-11T10:00:00+01:00"}}
            {"asOf":"2025-03-11T12:00:00+01:00","ticket":{"number":"T-3","state":"RESOLVED"},"resolution":{"markedResolvedAt":"2025-03-11T10:00:00+01:00"}}
            {"asOf":1}
            """;
    private static final Pattern WORD = Pattern.compile("[A-Za-zÀ-ÿ][a-zà-ÿ'’-]*");
    /** What stands there as it is written in a file: a line of it with its number, what an edit takes away or adds, and code on a page. */
    private static final Pattern QUOTED = Pattern.compile("(?m)^ *\\d* \\| .*$|^ {2,4}[-+] .*$|(?s)<style>.*?</style>|<code>.*?</code>|<[^>]*>");
    private static final Set<String> IDS = Stream.concat(DecisionWriter.sections().stream(), Stream.of("closure", "because", "decision"))
            .collect(Collectors.toSet());
    /** Words of English sentences that are none of Dutch, of the rule language or of what is quoted. */
    private static final List<String> ENGLISH = List.of("the", "and", "which", "that", "are", "with", "by", "to", "from", "must", "never", "nothing", "differently",
            "cannot", "decided", "changed", "fires", "absent", "undetermined", "rule", "rules", "clause", "text", "before", "after", "input", "file");

    @TempDir
    private static Path directory;

    /**
     * A command with what it is given.
     *
     * @param line its arguments; {@code @} stands for the directory
     * @param files the files that it writes
     * @param samples what it says in Dutch
     */
    record Report(String line, List<String> files, List<String> samples) {}

    @BeforeAll
    static void write() throws IOException {
        policy("old", "1.0", RULES, "");
        policy("new", "1.1", RULES.replace("seven", "five").replace("zeven", "vijf").replace("daysAfter( 7,", "daysAfter( 5,") + MORE_RULES, "closure.reopen");
        policy("bad", "1.0", RULES.replace("daysAfter( 7,", "daysAfter( 5,").replace("Ticket( state ==", "Ticket( stat =="), "");
        Files.writeString(directory.resolve("tickets.jsonl"), TICKETS);
        Files.writeString(directory.resolve("log.jsonl"), run(TICKETS.lines().limit(3).collect(Collectors.joining("\n")), "decide", "--json", "--with-facts",
                "--rules", directory.resolve("old").toString(), "-").out() + "x\n");
    }

    private static void policy(String name, String edition, String rules, String more) throws IOException {
        Path copy = Files.createDirectories(directory.resolve(name + "/scenarios")).getParent();
        Files.writeString(copy.resolve("closure.drl"), rules);
        Files.writeString(copy.resolve("policy.en.md"), "# Policy\n\nEdition: " + edition + "\n\n## closure: Closing\n\n### closure.permanent · WILL · support\n\nSo it is.\n"
                + (more.isEmpty() ? "" : "\n### " + more + " · MAY · customer\n\nSo it is too.\n"));
        Files.writeString(copy.resolve("policy.nl.md"), "# Beleid\n\nEditie: " + edition + "\n\n## closure: Sluiten\n\n### closure.permanent · WILL · support\n\nZo is het.\n"
                + (more.isEmpty() ? "" : "\n### " + more + " · MAY · customer\n\nZo is het ook.\n"));
        Files.writeString(copy.resolve("readings.en.md"), "# Readings\n");
        Files.writeString(copy.resolve("readings.nl.md"), "# Lezingen\n");
        Files.writeString(copy.resolve("scenarios/a.yaml"), SCENARIOS);
    }

    static List<Report> reports() {
        return List.of(
                new Report("check @/bad", List.of(), List.of("Ticket heeft geen veld (stat).", "    Misschien state.", "De zin zegt (7), de regel rekent met (5).",
                        "1 probleem. 2 waarschuwingen.")),
                new Report("test @/new --junit-xml @/junit.xml", List.of("junit.xml"), List.of("Werkelijk: urgency.level ontbreekt",
                        "Beslist zoals hierboven: a.yaml:1  Gesloten?", "Het ticket T-1 kan niet worden beslist.", "De regel (Een actief ticket blijft actief) besluit tot",
                        "3 scenario's, 0 zoals verwacht, 3 niet.", "message=\"De beslissing is niet zoals verwacht.\"")),
                new Report("gaps @/new", List.of(), List.of("Geen antwoord: urgency is onbepaald en niets zegt waarom, bij 2.880 combinaties van urgentie.",
                        "Twee antwoorden, bij 1 combinatie van de scenario's: De regel (Een actief ticket blijft actief)",
                        "Gaat nooit op: Een klant heeft vijf dagen om te antwoorden  [", "   20.736 combinaties van contactpersonen\n", " combinaties beslist.\n")),
                new Report("diff @/old @/new --memo @/memo.md", List.of("memo.md"), List.of(
                        "closure.permanent, voorwaarden van een regel (Een klant heeft vijf dagen om te antwoorden)\n  - ",
                        "closure.reopen, bepaling\n  + Zo is het ook.\n", "closure.reopen, regel (Op elk venster voor een antwoord volgt een ander)\n",
                        "    decision: beslist -> SP-R091 De regels moeten binnen 3000 keer klaar zijn; op het ticket (?) bleven deze opgaan: "
                                + "\"Op elk venster voor een antwoord volgt een ander\".\n",
                        "    lifecycle.state: ontbreekt -> RESOLVED\n    needs: - ticket.state\n    voor {", " feitensets beproefd, ", " anders beslist, op 4 manieren; 8 wijzigingen.\n")),
                new Report("replay @/new @/tickets.jsonl @/none.jsonl - --against @/old", List.of(), List.of(
                        "    onbepaald                                2\n", "\nanders\n            1  closure.reopen: lifecycle.state\n",
                        "2 feitensets beslist, waarvan 1 anders (1 ticket, geteld naar zijn nummer).\n", "tickets.jsonl:2\n  Het ticket T-2 kan niet worden beslist.\n",
                        "none.jsonl  SP-I008\n    Het bestand moet bestaan.", "standaardinvoer:2:1  SP-I001")),
                new Report("coverage @/new", List.of(), List.of("closure.drl:46  [closure.permanent] Een klant heeft vijf dagen om te antwoorden  gaat nooit op\n",
                        "not Exclusion()  is nooit onwaar\n", "causedProblem == true  wordt nooit beproefd\n",
                        "2 scenario's: 0 van 7 regels en 0 van 10 losse voorwaarden naar beide kanten beproefd.\n")),
                new Report("coverage @/old --mutants", List.of(), List.of("closure.drl:37  de regel is weggelaten\n", "  not Exclusion() is weggelaten\n",
                        "    maakt niets uit: geen combinatie van feiten wordt anders beslist\n", "    geen scenario merkt het, hoewel dit anders wordt beslist: {",
                        "daysAfter( 7, $first, $zone ) ): 7 wordt 8\n", " kleine fouten in de regels gemaakt, en nog 5 die een controle weigert: de scenario's merken 30,0 %; ")),
                new Report("forecast @/tickets.jsonl --until 2026-12-31", List.of(), List.of("    00:00  afgesloten  T-3\n",
                        "3 feitensets: 1 moment waarop iets moet gebeuren of afloopt.\n")),
                new Report("audit @/log.jsonl --rules @/new", List.of(), List.of("ticket T-3, 2025-03-11T12:00:00+01:00: er komt een andere beslissing uit\n",
                        "    Regels: 1.0 ", "\n2 beslissingen: 1 komen uit zoals vastgelegd, 1 anders.\n", "Het ticket T-2 kan niet worden beslist.")));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void noSentenceOfAReportIsInEnglish(Report report) throws IOException {
        String english = said(report, "en");
        String dutch = said(report, "nl");
        assertThat(dutch).contains(report.samples);
        assertThat(words(dutch)).isNotEmpty().doesNotContainAnyElementsOf(words(english));
        assertThat(words(dutch)).allSatisfy(line -> assertThat(line).doesNotContainAnyElementsOf(ENGLISH));
        assertThat(words(english)).as("sentences of the other language").anySatisfy(line -> assertThat(line).containsAnyElementsOf(ENGLISH));
    }

    /** The names of commands and options are the same, and so are values among which to choose. */
    @ParameterizedTest
    @ValueSource(strings = {"", "decide", "rules", "facts", "explain", "test", "init", "check", "coverage", "gaps", "diff", "replay", "why-not", "what-if", "outlook",
        "forecast", "audit", "schema", "help"})
    void helpIsInDutchToo(String command) {
        List<String> args = new ArrayList<>(command.isEmpty() ? List.of() : List.of(command));
        args.add("--help");
        List<String> english = help(args);
        args.addAll(List.of("--lang", "nl"));
        List<String> dutch = help(args);
        assertThat(dutch).isNotEmpty().doesNotContainAnyElementsOf(english);
        assertThat(dutch.get(0)).startsWith("Gebruik: support-policy");
        assertThat(dutch).contains("Eindstatus:").allMatch(line -> line.length() <= 80);
        assertThat(options(dutch)).isNotEmpty().isEqualTo(options(english));
    }

    /** The lines of a help but for those of values alone. */
    private static List<String> help(List<String> args) {
        MainTest.Outcome outcome = run("", args.toArray(String[]::new));
        assertThat(outcome.status()).isZero();
        return outcome.out().lines().filter(line -> line.matches(".*[a-zA-Z].*") && !line.matches(" *(--\\S+=)?\\[?[a-zA-Z-]+(\\|[a-zA-Z-]+)+]?")).toList();
    }

    private static Set<String> options(List<String> help) {
        return help.stream().flatMap(line -> Stream.of(line.strip().split("[\\s=]+")).limit(2)).filter(word -> word.startsWith("--")).collect(Collectors.toSet());
    }

    private static String said(Report report, String language) throws IOException {
        List<String> args = new ArrayList<>(Arrays.asList(report.line.replace("@", directory.toString()).split(" ")));
        args.addAll(List.of("--lang", language));
        MainTest.Outcome outcome = run("{", args.toArray(String[]::new));
        assertThat(outcome.status()).as(outcome.err()).isNotEqualTo(2);
        StringBuilder said = new StringBuilder(outcome.out()).append(outcome.err());
        for (String file : report.files) {
            said.append(Files.readString(directory.resolve(file)));
        }
        return said.toString();
    }

    /** The words of each line that are neither ids nor code nor quoted; a line that has none is left out. */
    private static Set<List<String>> words(String text) {
        String plain = QUOTED.matcher(text).replaceAll(" ");
        for (String title : TITLES) {
            plain = plain.replace(title, "");
        }
        return plain.lines().map(line -> Stream.of(line.replaceAll("\\{.*}", "").split("[\\s(),;:\"“”|>]+")).map(word -> word.replaceAll("[.?]$", ""))
                .filter(word -> WORD.matcher(word).matches() && !IDS.contains(word)).toList()).filter(words -> !words.isEmpty()).collect(Collectors.toSet());
    }
}
