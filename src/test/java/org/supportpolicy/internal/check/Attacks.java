package org.supportpolicy.internal.check;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pieces that somebody would put in a file to have something run, or to have a check take for ever. */
final class Attacks {

    /** The words of DRL and Java, and of rule files. */
    static final List<String> RULE_WORDS = List.of("rule", "when", "then", "end", "package", "import", "static", "function", "global", "declare", "query", "unit", "salience",
            "no-loop", "lock-on-active", "agenda-group", "ruleflow-group", "activation-group", "auto-focus", "date-effective", "enabled", "timer", "duration", "calendars",
            "dialect", "extends", "eval", "accumulate", "acc", "collect", "groupby", "from", "entry-point", "over", "window:time", "modify", "update", "insert",
            "insertLogical", "delete", "retract", "conclude", "kcontext", "not", "exists", "forall", "and", "or", "in", "contains", "memberOf", "matches", "soundslike", "str",
            "before", "after", "during", "null", "true", "false", "this", "new", "class", "instanceof", "return", "if", "else", "while", "do", "break", "@", "$x", "$x :",
            "$", "$$", "==", "!=", "<", "<=", ">", ">=", "=>", "=<", "<>", "&&", "||", "!", "!.", "?.", "->", "::", ";", ",", ".", ":", "(", ")", "()", "( )", "[", "]",
            "{", "}", "\"\"", "\" \"", "*", "+", "-", "/", "#", "Ticket", "Ticket( )", "AsOf", "Desk", "Cause", "Resolution", "Urgency", "Action", "Need", "Lifecycle", "instant",
            "zone", "state", "channel", "versions", "holds", "determinations", "urgencySet", "TicketState.ACTIVE", "Channel.PHONE", "startsWith", "daysAfter", "yearsAfter",
            "later", "number", "!= null", "== null", "not in ( 1, 2 )", "in ( null )", "contains null", "== \"\"", "== true", "Object", "String", "Integer", "List");

    static final List<String> TEXT_WORDS = List.of("#", "##", "###", "####", "·", "### a.b · MUST · both", "### closure.permanent · WILL · support", "MUST", "WILL", "MAY", "support",
            "customer", "both", "Edition:", "Editie:", "Edition: 2.0, in force from 2030-01-01", "Edition: 1, in force from 2025-02-30", "in force from", "geldt vanaf", "2016-01-01",
            "+999999999-01-01", "0000-00-00", "Not automated:", "Niet geautomatiseerd:", "Read as:", "Zo gelezen:", "\n\nRead as: it does. (AMB-01)\n\n", "(AMB-02)", "Not automated: ", "AMB-01", "AMB-1", "AMB-0001", "· contested", "### AMB-01",
            "### AMB-99 · contested", "Open:", "Adopted:", "Why:", "Aangenomen:", "Waarom:", "```", "---", "- ", "> ", "<script>", "[a](b)", "![a](b)", "|", "\n\n", "\n### ", "\n");

    static final List<String> SCENARIO_WORDS = List.of("- title:", "title", "given:", "expect:", "includes:", "excludes:", "because:", "silent:", "table:", "rows:", "[", "]", "{", "}",
            "&a", "*a", "*both", "<<:", "!!str", "!!java.lang.Runtime", "!<tag:yaml.org,2002:int>", "|", ">", "|+", ">-", "?", "? -", "-", "---", "...", "%YAML 1.2", "%TAG", "#", "null", "~",
            "true", "yes", "0x1F", "0o17", "1e400", ".inf", "-.inf", ".nan", "1_000", "2025-01-01", "\"", "'", "\\", "\t", "asOf", "asOf:", "ticket", "ticket: {state: ACTIVE}", "urgency", "needs",
            "urgency.level", "ticket.state", "closure.permanent", "\"2025-03-12T00:00:00+01:00\"", "\"2025-13-12T00:00:00+01:00\"", "ACTIVE", "[]", "{}", ":", ": ", ",", "a: b: c");

