package org.supportpolicy.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.Limits;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;

/** Mistakes in rule files: each is said at the word a person would point at. */
class PolicyCheckerTest {

    /** A rule file without a mistake; the cases below make one by replacing a piece. */
    private static final String SOUND = """
            // Closing tickets.
            // Reads Conversation, Ticket, AsOf.  Concludes ClosureGround.
            package org.supportpolicy.rules.closure;

            import org.supportpolicy.fact.AsOf;
            import org.supportpolicy.fact.Channel;
            import org.supportpolicy.fact.Conversation;
            import org.supportpolicy.fact.Ground;
            import org.supportpolicy.fact.Ticket;
            import org.supportpolicy.finding.ClosureGround;
            import static org.supportpolicy.rules.Conclude.conclude;
            import static org.supportpolicy.rules.Periods.daysAfter;

            rule "A ticket may be marked resolved" // salience in a comment is no word
                @clause("closure.no-customer-reply")
                @nl("Een ticket mag als opgelost worden gemarkeerd")
            when
                Conversation( unansweredAttempts >= 2,
                        $first : firstUnansweredAttemptAt != null )
                AsOf( daysAfter( 7, $first, zone ) <= instant )
                Ticket( channel == Channel.ONLINE_HELPDESK, urgencySet == 4 )
            then
                conclude( kcontext, new ClosureGround( Ground.NO_CUSTOMER_REPLY ) );
            end
            """;

    @Test
    void aSoundFileHasNoProblem() {
        assertThat(problems(new RuleFile("closure.drl", SOUND))).isEmpty();
    }

