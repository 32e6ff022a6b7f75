package org.supportpolicy.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drools.core.common.EqualityKey;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.tms.LogicalDependency;
import org.drools.tms.SimpleMode;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.supportpolicy.Problem;
import org.supportpolicy.bench.PlainDrools;
import org.supportpolicy.bench.TicketMix;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.PolicyChecker;
import org.supportpolicy.internal.check.RandomRules;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;
import org.supportpolicy.model.RandomFactSets;

/** The rules conclude in the engine what they conclude in a session of Drools, for the same reasons. */
class DroolsAgreesTest {

    private static final String HEADER = """
            package org.supportpolicy.rules.urgency;

            import org.supportpolicy.fact.Addition;
            import org.supportpolicy.fact.AsOf;
            import org.supportpolicy.fact.Customer;
            import org.supportpolicy.fact.Deployment;
            import org.supportpolicy.fact.Diagnosis;
            import org.supportpolicy.fact.Mishap;
            import org.supportpolicy.fact.Cause;
            import org.supportpolicy.fact.Ticket;
            import org.supportpolicy.fact.TicketState;
            import org.supportpolicy.finding.Irregularity;
            import org.supportpolicy.finding.OutOfScope;
            import org.supportpolicy.finding.PossibleUrgency;
            import org.supportpolicy.finding.Urgency;
            import static org.supportpolicy.rules.Conclude.conclude;

            """;

    @Test
    void theStandardRulesConcludeTheSameForTheSameReasons() {
        Agreement standard = new Agreement(PolicyFiles.standard().rules());
        IntStream.range(0, 4_000).mapToObj(i -> new RandomFactSets(i).next()).forEach(standard::holdsFor);
        TicketMix.standard(400).forEach(standard::holdsFor);
    }

    @Test
    void soDoConditionsOfEveryForm() {
        String[] conditions = {
            "( Ticket( state == TicketState.ACTIVE ) or Customer( maintenanceActive == true ) )",
            "( Ticket( $state : state == TicketState.ACTIVE ) or Ticket( $state : state == TicketState.RESOLVED ) )\n    not Customer( maintenanceActive == true )",
            "not ( Ticket( state == TicketState.ACTIVE ) and Customer( maintenanceActive == true ) )",
            "not ( Ticket( state == TicketState.ACTIVE ) or Customer( maintenanceActive == true ) )",
            "exists ( Ticket( $number : number ) and Customer( maintenanceActive == true ) )",
            "exists ( Ticket( state == TicketState.ACTIVE ) or Customer( maintenanceActive == true ) )",
            "not ( Ticket() and not Customer( maintenanceActive == true ) )",
            "forall( Mishap( causedProblem == true ) )",
            // of none, Drools 10.2 says that forall holds with one pattern, and that it does not with two
            "exists Mishap()\n    forall( $one : Mishap() Mishap( this == $one, causedProblem == true ) )",
            "exists Cause()\n    forall( $one : Cause() Cause( this == $one, causedProblem == true ) )",
            "Cause( causedProblem == true )",
            "$one : Mishap( causedProblem != null, $caused : causedProblem ) Mishap( this != $one, causedProblem == $caused )",
            "Ticket( $state : state != null, createdAt != null ) AsOf() Ticket( state == $state )",
            "Customer( maintenanceActive == true || serviceSubscriptionActive == true, deployment == Deployment.HOSTED )",
        };
        String rules = IntStream.range(0, conditions.length).mapToObj(i -> rule("Form " + i, conditions[i],
                "Irregularity." + Irregularity.known().get(i).name()))
                .reduce(HEADER, String::concat);
        Agreement forms = new Agreement(List.of(new RuleFile("forms.drl", rules)));
        int concluded = IntStream.range(0, 3_000).mapToObj(i -> new RandomFactSets(i).next()).mapToInt(forms::holdsFor).sum();
        assertThat(concluded).isGreaterThan(10_000);
    }