    /** Imports of all that a rule may speak of. */
    private static final String HEAD = Stream.concat(Vocabulary.LIBRARY.types(false).stream().map(name -> "\nimport " + Vocabulary.LIBRARY.type(name).getName() + ";"),
            Stream.concat(Stream.of(Vocabulary.CONCLUDE), Vocabulary.functionNames().stream().map(name -> Vocabulary.functions(name).get(0).code().getDeclaringClass().getName() + "." + name))
                    .map(path -> "\nimport static " + path + ";")).collect(Collectors.joining("", "\n", "\n"));

    static final List<String> RULES = Stream.of(snippets(), large(), rules()).flatMap(List::stream).toList();

    static final List<String> TEXTS = List.of("\n### " + "a.".repeat(5_000) + "a\n", "\n### a" + ".b-c".repeat(50_000) + "\n", "\n### " + "a".repeat(200_000) + " · MUST · both\n",
            "\n### a.b · MUST · both\n\nA text.\n".repeat(3_000), IntStream.range(0, 3_000).mapToObj(i -> "\n### a.b" + i + " · MUST · both\n\nA text.\n").collect(Collectors.joining()),
            IntStream.range(0, 3_000).mapToObj(i -> "\n### AMB-" + i + "\n").collect(Collectors.joining()), "\nEdition: " + "1".repeat(100_000) + ", in force from 2016-01-01\n",
            "\nEdition: 1.0, in force from 2016-01-01 ".repeat(5_000), "\n" + "#".repeat(100_000) + "\n", "\n### ".repeat(50_000), "\n\n".repeat(100_000), " ".repeat(200_000),
            "\n### {0} · {1} · {2}\n", "\n### \u202eesrever · MUST · both\n", "\n### a.\u0000 · MUST · both\n", "\n### closure.x\r · MUST · both\r\n", "\n### . · MUST · both\n",
            "\n### a. · MUST · both\n", "\n### .a · MUST · both\n", "\n### a..b · MUST · both\n", "\n### ${jndi:ldap://x}.a · MUST · both\n", "\nNot automated: \n", "\nNot automated: x\n\nNot automated: y\n");

    static final List<String> SCENARIOS = List.of("[".repeat(20), "{".repeat(20), "\n- title: a\n  given: " + "[".repeat(40) + "]".repeat(40) + "\n  expect: {}\n",
            "\n- &a [*a]\n", "\n- title: a\n  given: &a {ticket: *a}\n  expect: {urgency: null}\n",
            "\n- &a [x,x,x]\n- &b [*a,*a,*a]\n- &c [*b,*b,*b]\n- &d [*c,*c,*c]\n", "\n- !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://localhost/\"]]]]\n",
            "\n- !!org.supportpolicy.fact.Tripwire {}\n", "\n- title: a\n  title: b\n  expect: {}\n", "\n- ? {a: b}\n  : c\n", "\n- ? [a]\n  : c\n", "\n---\n- title: b\n---\n- title: c\n",
            "\n- title: a\n  expect: {\"\": null}\n", "\n- title: a\n  table: {given: [asOf, asOf], expect: [urgency, urgency], rows: [[null, null, null, null]]}\n",
            "\n- title: a\n  table: {given: [\"\"], expect: [\"..\"], rows: [[1, 2]]}\n", "\n- title: a\n  table: {given: [asOf.x], expect: [asOf], rows: [[1, 2]]}\n",
            "\n- title: a\n  table: {given: [null], expect: [{a: b}], rows: [[1, 2]]}\n", "\n- title: a\n  table: {given: 1, expect: 2, rows: 3}\n", "\n- title: a\n  table: [1]\n",
            "\n- title: a\n  given: {asOf: 1e999999999}\n  expect: {}\n", "\n- title: a\n  given: {ticket: {urgencySet: 1" + "0".repeat(500) + "}}\n  expect: {urgency: null}\n",
            "\n- title: a\n  given: {ticket: {urgencySet: 0x7fffffffffff}}\n  expect: {urgency: null}\n", "\n- title: a\n  given: {ticket: {urgencySet: .nan}}\n  expect: {urgency: {level: .inf}}\n",
            "\n- title: \"\\ud83d\"\n  expect: {}\n", "\n- title: \"a\\nb\\u0085\\u2028\"\n  expect: {x\u202e: 1}\n", "\n- title: a\n  because: {a: b}\n  silent: c\n", "\n- title: a\n  because: [[a], {b: c}, null]\n",
            "\n- title: a\n  includes: [a]\n  excludes: b\n", "\n- title: a\n  includes: {needs: {a: b}}\n", "\n- title: a\n  given: {\"a~1b/c\": {\"~0\": 1}, \"/\": [1]}\n  expect: {urgency: null}\n",
            "\n" + IntStream.range(0, 500).mapToObj(i -> "- title: a" + i + "\n  expekt: {}\n").collect(Collectors.joining()), "\n- " + "a".repeat(100_000) + ": b\n");

