package org.supportpolicy.internal.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.PolicyCheck;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Marked;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;

/**
 * What a stranger or a slip can put into a rule file: each is refused in a moment, at its place and in plain words, and nothing of it is
 * run. In what follows a {@code ▸} stands before the place that is said, one for each code, and a {@code ⏎} for the end of a line.
 */
class AttackTest {

    private static final String HEAD = """
            package org.supportpolicy.rules.urgency;

            import org.supportpolicy.fact.AsOf;
            import org.supportpolicy.fact.Channel;
            import org.supportpolicy.fact.Customer;
            import org.supportpolicy.fact.CustomerKind;
            import org.supportpolicy.fact.Determination;
            import org.supportpolicy.fact.Diagnosis;
            import org.supportpolicy.fact.Ground;
            import org.supportpolicy.fact.Impact;
            import org.supportpolicy.fact.Product;
            import org.supportpolicy.fact.Ticket;
            import org.supportpolicy.finding.ClosureGround;
            import org.supportpolicy.finding.CompletedAt;
            import org.supportpolicy.finding.Irregularity;
            import org.supportpolicy.finding.OpenGate;
            import org.supportpolicy.finding.Refusal;
            import org.supportpolicy.finding.Suspension;
            import org.supportpolicy.finding.Urgency;
            import static org.supportpolicy.rules.Conclude.conclude;
            import static org.supportpolicy.rules.Periods.daysAfter;

            """;
    private static final String CONCLUSION = "conclude( kcontext, new Urgency( 1 ) );";
    private static final String SOUND = rule("Ticket( urgencySet == 1 )", CONCLUSION);
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration MOMENT = Duration.ofSeconds(2);
    /** None of these is a word for who writes a policy, unless it was written there. */
    private static final List<String> JARGON = List.of("java.", "Exception", "Throwable", "Drools", "org.kie", "MVEL", "String", "Integer", "Boolean", "Optional", "List",
            "Void", "Object", "lambda", "$$", "[L", "\tat ", "{0}", "{1}", "{2}");

    private static String rule(String condition, String consequence) {
        return HEAD + "rule \"A ticket is urgent\"\n    @clause(\"urgency.definitions-apply\")\n    @nl(\"Een ticket is dringend\")\nwhen\n    " + condition
                + "\nthen\n    " + consequence + "\nend\n";
    }

    @BeforeAll
    static void loadWhatIsLoadedOnce() {
        PolicyChecker.check(Draft.read(PolicyFiles.standard()), true);
    }

    @AfterEach
    void nothingWasRun() {
        assertThat(System.getProperty(Marked.MARK)).isNull();
    }

