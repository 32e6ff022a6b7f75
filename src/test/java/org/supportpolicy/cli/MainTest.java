package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.Clause;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;

/** The command line: what it prints, where, and how it ends. */
class MainTest {

    private static final String GOOD = "{\"asOf\":\"2026-03-10T16:30:00+01:00\",\"ticket\":{\"number\":\"T-1\",\"kind\":\"QUESTION_INTEGRATION\"}}";
    private static final String BAD = "{\"asOf\":\"2026-03-10T16:30:00+01:00\",\"ticket\":{\"urgencySet\":7}}";

    record Outcome(int status, String out, String err) {}

    static Outcome run(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int status = Main.run(args, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintWriter(err, true));
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    @Test
    void aTicketIsExplainedInEnglishAndInDutch() {
        Outcome english = run("", "decide", "examples/tickets/server-down.json");
        assertThat(english.status()).isZero();
        assertThat(english.out()).contains("\n    urgency 1\n        An outage with a critical impact on production ", "  [urgency.level-1-definition, ");
        Outcome dutch = run("", "decide", "--lang", "nl", "examples/tickets/server-down.json");
        assertThat(dutch.out()).contains("\n    urgentie 1\n        Een storing met kritieke gevolgen voor de productie ", "  [urgency.level-1-definition, ");
    }

    @Test
    void jsonLinesGiveOneDecisionALineAndABadLineIsNumbered() {
        Outcome outcome = run(GOOD + "\n" + BAD + "\n" + GOOD + "\n", "decide", "--json", "-");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"policy\":") && line.endsWith("]}"));
        assertThat(outcome.err()).contains("standard input:2:60  /ticket/urgencySet").doesNotContain("\tat ");
    }

    @Test
    void aLongFileIsReadLittleFurtherThanItIsDecided() {
        byte[] line = (GOOD + "\n").getBytes(StandardCharsets.UTF_8);
        int[] farthest = {0};
        ManyLines lines = new ManyLines(line, 5_000);
        int[] written = {0};
        PrintStream out = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int length) {
                if (bytes[from + length - 1] == '\n') {
                    farthest[0] = Math.max(farthest[0], lines.given() - ++written[0]);
                }
            }
        };
        assertThat(Main.run(new String[] {"decide", "--json", "-"}, lines, out, new PrintWriter(Writer.nullWriter()))).isZero();
        assertThat(written[0]).isEqualTo(5_000);
        assertThat(farthest[0]).isLessThan(2_000);
    }

    @Test
    void anObjectOverSeveralLinesIsReadFromStandardInputToo() {
        Outcome outcome = run(GOOD.replace(",\"ticket\"", ",\n\"ticket\""), "decide", "--json", "-");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines()).hasSize(1);
    }

    @Test
    void aMissingFileIsSaidAndTheOthersAreDecided(@TempDir Path directory) throws IOException {
        Path good = Files.writeString(directory.resolve("good.json"), GOOD);
        Outcome outcome = run("", "decide", "--json", directory.resolve("none.json").toString(), good.toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("none.json", "The file must exist.");
        assertThat(run("", "decide", "--json", directory.toString(), good.toString()))
                .isEqualTo(new Outcome(1, outcome.out(), directory + "  SP-I008\n    The file must be a plain file.\n"));
        assertThat(run("", "forecast", "--lang", "nl", "--until", "2026-12-31", directory.toString()).err()).contains("Het bestand moet een gewoon bestand zijn.");
        assertThat(outcome.out().lines()).hasSize(1);
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(run("", "decide").status()).isEqualTo(2);
        assertThat(run("", "decyde").status()).isEqualTo(2);
        assertThat(run("").status()).isEqualTo(2);
        assertThat(run("", "decide", "--lang", "fr", "-").err()).contains("--lang");
    }

    @Test
    void helpSaysWhatTheExitStatusMeans() {
        Outcome help = run("", "--help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("decide", "rules", "Exit status:");
        assertThat(run("", "decide", "--help").out()).contains("--json", "--lang", "--rules");
    }

    @Test
    void helpOfEveryCommandSaysWhatItsExitStatusMeans() {
        for (String command : List.of("decide", "rules", "explain", "test", "init", "check", "coverage", "gaps", "diff", "replay", "audit", "help")) {
            Outcome help = run("", command, "--help");
            assertThat(help.out()).as(command).containsSubsequence("Usage: support-policy " + command, "Exit status:", "  0   ", "  1   ", "  2   wrong usage");
            assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void helpIsACommandToo() {
        assertThat(run("", "help")).isEqualTo(run("", "--help"));
        assertThat(run("", "help", "--lang", "nl")).isEqualTo(run("", "--help", "--lang", "nl"));
        assertThat(run("", "help", "decide")).isEqualTo(run("", "decide", "--help"));
        assertThat(run("", "help", "--lang", "nl", "decide")).isEqualTo(run("", "decide", "--help", "--lang", "nl"));
        assertThat(run("", "help", "decid")).isEqualTo(run("", "decid"));
        assertThat(run("", "help", "decid", "--lang", "nl")).isEqualTo(run("", "decid", "--lang", "nl"));
        assertThat(run("", "help", "--lang", "en", "foo")).isEqualTo(new Outcome(2, "", "There is no command foo.\nSee support-policy --help.\n"));
    }

    @Test
    void whatWasProbablyMeantIsSaid() {
        assertThat(run("", "decide", "--jsn", "-").err().lines()).containsExactly("There is no option --jsn.", "Maybe --json.", "See support-policy decide --help.");
        assertThat(run("", "check", "--fromat", "json", "d").err()).contains("Maybe --format.");
        assertThat(run("", "test", "--junit=x", "d").err()).contains("There is no option --junit.", "Maybe --junit-xml.");
        assertThat(run("", "decide", "--xml", "-").err().lines()).hasSize(2);
        assertThat(run("", "decid", "-").err()).contains("There is no command decid.", "Maybe decide.");
        assertThat(run("", "init", "a", "b").err()).contains("There is no place for b.");
        assertThat(run("", "decide").err()).contains("FILE");
    }

    @Test
    void wrongUsageIsSaidInTheLanguageThatIsAskedFor() {
        assertThat(run("", "decide", "--lang", "nl", "--jsn", "-").err().lines())
                .containsExactly("De optie --jsn bestaat niet.", "Misschien --json.", "Zie support-policy decide --help.");
        assertThat(run("", "decide", "--with-facts", "-").err()).contains("--with-facts must stand beside --json.");
        assertThat(run("", "decide", "--lang=nl", "--questions", "-").err()).contains("--questions moet naast --json staan.");
        assertThat(run("", "why-not", "-", "--lang", "nl").err()).contains("Een van --clause, --answer moet worden opgegeven.");
        assertThat(run("", "why-not", "-", "--clause", "a", "--answer", "b").err()).contains("Only one of --clause, --answer may be given.");
        assertThat(run("", "decide", "--json", "--json", "-").err()).contains("--json may be given only once.").doesNotContain("--letter");
        assertThat(run("", "decide", "--lang").err()).contains("A value must stand after --lang.");
        assertThat(run("", "book", "-o").err()).contains("A value must stand after --output.");
        assertThat(run("", "book", "--lang=nl", "src", "-o").err()).contains("Achter --output moet een waarde staan.");
        assertThat(run("", "decide", "--lang", "xx", "-").err()).contains("The value (xx) of --lang must be one of en, nl.");
        assertThat(run("", "decide", "--json=3", "-").err()).contains("No value may stand after --json.");
        assertThat(run("", "outlook", "--lang", "nl", "--until", "x", "-").err()).contains("De waarde (x) van --until moet zijn: een dag zoals 2026-12-31");
        assertThat(run("", "xx", "--lang", "nl").err()).contains("De opdracht xx bestaat niet.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay --changed @/a.jsonl @/copy @/a.jsonl", "replay --memo @/a.jsonl standard @/b.jsonl @/copy/../a.jsonl", "replay --changed @/link standard @/a.jsonl",
        "replay --changed @/new --memo @/copy/policy.nl.md @/copy @/a.jsonl", "replay --changed @/copy/closure.drl standard @/a.jsonl --against @/copy",
        "forecast --until 2026-12-31 --csv @/a.jsonl @/link", "forecast --until 2026-12-31 --csv @/a.jsonl --desk @/a.jsonl -", "forecast --until 2026-12-31 --csv @/hard @/a.jsonl",
        "forecast --until 2026-12-31 --csv @/copy/closure.drl --rules @/copy @/a.jsonl", "book @/copy -o @/copy/closure.drl", "book @/copied -o @/copy/policy.en.md",
        "coverage @/copy --html @/copy/scenarios/urgency.yaml", "test @/copy --junit-xml @/copy/scenarios/urgency.yaml", "test @/copied/scenarios --junit-xml @/copy/scenarios/urgency.yaml",
        "test @/copy/scenarios/urgency.yaml --junit-xml @/copied/scenarios/urgency.yaml", "diff standard @/copy --memo @/copy/readings.en.md"})
    void whatIsReadIsNotWrittenOver(String line, @TempDir Path directory) throws IOException {
        run("", "init", directory.resolve("copy").toString());
        Path tickets = Files.writeString(directory.resolve("a.jsonl"), GOOD + "\n");
        Files.createSymbolicLink(directory.resolve("link"), tickets);
        Files.createSymbolicLink(directory.resolve("copied"), directory.resolve("copy"));
        Files.createLink(directory.resolve("hard"), tickets);
        Map<Path, String> before = texts(directory);
        String[] args = line.replace("@", directory.toString()).split(" ");
        String written = args[Arrays.asList(args).indexOf(line.replaceAll(".* ?(--memo|--changed|--csv|-o|--html|--junit-xml) .*", "$1")) + 1];
        Outcome refused = run("", args);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).startsWith("The value (" + written + ") of --").contains(" must be a file that the same command does not read, since it is written over.");
        String[] dutch = (line + " --lang nl").replace("@", directory.toString()).split(" ");
        assertThat(run("", dutch).err()).startsWith("De waarde (" + written + ") van --").contains(" moet zijn: een bestand dat dezelfde opdracht niet leest, omdat het wordt overschreven.");
        assertThat(texts(directory)).isEqualTo(before);
    }

    private static Map<Path, String> texts(Path directory) throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(file, Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void whatIsWrittenMayStandInAWorkingCopyAndBeWrittenAgain(@TempDir Path directory) throws IOException {
        String copy = directory.resolve("copy").toString();
        run("", "init", copy);
        Path page = directory.resolve("copy/coverage.html");
        for (int time = 1; time <= 2; time++) {
            assertThat(run("", "coverage", copy, "--html", page.toString()).status()).isZero();
            assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>");
            Files.writeString(page, "old");
        }
    }

    @Test
    void aClauseThatIsNotThereIsNoAnswerEither() {
        Outcome wrong = run("", "why-not", "-", "--clause", "foo");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).contains("There is no clause (foo).", "The command (rules) lists the clauses.").doesNotContain("Maybe");
        assertThat(run("", "why-not", "-", "--clause", "closure.reopn", "--lang", "nl").err()).contains("Misschien closure.reopen.");
    }

    @Test
    void rulesListsEveryClauseWithItsRulesOrTheReasonForHavingNone() {
        Outcome outcome = run("", "rules");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines().filter(line -> !line.startsWith(" "))).hasSize(119);
        assertThat(outcome.out()).contains("closure.permanent  WILL  support", "[rules/closure.drl:", "not automated: ");
    }

    @Test
    void rulesSaysHowEveryClauseIsRead() {
        SupportPolicy policy = SupportPolicy.standard();
        List<String> english = run("", "rules").out().lines().toList();
        List<String> dutch = run("", "rules", "--lang", "nl").out().lines().toList();
        for (Clause clause : policy.clauses()) {
            Set<String> cited = policy.rules().stream().filter(rule -> rule.clause().equals(clause.id())).flatMap(rule -> rule.readings().stream())
                    .map(reading -> reading.id() + (reading.contested() ? " (contested)" : "")).collect(Collectors.toCollection(TreeSet::new));
            List<String> read = english.stream().dropWhile(line -> !line.startsWith(clause.id() + " ")).skip(1).takeWhile(line -> line.startsWith(" "))
                    .filter(line -> line.startsWith("    read as ")).toList();
            assertThat(read).as(clause.id()).isEqualTo(cited.isEmpty() ? List.of() : List.of("    read as " + String.join(", ", cited)));
            assertThat(dutch).containsAll(read.stream().map(line -> line.replace("read as", "gelezen volgens").replace("contested", "betwistbaar")).toList());
        }
    }

    @Test
    void rulesListsTheReadingsWhenAskedFor() {
        SupportPolicy policy = SupportPolicy.standard();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"))) {
            String out = run("", "rules", "--readings", "--lang", locale.getLanguage()).out();
            String mark = locale.equals(Locale.ENGLISH) ? " (contested)" : " (betwistbaar)";
            assertThat(out.lines().filter(line -> !line.startsWith(" ")))
                    .containsExactlyElementsOf(policy.readings().stream().map(reading -> reading.id() + (reading.contested() ? mark : "")).toList());
            assertThat(out.lines()).allMatch(line -> line.length() <= 80);
            assertThat(out.replaceAll("\\s+", " ")).contains(policy.readings().stream().map(reading -> reading.text(locale).adopted()).toList());
        }
    }

    @Test
    void theStandardScenariosAreAsExpectedAndAReportIsWritten(@TempDir Path directory) throws IOException {
        Path report = directory.resolve("report.xml");
        Outcome outcome = run("", "test", "src/test/resources/scenarios", "--junit-xml", report.toString());
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).containsPattern("[\\d,]+ scenarios, [\\d,]+ as expected, 0 not\\.");
        assertThat(Files.readString(report)).contains("<testsuite name=\"support-policy\" tests=", "failures=\"0\"", "classname=\"closure.yaml\"");
    }

    @Test
    void aScenarioThatIsNotAsExpectedIsExplainedAndEndsWithOne(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a.yaml"), """
                - title: A closed ticket is open
                  given: {asOf: "2025-03-12T00:00:00Z", ticket: {state: CLOSED}}
                  expect: {lifecycle: {state: ACTIVE}}
                """);
        Path report = directory.resolve("report.xml");
        Outcome outcome = run("", "test", directory.toString(), "--junit-xml", report.toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains(file + ":1  A closed ticket is open\n  Expected: lifecycle.state ACTIVE\n  Actual:   lifecycle.state CLOSED",
                "1 scenario, 0 as expected, 1 not.");
        assertThat(Files.readString(report)).contains("failures=\"1\"", "<failure message=");
        Files.writeString(file, "- title: A\n  given: {asOf: x}\n");
        assertThat(run("", "test", directory.toString()).err()).contains("a.yaml:2:17  SP-I004");
    }

    @Test
    void aDecisionIsExplainedOnceHoweverManyScenariosComeToIt(@TempDir Path directory) throws IOException {
        String given = "  given: {asOf: \"2025-03-12T00:00:00Z\", ticket: {state: CLOSED}}\n  expect: {lifecycle: {state: %s}}\n";
        Files.writeString(directory.resolve("a.yaml"), "- title: One\n" + String.format(given, "ACTIVE") + "- title: Two\n" + String.format(given, "RESOLVED")
                + "- title: Three\n" + String.format(given, "ACTIVE").replace("12T", "13T"));
        Path report = directory.resolve("report.xml");
        String out = run("", "test", directory.toString(), "--junit-xml", report.toString()).out();
        assertThat(out).contains(":4  Two\n  Expected: lifecycle.state RESOLVED\n  Actual:   lifecycle.state CLOSED\n\nDecided as above: a.yaml:1  One\n\n",
                "3 scenarios, 0 as expected, 3 not.").containsOnlyOnce("Decided as above").containsOnlyOnce("on Wed 12 March").containsOnlyOnce("on Thu 13 March");
        assertThat(Files.readString(report).split("on Wed 12 March 2025, 01:00 ", -1)).as("each scenario of the report has all of it").hasSize(3);
    }

    @Test
    void aWorkingCopyIsMadeCheckedAndTried(@TempDir Path directory) throws IOException {
        String copy = directory.resolve("copy").toString();
        assertThat(run("", "init", copy).out()).contains("32 files written to " + copy);
        assertThat(run("", "init", copy).err()).contains("must be empty");
        assertThat(run("", "check", copy)).satisfies(outcome -> {
            assertThat(outcome.status()).isZero();
            assertThat(outcome.out()).isEqualTo("No problem." + System.lineSeparator());
        });
        Path page = directory.resolve("coverage.html");
        assertThat(run("", "coverage", copy, "--html", page.toString()).out()).containsPattern("[\\d,]+ scenarios: (\\d+) of \\1 rules and \\d+ of \\d+ single conditions tried both ways\\.");
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        Path closure = directory.resolve("copy/closure.drl");
        Files.writeString(closure, Files.readString(closure).replace("daysAfter( 7,", "daysAfter( 5,"));
        Outcome tested = run("", "test", copy);
        assertThat(tested.status()).isEqualTo(1);
        assertThat(tested.out()).contains("closure.yaml:", "Expected: closureGrounds []");
        String ticket = "{\"asOf\":\"2025-03-11T12:00:00+01:00\",\"ticket\":{\"number\":\"T-1\",\"state\":\"RESOLVED\"},\"resolution\":{\"markedResolvedAt\":\"2025-03-04T10:00:00+01:00\"}}";
        Path tickets = Files.writeString(directory.resolve("tickets.jsonl"), ticket + "\n{\n" + GOOD + "\n");
        Path changed = directory.resolve("changed.jsonl");
        Outcome replayed = run("", "replay", copy, tickets.toString(), "--changed", changed.toString());
        assertThat(replayed.status()).isEqualTo(1);
        assertThat(replayed.err()).contains("tickets.jsonl:2:");
        assertThat(replayed.out()).contains("closure.reopen: ", "2 fact sets decided, 1 of them differently (1 ticket by its number).");
        assertThat(run("", "decide", "--json", changed.toString()).out().lines()).hasSize(1);
        Path memo = directory.resolve("memo.md");
        Outcome compared = run("", "diff", "standard", copy, "--memo", memo.toString());
        assertThat(compared.out()).startsWith("closure.no-customer-reply, conditions of a rule (").contains("\n  - ", "daysAfter( 7,", "\n  + ", "daysAfter( 5,", " in ", " edits.");
        assertThat(Files.readString(memo)).contains("### Support gains, the customer loses", "Sampled only: 1,");
        run("", "replay", copy, changed.toString(), "--memo", memo.toString(), "--lang", "nl");
        assertThat(Files.readString(memo)).contains("- Aangeleverde tickets: 1; anders beslist: 1.", "Ticket T-1");
    }

    @Test
    void gapsAreLookedForInADirectoryOnly() {
        assertThat(run("", "gaps", "standard")).isEqualTo(run("", "coverage", "standard")).satisfies(refused -> {
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err()).contains("standard  SP-R001");
        });
    }

    @Test
    void aTicketThatAnEditedPolicyCannotDecideIsSaidAndTheOthersAreDecided(@TempDir Path directory) throws IOException {
        String copy = directory.resolve("copy").toString();
        run("", "init", copy);
        Path request = directory.resolve("copy/request.drl");
        Files.writeString(request, Files.readString(request).replace("maintenanceActive == true || serviceSubscriptionActive == true", "maintenanceActive == true || serviceSubscriptionActive != null"));
        String ticket = "{\"asOf\":\"2025-03-11T12:00:00+01:00\",\"customer\":{\"kind\":\"CUSTOMER\",\"maintenanceActive\":false,\"serviceSubscriptionActive\":%s},\"ticket\":{\"number\":\"T-1\"}}\n";
        Path tickets = Files.writeString(directory.resolve("tickets.jsonl"), String.format(ticket, false) + String.format(ticket, true));
        Outcome replayed = run("", "replay", copy, tickets.toString());
        assertThat(replayed.status()).isEqualTo(1);
        assertThat(replayed.err()).contains("tickets.jsonl:1\n  The ticket T-1 cannot be decided.\n", "SP-R092");
        assertThat(replayed.out()).contains("1 fact set decided, 0 of them differently.");
        Outcome decided = run("", "decide", "--lang", "nl", "--rules", copy, tickets.toString());
        assertThat(decided.status()).isEqualTo(1);
        assertThat(decided.err()).contains("tickets.jsonl:1\n  Het ticket T-1 kan niet worden beslist.\n");
        assertThat(decided.out()).contains("Ticket T-1, op ").containsOnlyOnce("Ondersteuning: ");
    }

    @Test
    void aScenarioThatAnEditedPolicyCannotDecideIsSaidAndTheOthersAreTried(@TempDir Path directory) throws IOException {
        String copy = directory.resolve("copy").toString();
        run("", "init", copy);
        Path request = directory.resolve("copy/request.drl");
        Files.writeString(request, Files.readString(request).replace("maintenanceActive == true || serviceSubscriptionActive == true", "maintenanceActive == true || serviceSubscriptionActive != null"));
        Path report = directory.resolve("report.xml");
        Outcome tested = run("", "test", copy, "--junit-xml", report.toString());
        assertThat(tested.status()).isEqualTo(1);
        assertThat(tested.out()).containsPattern("request.yaml:11  An active maintenance [^\n]*\n  The ticket cannot be decided.\n\\S+request.drl:\\d+:1  SP-R092\n")
                .containsPattern("[\\d,]+ scenarios, [\\d,]+ as expected, \\d+ not\\.");
        assertThat(Files.readString(report)).containsPattern("errors=\"[1-9]").contains("<error message=\"The ticket cannot be decided.\"", "name=\"Support may mark a ticket resolved");
        Outcome covered = run("", "coverage", copy);
        assertThat(covered.status()).isEqualTo(1);
        assertThat(covered.err()).contains("request.yaml:11  ", "The ticket cannot be decided.", "SP-R092");
        assertThat(covered.out()).containsPattern("[\\d,]+ scenarios: \\d+ of \\d+ rules");
    }

    @Test
    void theAnalystReadsDutchWhenAskedFor(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a.yaml"), """
                - title: A closed ticket is open
                  given: {asOf: "2025-03-12T00:00:00Z", ticket: {state: CLOSED}}
                  expect: {lifecycle: {state: ACTIVE}, urgency: {level: 2}}
                  because: [closure.permanent]
                """);
        assertThat(run("", "test", "--lang", "nl", directory.toString()).out()).startsWith(file + ":1  A closed ticket is open\n"
                + "  Verwacht:  lifecycle.state ACTIVE\n  Werkelijk: lifecycle.state CLOSED\n  Verwacht:  urgency.level 2\n  Werkelijk: urgency.level ontbreekt\n"
                + "  Verwacht:  op grond van closure.permanent\n  Werkelijk: op grond van closure.no-reopen-after-permanent\n\nEen ticket").contains("\nStatus: het ticket is afgesloten", "1 scenario, 0 zoals verwacht, 1 niet.");
        Files.writeString(file, "- title: A\n  given: {asOf: x}\n");
        assertThat(run("", "test", "--lang", "nl", directory.toString()).err()).contains("a.yaml:2:17  SP-I004\n    De asOf (x) moet een datum en tijd", "Een scenario moet iets verwachten");
        Files.writeString(directory.resolve("a.drl"), "package a\n");
        assertThat(run("", "check", "--lang", "nl", directory.toString()).out()).containsPattern("(1 probleem|\\d+ problemen)\\.( \\d+ waarschuwing(en)?\\.)?\\s*$");
        assertThat(run("{\"ticket\": {}}", "decide", "--lang", "nl", "-").err()).contains("standaardinvoer:1:1  (hele document)  SP-I007\n    De asOf van de feitenset moet ingevuld zijn.");
    }

    @Test
    void warningsAreMarkedAndCountedApart() {
        Problem warning = new Problem("SP-R070", "a.drl", 3, 5, null, new Problem.Said("Odd.", "Vreemd."), new Problem.Said("Maybe even.", "Misschien even."), null);
        Problem problem = new Problem("SP-R040", "a.drl", 6, 5, null, new Problem.Said("Wrong.", "Fout."), null, null);
        Locale dutch = Locale.forLanguageTag("nl");
        assertThat(Check.sum(List.of(), Locale.ENGLISH)).isEqualTo("No problem.");
        assertThat(Check.sum(List.of(warning, warning), Locale.ENGLISH)).isEqualTo("No problem. 2 warnings.");
        assertThat(Check.sum(List.of(problem, warning), dutch)).isEqualTo("1 probleem. 1 waarschuwing.");
        assertThat(warning.toString(dutch)).isEqualTo("a.drl:3:5  SP-R070  (waarschuwing)\n    Vreemd.\n    Misschien even.");
        assertThat(ProblemFormat.json(List.of(warning, problem), dutch)).contains("\"code\":\"SP-R070\",\"severity\":\"warning\"", "\"message\":\"Vreemd.\",\"advice\":\"Misschien even.\"", "\"severity\":\"error\"");
        assertThat(ProblemFormat.sarif(List.of(warning, problem), dutch)).contains("\"language\":\"nl\"", "\"ruleId\":\"SP-R070\",\"level\":\"warning\",\"message\":{\"text\":\"Vreemd. Misschien even.\"}", "\"level\":\"error\"");
    }

    @Test
    void problemsAreWrittenForPeopleEditorsAndBuildServers(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.drl"), "package a\n\nrule \"A\"\n    @clause(\"closure.permanent\")\nwhen\n    Tickt()\nthen\n    conclude( kcontext, new Outage() );\nend\n");
        Outcome text = run("", "check", directory.toString());
        assertThat(text.status()).isEqualTo(1);
        assertThat(text.out()).contains("a.drl:6:5  SP-R040", "Maybe Ticket.", " 6 |     Tickt()", " problems.");
        assertThat(run("", "check", "--format", "json", directory.toString()).out()).contains("{\"code\":\"SP-R040\"", "\"line\":6,\"column\":5");
        assertThat(run("", "check", "--format", "sarif", directory.toString()).out()).contains("\"version\":\"2.1.0\"", "\"ruleId\":\"SP-R040\"", "\"startLine\":6,\"startColumn\":5");
        assertThat(run("", "check", directory.resolve("none").toString()).out()).contains("SP-R001");
        assertThat(run("", "check", "--format", "xml", directory.toString()).status()).isEqualTo(2);
    }

    @Test
    void whatATerminalWouldObeyIsShownByItsCode(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a\u001b[2J\n.yaml"), """
                - title: "A title\\x01\\x1b[31m \\uFFFE"
                  given: {asOf: "2025-03-12T00:00:00Z", ticket: {state: CLOSED, number: "\\x1b[31m"}}
                  expect: {lifecycle: {state: ACTIVE}}
                """);
        Path report = directory.resolve("report.xml");
        Outcome tested = run("", "test", file.toString(), "--junit-xml", report.toString());
        assertThat(tested.out()).contains("A title", "1 scenario, 0 as expected, 1 not.").doesNotContain("\u001b", "\u0001");
        assertThatCode(() -> DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile())).doesNotThrowAnyException();
        Outcome decided = run("{\"asOf\": \"\u001b\"}\n", "decide", "-", directory.resolve("none\u001b[2J\u009b").toString());
        assertThat(decided.err()).contains("none<U+001B>[2J<U+009B>  SP-I008").doesNotContain("\u001b", "\u009b");
        assertThat(run("", "decide", "--\u001b[2J", "-").err()).contains("<U+001B>").doesNotContain("\u001b");
    }

    @Test
    void oddEventsAreToldAndRefusedWhenAskedFor(@TempDir Path directory) throws IOException {
        String odd = "{\"asOf\":\"2025-03-12T00:00:00Z\",\"resolution\":{\"markedResolvedAt\":\"2025-03-12T00:00:05Z\"}}\n";
        Outcome told = run(odd, "decide", "-");
        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("Notes\n    Resolution: marked resolved on Wed 12 March 2025, 01:00:05 (left out, as that is 5 seconds after the moment decided about)\n");
        Outcome strict = run(GOOD + "\n" + odd + GOOD + "\n", "decide", "--strict", "--json", "-");
        assertThat(strict.status()).isEqualTo(1);
        assertThat(strict.out().lines()).hasSize(2).allSatisfy(line -> assertThat(line).endsWith("\"notes\":[]}"));
        assertThat(strict.err()).contains("standard input:2:65  /resolution/markedResolvedAt  SP-I010\n"
                + "    The markedResolvedAt (2025-03-12T00:00:05Z) of resolution must not lie after asOf (2025-03-12T00:00:00Z).");
        assertThat(run(odd, "decide", "--strict", "--lang", "nl", "-").err()).contains("mag niet na asOf (2025-03-12T00:00:00Z) liggen.");
        String stock = Files.writeString(directory.resolve("stock.jsonl"), GOOD + "\n" + odd).toString();
        assertThat(run("", "replay", "standard", stock).out()).contains("2 fact sets decided");
        assertThat(run(Files.readString(Path.of(stock)), "replay", "standard", "-").out()).contains("2 fact sets decided");
        Outcome replayed = run("", "replay", "--strict", "standard", stock);
        assertThat(replayed.status()).isEqualTo(1);
        assertThat(replayed.out()).contains("1 fact set decided");
        assertThat(replayed.err()).contains("stock.jsonl:2:65  /resolution/markedResolvedAt  SP-I010");
    }

    @Test
    void whatADeskGivesOnceNeedNotStandInEachTicket(@TempDir Path directory) throws IOException {
        String desk = Files.writeString(directory.resolve("desk.json"), "{\"desk\": {\"zone\": \"Asia/Tokyo\"}}").toString();
        Outcome decided = run(GOOD + "\n", "decide", "--desk", desk, "--json", "--with-facts", "-");
        assertThat(decided.status()).isZero();
        assertThat(decided.out()).contains("\"zone\":\"Asia/Tokyo\"");
        assertThat(run("", "audit", Files.writeString(directory.resolve("log.jsonl"), decided.out()).toString()).status()).isZero();
        String own = GOOD.replace("}}", "},\"desk\":{\"zone\":\"UTC\"}}");
        assertThat(run(own + "\n", "outlook", "--desk", desk, "--json", "-").out()).isEqualTo(run(own + "\n", "outlook", "--json", "-").out());
        Outcome bad = run(GOOD + "\n", "decide", "--desk", Files.writeString(directory.resolve("bad.json"), "{\"asOf\": 1}").toString(), "-");
        assertThat(bad.status()).isEqualTo(1);
        assertThat(bad.err()).contains("bad.json:1:2  /asOf  SP-I002");
        assertThat(bad.out()).isEmpty();
    }

    @Test
    void whatFreeTextsSayIsShownWhenAskedForOnly() {
        String ticket = GOOD.replace("}}", "},\"intake\":{\"subject\":\"Secret\"}}") + "\n";
        for (String[] way : new String[][] {{"decide", "-"}, {"decide", "--json", "-"}, {"decide", "--lang", "nl", "-"}}) {
            assertThat(run(ticket, way).out()).containsPattern("subject given|onderwerp ingevuld").doesNotContain("Secret");
            String[] shown = Arrays.copyOf(way, way.length + 1);
            shown[way.length] = "--show-texts";
            assertThat(run(ticket, shown).out()).containsPattern("subject Secret|(subject|onderwerp) “Secret”");
        }
    }
}