    private Attacks() {}

    private static List<String> snippets() {
        return List.of("\\u0065val( org.supportpolicy.fact.Tripwire.trip() )", "\\u0022 ) end rule \\u0022x\\u0022 when then org.supportpolicy.fact.Tripwire.trip(); end",
                " System.exit(1); ", " java.lang.System.exit( 1 ); ", " eval( org.supportpolicy.fact.Tripwire.trip() ) ", " eval( true ) ", " { org.supportpolicy.fact.Tripwire.trip(); } ",
                " org.supportpolicy.fact.Tripwire( ) ", " org.supportpolicy.fact.Tripwire.trip() == true, ", " Tripwire.trip() ", " Tripwire.CONSTANT ", " $t : Tripwire( CONSTANT != null ) ",
                "\nimport org.supportpolicy.fact.Tripwire;\n", "\nimport static org.supportpolicy.fact.Tripwire.trip;\n", "\nimport static org.supportpolicy.fact.Tripwire.*;\n",
                "\nimport org.supportpolicy.fact.*;\n", "\nimport java.lang.Runtime;\n", "\nimport java.util.*;\n", "\nimport java.io.File;\n", "\nimport static java.lang.System.exit;\n",
                "\nimport static java.lang.Runtime.getRuntime;\n", "\nimport function org.supportpolicy.fact.Tripwire.trip;\n", "\nimport accumulate org.supportpolicy.fact.Tripwire trip;\n",
                "\nfunction void f() { org.supportpolicy.fact.Tripwire.trip(); }\n", "\nglobal org.supportpolicy.fact.Tripwire t;\n", "\ndeclare Tripwire extends org.supportpolicy.fact.Tripwire\n  x : int\nend\n",
                "\nquery q( Object $x ) Ticket( this == $x ) end\n", "\nunit org.supportpolicy.fact.Tripwire;\n", "\nrule x when eval( org.supportpolicy.fact.Tripwire.trip() ) then end\n",
                "\nrule \"x\" extends \"y\" when then end\n", "\nrule 'x' when then end\n", "\nrule \"\" when then end\n", "\nrule \" \u202e\u0000\n\" when then end\n", "\nrule \"x\\\" when then end rule \\\"y\" when then end\n",
                "\nrule \"x{0}{1}%s${y}\" @clause(\"{0}\") @nl(\"{9}\") when Ticket() then conclude( kcontext, Irregularity.{0} ); end\n", "\nrule rule rule when when then then end end\n",
                " accumulate( Ticket( $n : urgencySet ); $s : sum( $n ) ) ", " acc( Ticket(); count() ) ", " collect( Ticket() ) ", " Number() from accumulate( Ticket(), init( org.supportpolicy.fact.Tripwire.trip(); ) ) ",
                " Ticket() from org.supportpolicy.fact.Tripwire.trip() ", " $x : Object() from new org.supportpolicy.fact.Tripwire() ", " Ticket() from entry-point \"x\" ", " Ticket() over window:time( 1s ) ",
                " Ticket() over window:length( 1 ) ", " /facts[ urgencySet > 1 ]/holds ", " Ticket( holds[0].start != null ) ", " Ticket( holds[\"x\"] ) ", " Ticket( #Other ) ", " Ticket( state#Other.x ) ",
                " ?q( $x; ) ", " Ticket( $x := state ) ", " Ticket( state == ( \"a\" ) ) ", " Ticket( (urgencySet + 1) == 2 ) ", " Ticket( urgencySet == 1 ? true : false ) ", " Ticket( new org.supportpolicy.fact.Tripwire() != null ) ",
                " Ticket( this.getClass().forName( \"org.supportpolicy.fact.Tripwire\" ) != null ) ", " Ticket( class.name == \"x\" ) ", " Ticket( getClass() != null ) ", " Ticket( toString() == \"\" ) ", " Ticket( hashCode == 1 ) ",
                " Ticket( state.declaringClass != null ) ", " Ticket( number.startsWith( \"a\" ) ) ", " Ticket( number matches \"(a+)+$\" ) ", " Ticket( number str[startsWith] \"a\" ) ", " Ticket( !!!!true ) ", " Ticket( !( state == null ) ) ",
                " Ticket( instance instanceof Tripwire ) ", " salience 10 ", " salience( org.supportpolicy.fact.Tripwire.trip() ) ", " no-loop true ", " lock-on-active ", " agenda-group \"x\" ", " timer ( int: 0 1s ) ",
                " enabled ( org.supportpolicy.fact.Tripwire.trip() ) ", " dialect \"mvel\" ", " duration 100 ", " date-effective \"01-jan-2020\" ", " calendars \"x\" ", " @Propagation(EAGER) ", " @clause(\"closure.permanent\") @clause(\"closure.permanent\") ",
                " @clause(closure.permanent) ", " @clause() ", " @clause ", " @(\"x\") ", " @nl(\"\") ", " @nl(\"\u202e\") ", " @reading(\"AMB-01, , AMB-99999\") ", " @reading(\"\") ", " @exception(\"x\") ", " @exception(\"closure.permanent\") ",
                " then[x] ", " do[x] ", " if ( true ) do[x] ", " break[x] ", " modify( $t ) { setX( 1 ) }; ", " update( $t ); ", " insert( new org.supportpolicy.fact.Tripwire() ); ", " drools.halt(); ", " kcontext.getKieRuntime().halt(); ",
                " conclude( kcontext, null ); ", " conclude( kcontext, $x ); ", " conclude( kcontext, org.supportpolicy.fact.Tripwire.trip() ); ", " conclude( kcontext, new org.supportpolicy.fact.Tripwire() ); ", " conclude( kcontext, new Tripwire() ); ",
                " conclude( kcontext, new Urgency( 0 ) ); ", " conclude( kcontext, new Urgency( null ) ); ", " conclude( kcontext, new Urgency( -1 ) ); ", " conclude( kcontext, new Lifecycle( null ) ); ", " conclude( kcontext, Irregularity.valueOf( \"x\" ) ); ",
                " conclude( kcontext, Irregularity.CLOSED_TOO_EARLY ); conclude( kcontext, Irregularity.CLOSED_TOO_EARLY ); ", " conclude( kcontext, conclude( kcontext, new Urgency( 1 ) ) ); ",
                "\n// rule \"x\" when then end\n", "\n/* rule \"x\" when then */ end\n", "/*", "*/", "/**/", "/*/", "//*", "\n# rule\n", "\n// \u202e end nehw\n", "\n//\u2028rule \"x\" when then org.supportpolicy.fact.Tripwire.trip(); end\n", "\r//\rrule \"x\" when then end\r",
                "\"\n\"", "\"\u0000\"", "\"\r\"", "\"\u2028\"", "\"\u0085\"", "\"\u001b[31m\"", "\"\ud83d\"", "\"\\\"", "\"\\u0022\"", "\u201cx\u201d", "'x'", "`x`", "\ufeff", "\u0000", "\u001a", "\u037e", "\uff08", "\uff1b", "\u2028", "\u00a0");
    }