    // ---- conditions

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            SP-R024 ¦ Ticket( number == "▸\\u0022 + java.util.Optional.of(1).map(x -> { System.exit(42); return 1; }) + \\u0022" )
            SP-R024 ¦ Ticket( number == "x▸\\" ) System.exit( 42 ); //" )
            SP-R047 SP-R024 SP-R053 SP-R024 ¦ Ticket( ▸number != ▸'/*' ) ▸eval( true ) Ticket( number == ▸'*/' )
            SP-R047 SP-R024 ¦ Ticket( ▸number != ▸'//' )
            SP-R041 ¦ Ticket( number == ▸Foo.BAR )
            SP-R041 ¦ Ticket( number == ▸Marked.MARK )
            SP-R041 ¦ Ticket( ▸Marked.leave() )
            SP-R043 ¦ Ticket( ▸org.supportpolicy.fact.Marked.leave() )
            SP-R043 ¦ Ticket( ▸java.lang.System.exit( 1 ) )
            SP-R041 ¦ Ticket( ▸System.exit( 1 ) )
            SP-R041 ¦ Ticket( ▸Class.forName( "org.supportpolicy.fact.Marked" ) != null )
            SP-R042 ¦ Ticket( Ticket.▸class.getMethods() != null )
            SP-R020 ¦ ▸org.supportpolicy.fact.Ticket()
            SP-R020 ¦ Ticket( new java▸.io.File( "x" ) != null )
            SP-R045 ¦ Ticket( ▸new Urgency( 1 ) != null )
            SP-R043 ¦ Ticket( ▸getClass() != null )
            SP-R043 ¦ Ticket( ▸class != null )
            SP-R043 ¦ Ticket( channel.▸getClass().getName() == "x" )
            SP-R043 ¦ Ticket( number != null, number.▸getClass() != null )
            SP-R043 ¦ Ticket( number.▸length() > 2 )
            SP-R043 ¦ Ticket( holds.▸size > 2 )
            SP-R043 ¦ Ticket( ▸hashCode == 1 )
            SP-R043 ¦ Ticket( ▸hashCode() == 1 )
            SP-R043 ¦ Ticket( ▸toString() == "x" )
            SP-R043 ¦ Ticket( ▸builder() != null )
            SP-R042 ¦ Ticket( Ticket.▸builder() != null )
            SP-R043 ¦ Ticket( ▸asKnownAt( this ) != null )
            SP-R042 ¦ Ticket( channel == Channel.▸valueOf( "PHONE" ) )
            SP-R042 ¦ Ticket( Channel.▸values() != null )
            SP-R040 ¦ ▸Object()
            SP-R040 ¦ ▸Marked()
            SP-R040 ¦ ▸Fact()
            """)
    void nothingButTheVocabularyCanBeNamedOrCalled(String codes, String condition) {
        refused(codes, rule(condition, CONCLUSION));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            SP-R053 ¦ ▸eval( true )
            SP-R053 ¦ Ticket() ▸eval( true )
            SP-R043 ¦ Ticket( ▸eval( true ) )
            SP-R053 ¦ ▸accumulate( Ticket(); $n : count( 1 ) )
            SP-R050 ¦ Ticket() ▸over window:time( 10s )
            SP-R050 ¦ Ticket() ▸from $tickets
            SP-R050 ¦ Ticket() ▸from entry-point "x"
            SP-R050 ¦ Ticket() ▸do[x]
            SP-R050 ¦ Ticket() ▸break[x]
            SP-R020 ¦ ▸/tickets[ urgencySet == 1 ]
            SP-R020 ¦ ▸?Ticket()
            SP-R020 ¦ Ticket( ▸/holds[ from != null ] )
            SP-R020 ¦ Ticket( holds▸[0] != null )
            SP-R020 ¦ Ticket( urgencySet == 1▸; )
            SP-R020 ¦ Urgency( 1▸; )
            SP-R020 ¦ Ticket( urgencySet ▸1 )
            SP-R055 ¦ Ticket( number ▸str[startsWith] "x" )
            SP-R055 ¦ Ticket( number ▸matches "T-(" )
            SP-R055 ¦ AsOf( instant ▸after $m )
            SP-R055 ¦ Ticket( $m : createdAt ▸after $x ) AsOf( instant > $m )
            SP-R055 ¦ Ticket( createdAt != null, createdAt ▸+ 1 > 3 )
            SP-R055 ¦ Ticket( urgencySet ▸= 1 )
            SP-R055 ¦ Ticket( urgencySet ▸=> 1 )
            SP-R055 ¦ Ticket( number == "x" ▸and urgencySet == 1 )
            SP-R055 ¦ Ticket( number == "x" ▸or urgencySet == 1 )
            SP-R055 ¦ Ticket( number == "x" ) ▸&& Ticket()
            SP-R055 ¦ Ticket( urgencySet > 1 && ▸< 4 )
            SP-R055 ¦ Ticket( urgencySet ( ▸> 1 && < 4 ) )
            SP-R055 ¦ Ticket( urgencySet > 1 ▸> 2 )
            SP-R055 ¦ Product( withdrawal▸!.formalNotice == true )
            SP-R020 ¦ Product( withdrawal▸?.formalNotice == true )
            SP-R055 ¦ Ticket( ▸!( number == "x" ) )
            SP-R020 ¦ Ticket( not ▸number == "x" )
            SP-R020 ¦ Ticket( channel in ( ▸) )
            SP-R020 ¦ Ticket( urgencySet == ▸)
            SP-R020 ¦ Ticket( urgencySet == 1, ▸)
            SP-R020 ¦ Ticket( number == "x"⏎        ▸urgencySet == 1 )
            SP-R020 ¦ Ticket( urgencySet == 1▸
            SP-R020 ¦ ( Ticket( urgencySet == 1 )▸
            SP-R020 ¦ Ticket( urgencySet == 1 ) ▸)
            SP-R020 ¦ Ticket( $c : createdAt != null⏎    ▸Impact( integrityAtRisk == true )⏎    AsOf( instant > $c )
            SP-R020 ¦ ▸urgencySet == 1
            SP-R020 ¦ Ticket() or▸
            SP-R044 ¦ ▸t : Ticket()
            SP-R044 ¦ Ticket( ▸number1 : number )
            SP-R044 ¦ ▸$ : Ticket()
            SP-R048 ¦ $t : Ticket() ▸$t : Ticket()
            SP-R048 ¦ Ticket( $t : number, ▸$t : kind )
            SP-R056 ¦ Ticket( $c : ▸daysAfter( 1, createdAt ) )
            SP-R024 ¦ Ticket( number == ▸“x” )
            SP-R024 ¦ Ticket( number == ▸‘x’ )
            SP-R024 ¦ Ticket( number == ▸"x )
            SP-R024 ¦ Ticket( urgencySet == ▸١ )
            SP-R024 ¦ Ticket( ▸été == 1 )
            SP-R024 ¦ Ticket( urgencySet == ▸99999999999 )
            SP-R024 ¦ Ticket( urgencySet == ▸0x10 )
            SP-R024 ¦ AsOf( daysAfter( ▸7.5, instant, zone ) < instant )
            """)
    void anotherFormIsRefused(String codes, String condition) {
        refused(codes, rule(condition, CONCLUSION));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            SP-R045 ¦ Ticket( createdAt > ▸"2026-01-01" )
            SP-R045 ¦ Ticket( createdAt == ▸"2026-01-01" )
            SP-R045 ¦ Product( supportEndedOn == ▸"2026-01-01" )
            SP-R045 ¦ AsOf( date < ▸instant )
            SP-R045 ¦ Diagnosis( determinations contains ▸"X" )
            SP-R045 ¦ Diagnosis( determinations contains ▸Channel.PHONE )
            SP-R045 ¦ Ticket( ▸number contains "X" )
            SP-R042 ¦ Ticket( channel == Channel.▸PHNE )
            SP-R042 ¦ Diagnosis( determinations contains Determination.▸INVESTIGATD )
            SP-R045 ¦ Ticket( channel == ▸CustomerKind.CUSTOMER )
            SP-R045 ¦ Ticket( channel in ( Channel.PHONE, ▸CustomerKind.CUSTOMER ) )
            SP-R045 ¦ Ticket( channel > ▸Channel.PHONE )
            SP-R045 ¦ Ticket( channel == ▸"PHONE" )
            SP-R041 ¦ Ticket( channel == ▸PHONE )
            SP-R046 ¦ Urgency( ▸level > 4 )
            SP-R046 ¦ Urgency( ▸level >= 1 )
            SP-R046 ¦ Urgency( level in ( 1, ▸5 ) )
            SP-R046 ¦ AsOf( daysAfter( ▸-7, instant, zone ) < instant )
            SP-R046 ¦ AsOf( daysAfter( ▸100000, instant, zone ) < instant )
            SP-R047 ¦ Impact( ▸integrityAtRisk )
            SP-R047 ¦ Impact( ▸!integrityAtRisk )
            SP-R047 ¦ Impact( ▸integrityAtRisk != true )
            SP-R047 ¦ Product( ▸withdrawal.formalNotice == true )
            SP-R047 ¦ Product( ▸withdrawal.formalNotice == true, withdrawal != null )
            SP-R047 ¦ Product( withdrawal != null || ▸withdrawal.formalNotice == true )
            SP-R047 ¦ Customer( ▸kind != CustomerKind.CUSTOMER )
            SP-R047 ¦ Customer( ▸kind not in ( CustomerKind.CUSTOMER, CustomerKind.PARTNER ) )
            SP-R047 ¦ Diagnosis( ▸determinations not contains Determination.INVESTIGATED )
            SP-R047 ¦ Ticket( $u : urgencySet ) Customer( ▸testMachinesProvided == $u )
            SP-R047 ¦ Ticket( $c : createdAt ) AsOf( daysAfter( 7, ▸$c, zone ) < instant )
            SP-R047 ¦ not Ticket( createdAt != null ) Ticket( $c : createdAt ) AsOf( daysAfter( 7, ▸$c, zone ) < instant )
            SP-R047 ¦ Ticket( createdAt != null || number != null, $c : createdAt ) AsOf( daysAfter( 7, ▸$c, zone ) < instant )
            SP-R047 ¦ Ticket( createdAt != null ) AsOf( daysAfter( 7, ▸null, zone ) < instant )
            SP-R061 ¦ Ticket( number == null, ▸number == "x" )
            SP-R061 ¦ Ticket( urgencySet in ( 1, 2 ), ▸urgencySet == 3 )
            """)
    void whatMeansNothingIsRefused(String codes, String condition) {
        refused(codes, rule(condition, CONCLUSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Impact( integrityAtRisk == true )",
            "Impact( integrityAtRisk != null, integrityAtRisk != true )",
            "Product( withdrawal != null, withdrawal.formalNotice == true )",
            "Product( withdrawal != null && withdrawal.formalNotice == true )",
            "Product( withdrawal == null || withdrawal.formalNotice == true )",
            "Customer( kind != null, kind != CustomerKind.CUSTOMER )",
            "Customer( kind != CustomerKind.CUSTOMER, kind != null )",
            "Customer( kind == null || kind != CustomerKind.CUSTOMER )",
            "Customer( kind != null, kind not in ( CustomerKind.CUSTOMER, CustomerKind.PARTNER ) )",
            "Diagnosis( determinations != null, determinations not contains Determination.INVESTIGATED )",
            "Ticket( $u : urgencySet != null ) Customer( testMachinesProvided == $u )",
            "Ticket( $u : urgencySet ) Customer( testMachinesProvided > $u )",
            "Ticket( $c : createdAt != null ) AsOf( daysAfter( 7, $c, zone ) < instant )",
            "Ticket( $c : createdAt, createdAt != null ) AsOf( daysAfter( 7, $c, zone ) < instant )",
            "Ticket( number == \"//\" )", "Ticket( number == \"/*\" ) Ticket( number == \"*/\" )",
            "Ticket( number in ( \"a\", \"b\" ) )",
            "Ticket( number != null, number.startsWith( \"T-\" ) )",
            "Ticket( onHold )", "Ticket( !onHold )", "Ticket( isOnHold() )",
            "Ticket( (((((((((((number == \"x\"))))))))))) )",
    })
    void whatIsGuardedIsAccepted(String condition) {
        accepted(rule(condition, CONCLUSION));
    }

    // ---- consequences

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            SP-R051 ¦ Ticket() ¦ ▸System.exit( 1 );
            SP-R051 ¦ Ticket() ¦ ▸new java.io.File( "x" );
            SP-R051 ¦ Ticket() ¦ ▸kcontext.getKieRuntime().halt();
            SP-R051 ¦ Ticket() ¦ conclude( kcontext, new Urgency( 1 ) ); ▸System.exit( 1 );
            SP-R051 ¦ Ticket() ¦ conclude( kcontext, new Urgency( 1 ) ); ▸conclude( kcontext, new Urgency( 2 ) );
            SP-R051 ¦ Ticket() ¦ conclude( kcontext, new Urgency( 1 ) );⏎▸then[x]⏎    conclude( kcontext, new Urgency( 2 ) );
            SP-R051 ¦ Ticket() ¦ ▸conclude( kcontext, null );
            SP-R051 ¦ Ticket() ¦ conclude( kcontext, ▸Channel.PHONE );
            SP-R040 ¦ Ticket() ¦ conclude( kcontext, ▸System.exit( 1 ) );
            SP-R040 ¦ Ticket() ¦ conclude( kcontext, ▸Class.forName( "org.supportpolicy.fact.Marked" ) );
            SP-R040 ¦ Ticket() ¦ conclude( kcontext, new ▸Marked() );
            SP-R040 ¦ Ticket() ¦ conclude( kcontext, new Urgency( ▸System.exit( 1 ) ) );
            SP-R042 ¦ Ticket() ¦ conclude( kcontext, Urgency.▸class );
            SP-R020 ¦ Ticket() ¦ conclude( kcontext, new java▸.io.File( "x" ) );
            SP-R020 ¦ Ticket() ¦ conclude( kcontext▸.getKieRuntime(), new Urgency( 1 ) );
            SP-R020 ¦ Ticket() ¦ conclude( kcontext, new Urgency( 1 )▸, System.exit( 1 ) );
            SP-R020 ¦ Ticket() ¦ conclude( kcontext, new Urgency( 1 )▸;
            SP-R020 ¦ Ticket() ¦ conclude( kcontext, new Urgency( 1 ) )▸
            SP-R040 ¦ Ticket() ¦ conclude( kcontext, ▸Urgency( 1 ) );
            SP-R040 ¦ Ticket() ¦ conclude( kcontext, new ▸Ticket( "x" ) );
            SP-R040 ¦ Ticket() ¦ conclude( kcontext, new ▸Irregularity() );
            SP-R042 ¦ Ticket() ¦ conclude( kcontext, Irregularity.▸URGENCY_WITHOUT_GRND );
            SP-R042 ¦ Ticket() ¦ conclude( kcontext, new ClosureGround( Ground.▸SOLVD ) );
            SP-R045 ¦ Ticket() ¦ conclude( kcontext, new ClosureGround( ▸Channel.PHONE ) );
            SP-R045 ¦ Ticket() ¦ conclude( kcontext, new ▸Urgency( 1, 2 ) );
            SP-R045 ¦ Ticket() ¦ conclude( kcontext, new Urgency( ▸"1" ) );
            SP-R046 ¦ Ticket() ¦ conclude( kcontext, new Urgency( ▸5 ) );
            SP-R046 ¦ Ticket() ¦ conclude( kcontext, new Urgency( ▸-1 ) );
            SP-R046 ¦ Ticket( $d : distinctProblems != null ) ¦ conclude( kcontext, new Urgency( ▸$d ) );
            SP-R047 ¦ Ticket( number != null ) ¦ conclude( kcontext, new Urgency( ▸null ) );
            SP-R047 ¦ Ticket( $c : createdAt ) ¦ conclude( kcontext, new CompletedAt( ▸$c ) );
            SP-R047 ¦ $t : Ticket() ¦ conclude( kcontext, new Urgency( ▸$t.urgencySet ) );
            SP-R043 ¦ $t : Ticket() ¦ conclude( kcontext, new Urgency( $t.▸urgncySet ) );
            SP-R043 ¦ $t : Ticket() ¦ conclude( kcontext, new Urgency( $t.▸holdsUntl( $t.createdAt ) ) );
            SP-R043 ¦ $t : Ticket() ¦ conclude( kcontext, new Urgency( $t.▸getClass() ) );
            SP-R044 ¦ $t : Ticket() ¦ conclude( kcontext, new Urgency( ▸$x ) );
            SP-R049 ¦ Ticket() ¦ conclude( kcontext, new Refusal( "▸scope.support-to-partners-and-costumers" ) );
            SP-R049 ¦ Ticket() ¦ conclude( kcontext, new OpenGate( "▸scope.support-to-partners-and-costumers" ) );
            SP-R049 ¦ Ticket() ¦ conclude( kcontext, new Suspension( "▸scope.support-to-partners-and-costumers" ) );
            SP-R049 ¦ Ticket() ¦ conclude( kcontext, new Refusal( "▸scope.support-to-partners-and-customers" ) );
            SP-R049 ¦ Ticket( $n : number != null ) ¦ conclude( kcontext, new Refusal( ▸$n ) );
            """)
    void aConsequenceOfAnotherFormOrMeaningIsRefused(String codes, String condition, String consequence) {
        refused(codes, rule(condition, consequence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            Ticket( $c : createdAt != null ) ¦ conclude( kcontext, new CompletedAt( $c ) );
            Ticket( $u : urgencySet != null ) ¦ conclude( kcontext, new Urgency( $u ) );
            $t : Ticket( urgencySet != null ) ¦ conclude( kcontext, new Urgency( $t.urgencySet ) );
            Ticket() ¦ conclude( kcontext, new Refusal( "urgency.definitions-apply" ) );
            """)
    void whatIsKnownCanBeConcludedFrom(String condition, String consequence) {
        accepted(rule(condition, consequence));
    }

    // ---- the rest of a rule and of a file

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            SP-R021 ¦ import org.supportpolicy.fact.AsOf; ¦ import java.nio.file.▸Files;
            SP-R021 ¦ import org.supportpolicy.fact.AsOf; ¦ import java.lang.▸Runtime;
            SP-R021 ¦ import org.supportpolicy.fact.AsOf; ¦ import static java.lang.System.▸exit;
            SP-R021 ¦ import org.supportpolicy.fact.AsOf; ¦ import org.supportpolicy.fact.▸Marked;
            SP-R021 ¦ import org.supportpolicy.fact.AsOf; ¦ import static org.supportpolicy.fact.Marked.▸leave;
            SP-R050 ¦ import org.supportpolicy.fact.AsOf; ¦ import ▸function java.lang.System.exit;
            SP-R050 ¦ import org.supportpolicy.fact.AsOf; ¦ import ▸accumulate java.lang.System exit;
            SP-R022 ¦ import org.supportpolicy.fact.Ticket; ¦ import ▸org.supportpolicy.fact.*;
            SP-R021 ¦ import org.supportpolicy.fact.Ticket; ¦ import org.supportpolicy.fact.▸Tickt;
            SP-R021 ¦ Conclude.conclude; ¦ Conclude.▸concludes;
            SP-R020 ¦ import org.supportpolicy.fact.AsOf; ¦ import org.supportpolicy.fact.▸;
            SP-R020 ¦ import org.supportpolicy.fact.AsOf; ¦ import▸
            SP-R050 ¦ urgency; ¦ urgency;⏎▸dialect "mvel"
            SP-R050 ¦ urgency; ¦ urgency;⏎▸global java.util.List list;
            SP-R050 ¦ urgency; ¦ urgency;⏎▸function void x() { System.exit( 1 ); }
            SP-D002 ¦ urgency; ¦ urgency;⏎▸declare Foo⏎    bar : int⏎end
            SP-R050 ¦ rule "A ticket ¦ ▸query "A ticket
            SP-R050 ¦ is urgent" ¦ is urgent" ▸extends "Another"
            SP-R050 ¦ dringend") ¦ dringend")⏎    ▸activation-group "x"
            SP-R050 ¦ dringend") ¦ dringend")⏎    ▸duration 10
            SP-R050 ¦ dringend") ¦ dringend")⏎    ▸calendars "x"
            SP-R050 ¦ dringend") ¦ dringend")⏎    ▸timer( int: 1s )
            SP-R050 ¦ dringend") ¦ dringend")⏎    ▸no-loop
            SP-R033 ¦ dringend") ¦ dringend")⏎    @▸clause("urgency.level-1-definition")
            SP-R033 ¦ dringend") ¦ dringend")⏎    @▸nl("Een ticket is heel dringend")
            SP-R037 ¦ dringend") ¦ dringend") @reading("▸AMB-999")
            SP-R037 ¦ dringend") ¦ dringend") @reading("AMB-01, ▸AMB-999")
            SP-R031 ¦ dringend") ¦ dringend") @reading(▸AMB-01)
            SP-R036 ¦ urgency.definitions-apply ¦ ▸closure.permanent
            SP-R027 ¦ rules.urgency; ¦ rules.▸urgncy;
            SP-R027 ¦ rules.urgency; ¦ rules.▸anything;
            SP-R027 ¦ package org.supportpolicy.rules.urgency; ¦ package ▸urgencies;
            SP-R032 ¦ urgency.definitions-apply ¦ ▸urgency.definitions-aply
            SP-R031 ¦ "urgency.definitions-apply" ¦ ▸urgency
            SP-R031 ¦ "urgency.definitions-apply" ¦ ▸
            SP-R024 ¦ ("urgency.definitions-apply") ¦ (▸"urgency.definitions-apply)
            SP-R039 ¦ Een ticket is dringend ¦ ▸
            SP-R039 ¦ Een ticket is dringend ¦ ▸A ticket is urgent
            SP-R035 ¦ "A ticket is urgent" ¦ ▸""
            SP-R024 ¦ "A ticket is urgent" ¦ ▸"A ticket is urgent
            SP-R026 ¦ dringend")⏎when ¦ dringend")▸
            SP-R020 ¦ when ¦ ▸whne
            SP-R026 ¦ )⏎then ¦ )▸
            SP-R026 ¦ then ¦ ▸thne
            SP-R026 ¦ ;⏎end ¦ ;▸
            SP-R051 ¦ ;⏎end ¦ ;⏎▸edn
            SP-R020 ¦ rule "A ¦ ▸rul "A
            SP-R054 ¦ when⏎    Ticket( urgencySet == 1 ) ¦ ▸when
            SP-R024 ¦ rule "A ¦ ▸/* rule "A
            """)
    void aPieceOfARuleFileThatIsWrongIsRefused(String codes, String piece, String mistake) {
        String whole = piece.replace("⏎", "\n");
        assertThat(SOUND).contains(whole);
        int at = SOUND.indexOf(whole);
        refused(codes, SOUND.substring(0, at) + mistake + SOUND.substring(at + whole.length()));
    }

    @Test
    void aMisspeltPackageHidesNoClauseOfAnotherSection() {
        refused("SP-R027 SP-R036", SOUND.replace("rules.urgency;", "rules.▸urgencyy;").replace("urgency.definitions-apply", "▸closure.permanent"));
    }

    @Test
    void aRuleThatHasNoSentenceInDutchIsRefused() {
        refused("SP-R039", SOUND.replace("    @nl(\"Een ticket is dringend\")\n", "").replace("\"A ticket", "▸\"A ticket"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "rule \"A\" @clause(\"urgency.definitions-apply\") @nl(\"B\") when Ticket( urgencySet == 1 ) then conclude( kcontext, new Urgency( 1 ) ); end",
            "rule \"A\" @clause(\"urgency.definitions-apply\") @nl(\"B\") when Ticket( urgencySet == 1 ) then conclude( kcontext, new Urgency( 1 ) ); end "
                    + "rule \"C\" @clause(\"urgency.definitions-apply\") @nl(\"D\") when Ticket( urgencySet == 2 ) then conclude( kcontext, new Urgency( 2 ) ); end",
            "rule \"A\"\n@clause(\"urgency.definitions-apply\") @nl(\"B\")\nwhen Ticket( urgencySet == 1 )\nthen\nconclude( kcontext, new Urgency( 1 ) );\n// conclude( twice )\nend",
            "rule \"A\"\n@clause(\"urgency.definitions-apply\") @nl(\"B\")\nwhen Ticket( urgencySet == 1 )\nthen\n// conclude(\nconclude( kcontext, new Urgency( 1 ) ); // end\nend",
            "/* rule \"A\"\n@clause(\"x\")\nwhen\nNothing()\nthen\nSystem.exit( 1 );\nend */\n"
                    + "rule \"A\" @clause(\"urgency.definitions-apply\") @nl(\"B\") when Ticket( urgencySet == 1 ) then conclude( kcontext, new Urgency( 1 ) ); end",
    })
    void howARuleIsLaidOutMakesNoDifference(String rules, @TempDir Path directory) throws IOException {
        for (String ends : List.of("\n", "\r\n", "\r")) {
            String file = (HEAD + rules + "\n").replace("\n", ends);
            accepted(file);
            Files.writeString(directory.resolve("urgency.drl"), file);
            FactSet facts = FactSet.builder(Instant.EPOCH).with(Ticket.builder().urgencySet(1).build()).build();
            assertThat(SupportPolicy.loadPart(directory).decide(facts).findings(Urgency.class)).containsExactly(new Urgency(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void aMistakeIsSaidOnItsLineWhateverEndsIt(String ends) {
        Problem problem = problems(rule("Ticket( urgencySt == 1 )", CONCLUSION).replace("\n", ends)).get(0);
        assertThat(problem.code() + " " + problem.line() + ":" + problem.column()).isEqualTo("SP-R043 27:13");
        assertThat(problem.text()).isEqualTo("    Ticket( urgencySt == 1 )");
    }

    // ---- signs

    static Stream<Arguments> signs() {
        return Stream.of(
                Arguments.of("a no-break space", "SP-R024", SOUND.replace("urgencySet == 1", "urgencySet▸\u00a0== 1")),
                Arguments.of("a byte order mark", "SP-R024", "▸\ufeff" + SOUND),
                Arguments.of("a null", "SP-R024", SOUND.replace("urgencySet ==", "urgencySet▸\0 ==")),
                Arguments.of("a null in a comment", "SP-R024", SOUND + "// ▸\0"),
                Arguments.of("a comment that is turned around", "SP-R024", SOUND + "// ▸\u202e ;)"),
                Arguments.of("a text that is turned around", "SP-R024", SOUND.replace("A ticket", "A ▸\u2066ticket")),
                Arguments.of("a space without width", "SP-R024", SOUND.replace("Een ticket", "Een▸\u200bticket")),
                Arguments.of("an order to the terminal", "SP-R024", SOUND.replace("A ticket", "▸\u001b[JA ticket")),
                Arguments.of("an empty file", "SP-R027", "▸"),
                Arguments.of("a package alone", "SP-R027", "▸package org.supportpolicy.rules.urgency;"),
                Arguments.of("imports alone", "SP-R027", "▸" + HEAD));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signs")
    void aSignThatHidesSomethingIsRefused(String what, String codes, String file) {
        refused(codes, file);
    }

    @Test
    void noProblemShowsWhatATerminalWouldObey() {
        assertThat(problems("\u001b[2J" + SOUND.replace("A ticket", "\u001b]0;A ticket").replace("urgencySet", "\u202eurgncySet")))
                .isNotEmpty().allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("\u001b", "\u202e"));
    }

    @Test
    void randomBytesAreRefused() {
        Random random = new Random(20_260_101);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            String noise = new String(bytes, ISO_8859_1);
            assertThat(inAMoment(noise)).isNotEmpty();
            int at = random.nextInt(SOUND.length());
            inAMoment(SOUND.substring(0, at) + noise.substring(0, Math.min(noise.length(), random.nextInt(9) + 1)) + SOUND.substring(at));
        }
    }

    @Test
    void wordsInAnyOrderAreReadToTheEnd() {
        Random random = new Random(20_260_102);
        List<String> sound = List.of((SOUND + SOUND.substring(HEAD.length()) + "\"\" \" ( ) , . : $x $ not in or and forall exists && || ! [ ] - 7 07 'x' é //  /* */ @ null this new from eval")
                .split("(?<=[ \n(),.;])|(?=[ \n(),.;])"));
        for (int i = 0; i < 3_000; i++) {
            List<String> words = new ArrayList<>(sound.subList(0, sound.size() - 80));
            for (int changes = random.nextInt(6) + 1; changes > 0; changes--) {
                int at = words.size() - 1 - random.nextInt(150);
                switch (random.nextInt(3)) {
                    case 0 -> words.remove(at);
                    case 1 -> words.add(at, sound.get(random.nextInt(sound.size())));
                    default -> words.set(at, sound.get(sound.size() - 1 - random.nextInt(80)));
                }
            }
            inAMoment(String.join("", words));
        }
    }

    // ---- sizes

    static Stream<Arguments> sizes() {
        return Stream.of(
                Arguments.of("a name of 5,000 characters", "SP-R025", SOUND.replace("\"A ticket is urgent", "▸\"" + "x".repeat(5_000))),
                Arguments.of("a text of 5,000 characters", "SP-R025", rule("Ticket( number == ▸\"" + "x".repeat(5_000) + "\" )", CONCLUSION)),
                Arguments.of("5,000 readings", "SP-R025", SOUND.replace("@nl", "@reading(▸\"" + "AMB-01, ".repeat(5_000) + "\") @nl")),
                Arguments.of("14 parentheses", "SP-R025", rule("Ticket( " + "(".repeat(11) + "▸(((number == \"x\"" + ")".repeat(14) + " )", CONCLUSION)),
                Arguments.of("5,000 parentheses", "SP-R025", rule("Ticket( " + "(".repeat(11) + "▸" + "(".repeat(4_989) + "number == \"x\"" + ")".repeat(5_000) + " )", CONCLUSION)),
                Arguments.of("5,000 groups", "SP-R025", rule("(".repeat(12) + "▸" + "(".repeat(4_988) + "Ticket()" + ")".repeat(5_000), CONCLUSION)),
                Arguments.of("5,000 times not", "SP-R025", rule("not ".repeat(12) + "▸" + "not ".repeat(4_988) + "Ticket()", CONCLUSION)),
                Arguments.of("5,000 signs of the opposite", "SP-R025", rule("Ticket( " + "!".repeat(11) + "▸" + "!".repeat(4_989) + "onHold )", CONCLUSION)),
                Arguments.of("5,000 calls", "SP-R025", rule("Ticket( " + "daysAfter( ".repeat(11) + "daysAfter( ▸" + "daysAfter( ".repeat(4_988) + ") ".repeat(5_000) + " == 1 )", CONCLUSION)),
                Arguments.of("2,000 and", "SP-R025", joined("number == \"x\"", " && ", 2_000)),
                Arguments.of("20,000 and", "SP-R025", joined("number == \"x\"", " && ", 20_000)),
                Arguments.of("20,000 or", "SP-R025", joined("number == \"x\"", " || ", 20_000)),
                Arguments.of("5,000 constraints", "SP-R025", joined("number == \"x\"", ", ", 5_000)),
                Arguments.of("5,000 values", "SP-R025", rule("Ticket( number in ( " + "\"x\", ".repeat(60) + "▸" + "\"x\", ".repeat(4_940) + "\"x\" ) )", CONCLUSION)),
                Arguments.of("5,000 patterns", "SP-R025", rule("Ticket()\n    ".repeat(40) + "▸" + "Ticket()\n    ".repeat(4_960), CONCLUSION)),
                Arguments.of("5,000 branches", "SP-R025", rule("( " + "Ticket() or ".repeat(39) + "▸" + "Ticket() or ".repeat(4_960) + "Ticket() )", CONCLUSION)),
                Arguments.of("3 to the power of 10 branches", "SP-R052", rule("( Ticket() or Ticket() or Ticket() ) ".repeat(10), CONCLUSION).replace("when", "▸when")),
                Arguments.of("5,000 names", "SP-R043", rule("Ticket( number.▸x" + ".x".repeat(4_999) + " == 1 )", CONCLUSION)),
                Arguments.of("a long number", "SP-R024", rule("Ticket( urgencySet == ▸" + "9".repeat(500_000) + " )", CONCLUSION)),
                Arguments.of("a long word", "SP-R043", rule("Ticket( ▸" + "x".repeat(900_000) + " == 1 )", CONCLUSION)),
                Arguments.of("a comment without an end", "SP-R024", SOUND + "▸" + "/* ".repeat(300_000)));
    }

    private static String joined(String constraint, String sign, int count) {
        return rule("Ticket( " + (constraint + sign).repeat(60) + "▸" + (constraint + sign).repeat(count - 61) + constraint + " )", CONCLUSION);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sizes")
    void whatIsTooMuchIsRefusedInAMoment(String what, String codes, String file) {
        refused(codes, file);
    }

    static Stream<Arguments> floods() {
        String bad = "( ( ( ( ( ( ( ( ( ( Ticket( number = 1 ) ) ) ) ) ) ) ) ) ) )";
        return Stream.of(
                Arguments.of("100,000 rules", HEAD + "rule\"\"\n".repeat(100_000)),
                Arguments.of("5,001 rules that are sound", HEAD + IntStream.range(0, 5_001).mapToObj(AttackTest::numbered).collect(Collectors.joining())),
                Arguments.of("3,000 rules with four mistakes each", HEAD + IntStream.range(0, 3_000).mapToObj(AttackTest::numbered).collect(Collectors.joining())
                        .replace("urgency.definitions-apply", "urgency.definitons-apply").replace("Ticket", "Tickt").replace("number", "numbr").replace("Urgency", "Urgncy")),
                Arguments.of("20,000 imports", HEAD + "import org.supportpolicy.fact.Tickt;\n".repeat(20_000)),
                Arguments.of("quotes", HEAD + "\"".repeat(900_000)),
                Arguments.of("quotes of another kind", HEAD + "'".repeat(900_000)),
                Arguments.of("the word rule", HEAD + "rule ".repeat(190_000)),
                Arguments.of("rules that break off", HEAD + "rule \"x\" when Ticket( ".repeat(40_000)),
                Arguments.of("mistakes deep inside, then something deeper", HEAD
                        + IntStream.range(0, 1_000).mapToObj(i -> numbered(i).replace("Ticket( number == \"" + i + "\" )", bad)).collect(Collectors.joining())
                        + rule("Ticket( " + "(".repeat(100_000) + " )", CONCLUSION).substring(HEAD.length())),
                Arguments.of("rules that take long to prove possible", HEAD + IntStream.range(0, 1_500).mapToObj(i -> numbered(i).replace("Ticket( number == \"" + i + "\" )",
                        "Impact( systemDown != null, agentsOffline != null, serverStopped != null, integrityAtRisk == true, functionalityLoss == null, productionImpact == null ) "
                                + "Ticket( channel == null, state == null, urgencySet == " + (i % 4 + 1) + " )")).collect(Collectors.joining())));
    }

    private static String numbered(int i) {
        String name = 'x' + Integer.toString(i, 26).chars().mapToObj(c -> String.valueOf((char) (c <= '9' ? c - '0' + 'q' : c))).collect(Collectors.joining());
        return "rule \"" + name + "\" @clause(\"urgency.definitions-apply\") @nl(\"z" + name + "\") when Ticket( number == \"" + i
                + "\" ) then conclude( kcontext, new Urgency( 1 ) ); end\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void aFloodTakesAMoment(String what, String file) {
        assertThat(file.length()).isLessThan(1_000_000);
        assertThat(inAMoment(file)).hasSizeLessThanOrEqualTo(400).allSatisfy(problem -> inPlainWords(problem, file));
    }

    @Test
    void warningsDoNotCrowdOutAMistake() {
        String warned = IntStream.range(0, 300).mapToObj(i -> numbered(i).replace("rule \"", "rule \"Seven days: ")).collect(Collectors.joining());
        String rule = SOUND.substring(HEAD.length());
        String contrary = rule.replace("is urgent", "is not urgent").replace("is dringend", "is niet dringend").replace("Urgency( 1 )", "Urgency( 4 )");
        assertThat(problems(HEAD + warned + rule + contrary)).hasSize(200).filteredOn(problem -> !problem.isWarning()).extracting(Problem::code).containsExactly("SP-R062");
    }

    @Test
    void thereIsAnEndToTheRulesOfAPolicy() {
        refused("SP-R025", HEAD + IntStream.range(0, 5_000).mapToObj(AttackTest::numbered).collect(Collectors.joining()) + "▸" + numbered(5_000));
    }

    // ---- texts

    @ParameterizedTest(name = "{0} {3}")
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            SP-R010 ¦ policy.en.md ¦ Edition: 1.0 ¦ Edition: 1.0; in force
            SP-R010 ¦ policy.en.md ¦ Edition: 1.0 ¦ Edition: 1.0; in force from 2027-01-01
            SP-R010 ¦ policy.en.md ¦ Edition: 1.0 ¦ Edition: 1.0, in force from 2027-02-30
            SP-R009 ¦ policy.en.md ¦ a last day at the weekend or on a holiday is not moved. (AMB-02) ¦ a last day at the weekend or on a holiday is not moved.
            SP-R009 ¦ policy.nl.md ¦ schuift niet op. (AMB-02) ¦ schuift niet op. (AMB-04)
            SP-R011 ¦ policy.en.md ¦ ### closure.reopen · MAY · customer ¦ ▸### closure.reopen · MIGHT · customer
            SP-R017 ¦ policy.nl.md ¦ closure.reopen · MAY · customer ¦ ▸closure.reopen · MUST · customer
            SP-R012 ¦ policy.en.md ¦ closure.reopen · MAY · customer ¦ closure.reopen · MAY · customer⏎⏎x⏎⏎### ▸closure.reopen · MAY · customer
            SP-R014 ¦ policy.nl.md ¦ Editie: 1.0 ¦ ▸Editie: 1.1
            SP-R018 ¦ policy.en.md ¦ closure.permanent · WILL · support ¦ ▸closure.permanent · WILL · support⏎⏎### closure.new · MAY · support
            SP-R019 ¦ readings.en.md ¦ ### AMB-02 · contested ¦ ▸### AMB-02 · doubtful
            SP-R019 ¦ readings.nl.md ¦ ### AMB-02 · contested ¦ ▸### AMB-02
            SP-R019 ¦ readings.nl.md ¦ Waarom: De tekst noemt hier ¦ Daarom: De tekst noemt hier
            """)
    void aMistakeInATextIsSaid(String code, String file, String piece, String mistake) {
        PolicyFiles files = PolicyFiles.standard();
        List<RuleFile> texts = files.texts().stream().map(text -> {
            boolean changed = text.name().endsWith(file);
            assertThat(!changed || text.text().contains(piece)).isTrue();
            return changed ? new RuleFile(file, text.text().replace(piece, mistake.replace("▸", "").replace("⏎", "\n"))) : text;
        }).toList();
        Draft draft = Draft.read(new PolicyFiles(files.rules(), texts.get(0), texts.get(1), texts.get(2), texts.get(3)));
        PolicyChecker.check(draft, false);
        Problem problem = draft.problems().get(0);
        assertThat(problem.code()).as(problem.toString()).isEqualTo(code);
        if (mistake.contains("▸")) {
            String text = texts.stream().filter(each -> each.name().equals(file)).findFirst().orElseThrow().text();
            String wrong = mistake.replace("⏎", "\n");
            int at = text.indexOf(wrong.replace("▸", "")) + wrong.indexOf("▸");
            assertThat(problem.line() + ":" + problem.column()).isEqualTo(place(text, at));
        }
        inPlainWords(problem, "");
    }

    // ---- directories

    @Test
    void everyMistakeOfEveryFileIsSaidAtOnceInTheOrderOfTheFiles(@TempDir Path directory) throws IOException {
        copy(directory);
        replace(directory.resolve("closure.drl"), "AsOf( $zone : zone )", "AsOf( $zone : zne )");
        replace(directory.resolve("urgency.drl"), "\nend\n", "\n");
        replace(directory.resolve("policy.en.md"), "closure.reopen · MAY · customer", "closure.reopen · MIGHT · customer");
        replace(directory.resolve("policy.nl.md"), "Editie: 1.0", "Editie: 1.1");
        replace(directory.resolve("readings.en.md"), "Why: The text has neither", "For: The text has neither");
        Files.write(directory.resolve("latin.drl"), "// caf\u00e9".getBytes(ISO_8859_1));
        List<Problem> problems = PolicyCheck.check(directory);
        assertThat(problems).extracting(problem -> Path.of(String.valueOf(problem.source())).getFileName() + " " + problem.code())
                .containsExactly("closure.drl SP-R043", "latin.drl SP-R003", "urgency.drl SP-R026", "policy.en.md SP-R011", "policy.nl.md SP-R014", "readings.en.md SP-R019");
        assertThatThrownBy(() -> SupportPolicy.load(directory))
                .isInstanceOfSatisfying(PolicyException.class, refused -> assertThat(refused.problems()).hasSameSizeAs(problems));
    }

    @Test
    void aFileOfTwoMillionCharactersIsRefused(@TempDir Path directory) throws IOException {
        copy(directory);
        Files.writeString(directory.resolve("large.drl"), "// large\n".repeat(220_000));
        List<Problem> problems = inAMoment(() -> PolicyCheck.check(directory));
        assertThat(problems).extracting(Problem::code).containsExactly("SP-R004");
        inPlainWords(problems.get(0), "");
    }

    @Test
    void wordsAndNumbersThatPartWaysAreAWarningAndNoMore(@TempDir Path directory) throws IOException {
        copy(directory);
        replace(directory.resolve("closure.drl"), "daysAfter( 7, $first, $zone )", "daysAfter( 10, $first, $zone )");
        List<Problem> problems = PolicyCheck.check(directory);
        assertThat(problems).extracting(Problem::code).containsOnly("SP-R070").hasSize(4);
        assertThat(problems).allSatisfy(problem -> assertThat(problem.isWarning()).isTrue());
        assertThat(problems).extracting(Problem::message).containsExactly("The sentence says (7), the rule reckons with (10).",
                "The sentence says (7), the rule reckons with (10).", "The text of the clause says (7), its rules reckon with (2, 10).",
                "The text of the clause says (7), its rules reckon with (2, 10).");
        assertThat(SupportPolicy.load(directory).rules()).isNotEmpty();
    }

    @Test
    void aNumberThatCannotBeReadPartsWithNoWord(@TempDir Path directory) throws IOException {
        copy(directory);
        replace(directory.resolve("closure.drl"), "daysAfter( 7, $first, $zone )", "daysAfter( 7x, $first, $zone )");
        assertThat(PolicyCheck.check(directory)).extracting(Problem::code).isNotEmpty().doesNotContain("SP-R070");
    }

    /** Whoever changes a number and its sentences is told of the other sentences and the texts of the clause that say the old one. */
    @Test
    void theOldNumberIsFoundInOtherSentencesAndInTheTextsOfTheClause(@TempDir Path directory) throws IOException {
        copy(directory);
        assertThat(PolicyCheck.check(directory)).isEmpty();
        Path file = directory.resolve("closure.drl");
        replace(file, "A resolved ticket can be reopened for seven days", "A resolved ticket can be reopened for five days");
        replace(file, "Een opgelost ticket kan zeven dagen lang worden heropend", "Een opgelost ticket kan vijf dagen lang worden heropend");
        replace(file, "daysAfter( 7, $marked, $zone )", "daysAfter( 5, $marked, $zone )");
        List<Problem> problems = PolicyCheck.check(directory);
        assertThat(problems).extracting(Problem::code).containsOnly("SP-R070");
        assertThat(problems).extracting(problem -> problem.source().replaceFirst(".*/", "") + ": " + problem.message()).contains(
                "closure.drl: The sentence says (7), the rules of the same clause reckon with (5).",
                "policy.en.md: The text of the clause says (7), its rules reckon with (5).",
                "policy.nl.md: The text of the clause says (7), its rules reckon with (5).");
        assertThat(problems).filteredOn(problem -> problem.source().endsWith(".md")).extracting(Problem::text)
                .allSatisfy(line -> assertThat(line).startsWith("### closure.reopen "));
    }

    private static void copy(Path directory) throws IOException {
        PolicyFiles standard = PolicyFiles.standard();
        for (RuleFile file : Stream.concat(standard.rules().stream(), standard.texts().stream()).toList()) {
            Files.writeString(directory.resolve(file.name().substring("rules/".length())), file.text());
        }
    }

    /** Replaces the first place of a piece, or the last of what ends a rule. */
    private static void replace(Path file, String piece, String other) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(piece);
        int at = piece.equals("\nend\n") ? text.lastIndexOf(piece) : text.indexOf(piece);
        Files.writeString(file, text.substring(0, at) + other + text.substring(at + piece.length()));
    }

    // ---- what is asked of all

    private static void accepted(String file) {
        assertThat(inAMoment(file)).isEmpty();
    }

    /** A file with a mark before each place that must be said, in the order of their codes. */
    private static void refused(String codes, String marked) {
        List<String> expected = new ArrayList<>();
        StringBuilder file = new StringBuilder(marked.replace("⏎", "\n"));
        for (String code : codes.split(" ")) {
            int at = file.indexOf("▸");
            file.deleteCharAt(at);
            expected.add(code + " " + place(file.toString(), at));
        }
        List<Problem> problems = inAMoment(file.toString());
        assertThat(problems).extracting(problem -> problem.code() + " " + problem.line() + ":" + problem.column()).as(String.valueOf(problems.stream().limit(3).toList()))
                .containsExactlyElementsOf(expected);
        problems.forEach(problem -> inPlainWords(problem, file.toString()));
    }

    private static String place(String text, int at) {
        String before = text.substring(0, at);
        return before.chars().filter(c -> c == '\n').count() + 1 + ":" + (at - before.lastIndexOf('\n'));
    }

    private static void inPlainWords(Problem problem, String file) {
        for (String said : List.of(problem.said().in(Locale.ENGLISH), problem.said().in(DUTCH))) {
            assertThat(said).hasSizeBetween(10, 2_000);
            JARGON.stream().filter(word -> !file.contains(word)).forEach(word -> assertThat(said).doesNotContain(word));
        }
        assertThat(problem.toString(DUTCH)).isNotEqualTo(problem.toString(Locale.ENGLISH)).doesNotContain(" must ", "There is no", "Maybe");
        assertThat(problem.toString(Locale.ENGLISH)).doesNotContain(" moet ", "Er is geen", "Misschien");
    }

    private static List<Problem> inAMoment(String file) {
        return inAMoment(() -> problems(file));
    }

    /** The time is that of the processor, so that other work on the machine does not count. */
    private static List<Problem> inAMoment(Supplier<List<Problem>> check) {
        long start = THREADS.getCurrentThreadCpuTime();
        List<Problem> problems = check.get();
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(MOMENT);
        return problems;
    }

    private static List<Problem> problems(String file) {
        Draft draft = Draft.read(PolicyFiles.standard().with(List.of(new RuleFile("urgency.drl", file))));
        PolicyChecker.check(draft, false);
        return draft.problems();
    }
}