    @Test
    void theStandardPolicyHasNoProblem() {
        Draft draft = Draft.read(PolicyFiles.standard());
        PolicyChecker.check(draft, true);
        assertThat(draft.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            unansweredAttempts >= 2          | unanswerdAttempts >= 2             | 18:19 | SP-R043 | Conversation has no field (unanswerdAttempts).        | Maybe unansweredAttempts.
            $first : firstUnansweredAttemptAt | $first : firstUnansweredAttempt   | 19:22 | SP-R043 | Conversation has no field (firstUnansweredAttempt).   | Maybe firstUnansweredAttemptAt.
            Conversation( unans              | Convrsation( unans                 | 18:5  | SP-R040 | There is no fact or finding (Convrsation).            | Maybe Conversation.
            Ticket( channel                  | Diagnosis( origin != null, channel | 21:5  | SP-R040 | The word (Diagnosis) must be imported.     | Maybe import org.supportpolicy.fact.Diagnosis;
            Channel.ONLINE_HELPDESK          | Channel.ONLINE_HELPDSK             | 21:32 | SP-R042 | The Channel has no (ONLINE_HELPDSK).                  | Maybe ONLINE_HELPDESK.
            urgencySet == 4                  | urgencySet == "four"               | 21:63 | SP-R045 | The urgencySet (a whole number) cannot be compared with ("four"). |
            urgencySet == 4                  | state == 4                         | 21:58 | SP-R045 | The state (one of TicketState) cannot be compared with (4).  |
            urgencySet == 4                  | urgencySet == true                 | 21:63 | SP-R045 | The urgencySet (a whole number) cannot be compared with (true). |
            channel == Channel.ONLINE        | channel == Chanel.ONLINE           | 21:24 | SP-R041 | There is no class (Chanel).                           | Maybe Channel.
            7, $first, zone                  | 7, $frst, zone                     | 20:25 | SP-R044 | The variable ($frst) must be bound by a condition.    | Maybe $first.
            AsOf( daysAfter(                 | AsOf( dayAfter(                    | 20:11 | SP-R040 | The word (dayAfter) must be imported. | Maybe import org.supportpolicy.rules.Periods.dayAfter;
            closure.no-customer-reply        | closure.no-custommer-reply         | 15:14 | SP-R032 | There is no clause (closure.no-custommer-reply).      | Maybe closure.no-customer-reply.
            ("closure.no-customer-reply")    | (closure)                          | 15:13 | SP-R031 | The clause (closure) must stand in quotes.            |
            @clause("closure.no-customer-reply") | @reading("AMB-01")             | 14:6  | SP-R030 | must cite its clause.                                 | Maybe @clause("closure.permanent").
            @nl("Een                         | @ln("Een                           | 16:6  | SP-R033 | There is no annotation (ln).                          | Maybe nl.
            Ground.NO_CUSTOMER_REPLY         | Ground.NO_CUSTOMER_REPLI           | 23:51 | SP-R042 | The Ground has no (NO_CUSTOMER_REPLI).                | Maybe NO_CUSTOMER_REPLY.
            new ClosureGround                | new ClosureGrond                   | 23:29 | SP-R040 | There is no finding (ClosureGrond).                   | Maybe ClosureGround.
            conclude( kcontext, new          | insertLogical( new                 | 23:5  | SP-R051 | The consequence must be one conclude                  |
            conclude( kcontext, new ClosureGround( Ground.NO_CUSTOMER_REPLY ) ); | conclude( kcontext, $first ); | 23:5  | SP-R051 | of a finding that it names |
            then                             | then int i = 1;                    | 22:6  | SP-R051 | The consequence must be one conclude                  |
            when                             | salience 10 when                   | 17:1  | SP-R050 | The word (salience) must not stand in a rule file     |
            rule "A ticket may be marked resolved" | rule Marked                     | 14:1  | SP-R035 | The name (Marked) must stand in double quotes         |
            fact.Conversation                | fact.Conversatoin                  | 7:31  | SP-R021 | There is no class (org.supportpolicy.fact.Conversatoin) to import that a rule may speak of. | Maybe Conversation.
            fact.Channel                     | fact.*                             | 6:8   | SP-R022 | must name one class.                                  |
            Periods.daysAfter                | Periods.dayzAfter                  | 12:47 | SP-R021 | There is no function                                  | Maybe daysAfter.
            urgencySet == 4                  | urgencySet == 4, urgencySet < 3    | 21:66 | SP-R061 | can never hold together                               |
            urgencySet == 4                  | channel == Channel.PHONE           | 21:49 | SP-R061 | can never hold together                               |
            urgencySet == 4                  | urgencySet == null, urgencySet < 3 | 21:69 | SP-R061 | can never hold together                               |
            urgencySet == 4 )                | urgencySet == 4 ) not Ticket( channel != null ) | 21:67 | SP-R061 | can never hold together                  |
            unansweredAttempts >= 2,         | unansweredAttempts >= 2            | 19:13 | SP-R020 | The text is not a rule here                           |
            """)
    void aMistakeIsSaidAtTheWordThatIsWrong(String piece, String mistake, String place, String code, String message, String advice) {
        assertThat(SOUND).contains(piece);
        Problem problem = problems(new RuleFile("closure.drl", SOUND.replace(piece, mistake))).get(0);
        assertThat(problem.line() + ":" + problem.column()).as(problem.toString()).isEqualTo(place);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).contains(message);
        assertThat(problem.advice()).isEqualTo(advice);
    }

    @Test
    void aFindingThatRestsOnItsOwnAbsenceIsSaidAtTheNot() {
        Problem problem = problems(new RuleFile("closure.drl", SOUND.replace("    AsOf( daysAfter", "    not OutOfScope()\n    AsOf( daysAfter")
                .replace("import org.supportpolicy.finding.ClosureGround;", "import org.supportpolicy.finding.ClosureGround;\nimport org.supportpolicy.finding.OutOfScope;")
                + rule("A ticket with a ground is out of scope", "ClosureGround()", "new OutOfScope()"))).get(0);
        assertThat(problem.code() + " " + problem.line() + ":" + problem.column()).isEqualTo("SP-R060 21:5");
        assertThat(problem.message()).contains("concludes (ClosureGround) from the absence of (OutOfScope), which itself rests on (ClosureGround)");
    }

    @Test
    void soIsOneThatStandsInAGroup() {
        Problem problem = problems(new RuleFile("closure.drl", SOUND.replace("    AsOf( daysAfter", "    ( not ( Ticket() and OutOfScope() ) or Ticket() )\n    AsOf( daysAfter")
                .replace("import org.supportpolicy.finding.ClosureGround;", "import org.supportpolicy.finding.ClosureGround;\nimport org.supportpolicy.finding.OutOfScope;")
                + rule("A ticket with a ground is out of scope", "ClosureGround()", "new OutOfScope()"))).get(0);
        assertThat(problem.code() + " " + problem.line() + ":" + problem.column()).isEqualTo("SP-R060 21:26");
    }

    @Test
    void twoRulesWithTheSameConditionsAndDifferentAnswersAreSaidAtTheSecond() {
        String file = SOUND.replace("import org.supportpolicy.finding.ClosureGround;", "import org.supportpolicy.finding.ClosureGround;\nimport org.supportpolicy.finding.Urgency;")
                + rule("A call is urgent", "Ticket( channel == Channel.PHONE )", "new Urgency( 1 )")
                + rule("A call is not urgent", "Ticket( channel  ==  Channel.PHONE )", "new Urgency( 4 )");
        Problem problem = problems(new RuleFile("closure.drl", file)).get(0);
        assertThat(problem.code() + " " + problem.line() + ":" + problem.column()).isEqualTo("SP-R062 36:6");
        assertThat(problem.message()).contains("The rule has the conditions of the rule (A call is urgent) at closure.drl:27, but concludes another Urgency.");
    }

    @Test
    void tooManyBranchesAreSaid() {
        String or = "( Ticket( channel == Channel.PHONE ) or Ticket( channel == Channel.EMAIL ) or Ticket( channel == Channel.OTHER ) )";
        Problem problem = problems(new RuleFile("closure.drl", SOUND + rule("Too much", or + "\n    " + or, "new ClosureGround( Ground.SOLVED )"))).get(0);
        assertThat(problem.code() + " " + problem.line() + ":" + problem.column()).isEqualTo("SP-R052 29:1");
        assertThat(problem.message()).contains("more than 8 branches", "they fall into 9");
    }

    private static String rule(String name, String condition, String conclusion) {
        return "\nrule \"" + name + "\"\n    @clause(\"closure.no-customer-reply\")\n    @nl(\"Een regel\")\nwhen\n    " + condition
                + "\nthen\n    conclude( kcontext, " + conclusion + " );\nend\n";
    }

    @Test
    void severalMistakesInSeveralFilesAreAllSaidInOrder() {
        List<Problem> problems = problems(
                new RuleFile("a.drl", SOUND.replace("unansweredAttempts >=", "unanswerdAttempts >=").replace("urgencySet", "urgncySet")),
                new RuleFile("b.drl", SOUND.replace("closure.no-customer-reply", "closure.never")));
        assertThat(problems).extracting(problem -> problem.source() + ":" + problem.line() + ":" + problem.column() + " " + problem.code())
                .containsExactly("a.drl:18:19 SP-R043", "a.drl:21:49 SP-R043", "b.drl:14:6 SP-R034", "b.drl:15:14 SP-R032", "b.drl:16:10 SP-R039");
    }

    @Test
    void aProblemShowsItsLineAndACaret() {
        assertThat(problems(new RuleFile("closure.drl", SOUND.replace("unansweredAttempts >=", "unanswerdAttempts >="))).get(0)).hasToString("""
                closure.drl:18:19  SP-R043
                    Conversation has no field (unanswerdAttempts).
                    Maybe unansweredAttempts.
                 18 |     Conversation( unanswerdAttempts >= 2,
                    |                   ^""");
    }

    @Test
    void whatCannotBeSeenIsNamed() {
        Problem problem = problems(new RuleFile("closure.drl", SOUND.replace("no-customer-reply", "no-\u202ecustomer-reply"))).get(0);
        assertThat(problem.code()).isEqualTo("SP-R032");
        assertThat(problem.message()).isEqualTo("There is no clause (closure.no-<U+202E>customer-reply).");
        assertThat(problem.text()).isEqualTo("    @clause(\"closure.no-\ufffdcustomer-reply\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u0085b", "a\u00adb", "a\u061cb", "a\u200bb", "a\u2028b", "a\u202eb", "a\ufeffb", "a\udb40\udc41b"})
    void norDoesItHideInTextsAndComments(String hiding) {
        assertThat(problems(new RuleFile("closure.drl", SOUND.replace("may be marked", hiding)))).extracting(Problem::code).containsExactly("SP-R024");
        assertThat(problems(new RuleFile("closure.drl", SOUND.replace("salience in a comment", hiding)))).extracting(Problem::code).containsExactly("SP-R024");
    }

    @Test
    void aReturnBeforeTheEndOfALineIsNothingHidden() {
        assertThat(problems(new RuleFile("closure.drl", SOUND.replace("\n", "\r\n")))).isEmpty();
        assertThat(problems(new RuleFile("closure.drl", SOUND.replace("closure.no-customer-reply\"", "closure.no").replace("\n", "\r\n"))))
                .extracting(Problem::message).allSatisfy(message -> assertThat(message).doesNotContain("U+000D"));
    }

    @Test
    void noMistakeIsDroppedForWarnings() {
        String warned = java.util.stream.IntStream.range(0, Limits.PROBLEMS + 1).mapToObj(i -> rule("Rule " + (100 + i), "Ticket( urgencySet == 1 )", "new ClosureGround( Ground.SOLVED )")
                .replace("Een regel", "Een regel " + "x".repeat(i + 1))).collect(java.util.stream.Collectors.joining());
        List<Problem> problems = problems(new RuleFile("closure.drl", SOUND + warned + rule("Too late", "Ticket( urgencySet == 1, urgencySet == 2 )", "new ClosureGround( Ground.SOLVED )")));
        assertThat(problems).hasSize(Limits.PROBLEMS);
        assertThat(problems).filteredOn(problem -> !problem.isWarning()).extracting(Problem::code).containsExactly("SP-R061");
    }

    @Test
    void nothingIsPrinted() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            problems(new RuleFile("a.drl", SOUND.replace("when", "whne")), new RuleFile("b.drl", ""), new RuleFile("c.drl", "rule \"x"));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static List<Problem> problems(RuleFile... files) {
        Draft draft = Draft.read(PolicyFiles.standard().with(List.of(files)));
        PolicyChecker.check(draft, false);
        return draft.problems();
    }
}