    /** Much of the same. */
    private static List<String> large() {
        return List.of(" " + "( ".repeat(5_000), " " + "( ".repeat(13) + "Ticket()" + " )".repeat(13), " " + "not ".repeat(5_000) + "Ticket() ", " " + "exists ( ".repeat(5_000), " Ticket( " + "!".repeat(5_000) + "true ) ",
                " Ticket( " + "( ".repeat(5_000), " Ticket( " + "state == null && ".repeat(5_000) + "true ) ", " Ticket( " + "state == null || ".repeat(5_000) + "true ) ", " Ticket( " + "urgencySet == 1, ".repeat(5_000) + "state != null ) ",
                " Ticket( " + "stat == 1, ".repeat(5_000) + "state != null ) ", " Ticket( state in ( " + "TicketState.ACTIVE, ".repeat(5_000) + "TicketState.CLOSED ) ) ", " " + "Ticket() ".repeat(5_000), " " + "Ticket() or ".repeat(5_000) + "Ticket() ",
                " " + "Ticket() and ".repeat(5_000) + "Ticket() ", " Ticket( state" + ".state".repeat(5_000) + " == null ) ", " Ticket( " + "f( ".repeat(5_000), " AsOf( " + "later( ".repeat(5_000), " forall( " + "Ticket() ".repeat(5_000) + " ) ",
                " " + "@nl(\"x\") ".repeat(5_000), " " + "@ln(\"x\") ".repeat(5_000), " " + "salience 1 ".repeat(5_000), "\"" + "x".repeat(100_000) + "\"", "\"" + "x".repeat(500_000), " " + "x".repeat(300_000) + " ", " " + "9".repeat(300_000) + " ",
                "/* " + "x\n".repeat(100_000) + " */", "\n//".repeat(50_000), "\n".repeat(100_000), " ".repeat(300_000), "\r".repeat(100_000), "\u0000".repeat(50_000), "'".repeat(50_000), "\\".repeat(50_000), "\"".repeat(50_001), "\u201c".repeat(50_000),
                "\nimport org.supportpolicy.fact.Ticket;".repeat(10_000), "\nimport org.supportpolicy.fact.Tickt;".repeat(10_000), "\nimport java.util.Lst;".repeat(10_000), "\nimport a" + ".b".repeat(100_000) + ";\n", "\npackage a" + ".b".repeat(100_000) + ";\n",
                "\nrule".repeat(5_000), "\nrule \"x\"".repeat(5_000), "\nrule \"x\" when Ticket() then end".repeat(10_000), " then".repeat(5_000), " when".repeat(5_000), " end".repeat(5_000), " \ud83d".repeat(5_000));
    }