    @Test
    void soDoFindingsThatRestOnEachOther() {
        String rules = HEADER + rule("A first level", "Ticket( state != null )", "new PossibleUrgency( 1 )")
                + rule("A first level for customers", "Customer()", "new PossibleUrgency( 1 )")
                + rule("The second", "PossibleUrgency( level == 1 )", "new PossibleUrgency( 2 )")
                + rule("The third", "PossibleUrgency( level == 2 ) Ticket( createdAt != null )", "new PossibleUrgency( 3 )")
                + rule("Round again", "PossibleUrgency( level > 1 )", "new PossibleUrgency( 1 )")
                + rule("The urgency", "PossibleUrgency( level == 3 )", "new Urgency( 2 )")
                + rule("And back", "Urgency( level == 2 )", "new PossibleUrgency( 2 )")
                + rule("None of the highest", "not PossibleUrgency( level == 3 )", "new OutOfScope()");
        Agreement around = new Agreement(List.of(new RuleFile("around.drl", rules)));
        IntStream.range(0, 200).mapToObj(i -> new RandomFactSets(i).next()).forEach(around::holdsFor);
    }

    /** Whatever a check accepts, Drools compiles, and decides alike; so no form of condition means one thing here and another there. */
    @Test
    void soDoRandomRulesOfEveryFormThatACheckAccepts() {
        int files = 4 * Integer.getInteger("supportpolicy.cases", 50_000) / 50_000;
        int rules = 0;
        int concluded = 0;
        for (int seed = 0; seed < files; seed++) {
            RuleFile file = new RandomRules(seed).file(25);
            Agreement random = new Agreement(List.of(file));
            rules += 25;
            long first = 1_000L * seed;
            concluded += IntStream.range(0, 300).mapToObj(i -> new RandomFactSets(first + i).next()).mapToInt(random::holdsFor).sum();
        }
        System.out.println("Random rules: " + rules + " in " + files + " files, " + concluded + " conclusions as in Drools");
        assertThat(concluded).isGreaterThan(files * 300);
    }

    private static String rule(String name, String conditions, String finding) {
        return "rule \"" + name + "\"\n    @clause(\"urgency.level-1-definition\")\n    @nl(\"Regel " + name + "\")\nwhen\n    " + conditions + "\nthen\n    conclude( kcontext, " + finding + " );\nend\n\n";
    }

    private static List<CheckedRule> understood(List<RuleFile> files) {
        Draft draft = Draft.read(PolicyFiles.standard().with(files));
        List<CheckedRule> rules = PolicyChecker.check(draft, false);
        assertThat(draft.problems()).allMatch(Problem::isWarning);
        return rules;
    }

    /** Rules in the engine and in sessions of Drools. */
    private static final class Agreement {

        private final RuleEngine engine;
        private final KieBase drools;

        Agreement(List<RuleFile> files) {
            this.engine = new RuleEngine(understood(files));
            this.drools = PlainDrools.compile(files);
        }

        /** How much both conclude. */
        int holdsFor(FactSet facts) {
            List<String> concluded = engine.conclude(facts).stream().map(Conclusion::toString).sorted().toList();
            assertThat(concluded).as(facts.toString()).isEqualTo(inDrools(facts));
            return concluded.size();
        }

        private List<String> inDrools(FactSet facts) {
            KieSession session = drools.newKieSession();
            try {
                RuleEngine.given(facts).forEach(session::insert);
                session.fireAllRules();
                return justified(session).sorted().toList();
            } finally {
                session.dispose();
            }
        }

        /** What holds in a session and why, from its truth maintenance. */
        private static Stream<String> justified(KieSession session) {
            List<Conclusion> conclusions = new ArrayList<>();
            for (EqualityKey key : TruthMaintenanceSystemFactory.get().getOrCreateTruthMaintenanceSystem((ReteEvaluator) session).getEqualityKeys()) {
                var beliefs = ((TruthMaintenanceSystemEqualityKey) key).getBeliefSet();
                for (Object belief = beliefs == null ? null : beliefs.getFirst(); belief != null; belief = ((SimpleMode) belief).getNext()) {
                    LogicalDependency<?> dependency = ((SimpleMode) belief).getObject();
                    conclusions.add(new Conclusion(dependency.getJustifier().getRule().getName(), (Finding) dependency.getObject(),
                            dependency.getJustifier().getObjects().stream().filter(object -> object instanceof Fact || object instanceof Finding).toList()));
                }
            }
            return conclusions.stream().map(Conclusion::toString);
        }
    }
}