    /** Whole rules that may well be accepted. {@code %CLAUSE%} stands for a clause that the file may cite. */
    private static List<String> rules() {
        String irregular = "Irregularity.CLOSED_TOO_EARLY";
        String causes = "Cause()\n".repeat(38);
        String every = "Impact( systemDown == true || agentsOffline == true || serverStopped == true || integrityAtRisk == true || functionalityLoss != null || productionImpact != null )\n";
        return List.of(
                rule("all causes", causes + "Ticket( urgencySet == 1, state == TicketState.CLOSED )", irregular),
                rule("an unknown one among others", "Resolution( $i : markedResolvedAt )\nResponseReminders( at contains $i )", irregular),
                rule("all causes twice", causes + "not Cause()", irregular),
                rule("as many actions as there are", "Action()\n".repeat(39), "Action.customerMust( ActionKind.CREATE_NEW_TICKET )"),
                rule("nothing beside it", "exists ( " + "Cause() and ".repeat(30) + "not Cause() )", irregular),
                rule("all or none", "forall( " + "Cause() ".repeat(38) + " )", irregular),
                rule("it feeds itself", "Lifecycle( $s : state )", "new Lifecycle( $s )"),
                rule("two feed each other", "Urgency( $l : level )", "Action.customerMust( ActionKind.CREATE_NEW_TICKET )") + rule("the other", "Action()", "new Urgency( 4 )"),
                rule("it rests on its absence", "not Urgency()", "new Urgency( 1 )"),
                rule("out of time", "AsOf( daysAfter( 36500, instant, zone ) > instant )", irregular),
                rule("an end far off", "AsOf( $i : instant )\nDesk( $z : zone != null )", "new ClosesAt( daysAfter( 36500, $i, $z ) )"),
                rule("an end without a zone", "AsOf( $i : instant )\nDesk( $z : zone )", "new ClosesAt( daysAfter( 1, $i, $z ) )"),
                rule("a level that is none", "Ticket()", "new Urgency( 0 )"), rule("a level that is unknown", "Ticket( $u : urgencySet )", "new Urgency( $u )"),
                rule("a level that is known", "Ticket( $u : urgencySet != null )", "new Urgency( $u )"),
                rule("everything at once", every.repeat(39), irregular),
                rule("every way", "Ticket( " + IntStream.range(0, 59).mapToObj(i -> "( state == TicketState.ACTIVE || channel != null || urgencySet == " + (1 + i % 4) + " )").collect(Collectors.joining(" && ")) + " )", irregular),
                rule("every way but one", "Impact( " + Stream.of("systemDown", "agentsOffline", "serverStopped", "integrityAtRisk").map(each -> each + " != null, ").collect(Collectors.joining())
                        + "( systemDown == true || agentsOffline == false ), ".repeat(50) + "systemDown != null )", irregular),
                rule("all that could be", "Ticket( " + "state != null, channel != null, kind != null, urgencySet != null, ".repeat(14) + "number != null )\nResolution( problemRecurred != null, reopenExplained != null )", irregular),
                rule("all that cannot be", "Ticket( " + "state != null, channel != null, kind != null, urgencySet in ( 1, 2, 3, 4 ), ".repeat(13) + "state == TicketState.ACTIVE, state == TicketState.CLOSED )", irregular),
                rule("all that cannot be together", ("Ticket( state != null, channel != null, kind != null, urgencySet != 1, urgencySet != 2, urgencySet != 3, urgencySet != null )\n").repeat(38)
                        + "Ticket( urgencySet != 4 )", irregular),
                rule("deep", "Ticket( " + "( state != null && ".repeat(11) + "channel != null" + " )".repeat(11) + " )", irregular),
                rule("broad", "Ticket( " + Stream.generate(() -> Stream.generate(() -> "state == null").limit(60).collect(Collectors.joining(" && ", "( ", " )"))).limit(60).collect(Collectors.joining(" || ")) + " )", irregular),
                rule("broad and deep", "Ticket( " + nested(4, 8) + " )", irregular),
                rule("many ends", "AsOf( " + IntStream.range(0, 3_000).mapToObj(i -> "daysAfter( " + i + ", instant, zone ) > instant").collect(Collectors.collectingAndThen(Collectors.toList(), Attacks::grouped)) + " )", irregular),
                IntStream.range(0, 2_000).mapToObj(i -> rule("again " + i, "Ticket( urgencySet == 1 )", "new Urgency( " + (1 + i % 4) + " )").replace(HEAD, "")).collect(Collectors.joining("", HEAD, "")),
                IntStream.range(0, 5_001).mapToObj(i -> "\nrule \"more " + i + "\" when Tcket( stat == 1 ) then conclude( kcontext, new Urgncy( 1 ) ); end").collect(Collectors.joining()),
                IntStream.range(0, 60).mapToObj(i -> "\nrule \"wide " + i + "\" when " + ("Ticket( " + "stat == 1, ".repeat(59) + "stat == 2 )\n").repeat(39) + " then conclude( kcontext, new Urgncy( 1 ) ); end").collect(Collectors.joining()));
    }

    private static String nested(int depth, int width) {
        return depth == 0 ? "state == TicketState.ACTIVE" : Stream.generate(() -> "( " + nested(depth - 1, width) + " )").limit(width).collect(Collectors.joining(depth % 2 == 0 ? " || " : " && "));
    }

    /** Tests joined within parentheses, so that no more than some stand side by side. */
    private static String grouped(List<String> tests) {
        return IntStream.range(0, 50).mapToObj(i -> "( " + String.join(" || ", tests.subList(60 * i, 60 * i + 60)) + " )").collect(Collectors.joining(" && "));
    }

    private static String rule(String name, String conditions, String conclusion) {
        return HEAD + "\nrule \"An attack: " + name + "\"\n    @clause(\"%CLAUSE%\")\n    @nl(\"Een aanval: " + name + "\")\nwhen\n    " + conditions + "\nthen\n    conclude( kcontext, "
                + conclusion + " );\nend\n";
    }
}
