package org.supportpolicy.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drools.core.common.EqualityKey;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.tms.LogicalDependency;
import org.drools.tms.SimpleMode;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.definition.type.FactField;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.conf.AlphaThresholdOption;
import org.supportpolicy.Problem;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.bench.PlainDrools;
import org.supportpolicy.bench.TicketMix;
import org.supportpolicy.fact.Customer;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.PolicyChecker;
import org.supportpolicy.internal.check.RandomRules;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;
import org.supportpolicy.model.OwnFactSets;
import org.supportpolicy.model.OwnPolicy;
import org.supportpolicy.model.RandomFactSets;

/**
 * The rules conclude in the engine what they conclude in a session of Drools, for the same reasons, by their plan and compiled. {@code -Dsupportpolicy.drools=5000}
 * takes so many fact sets.
 */
class DroolsAgreesTest {

    private static final int FACT_SETS = Integer.getInteger("supportpolicy.drools", 1_000);
    private static final String HOME = "org.supportpolicy.rules.facts";
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
        IntStream.range(0, FACT_SETS).mapToObj(i -> new RandomFactSets(i).next()).forEach(standard::holdsFor);
        TicketMix.standard(400).forEach(standard::holdsFor);
    }

    /** Drools makes classes of its own of what a policy declares. */
    @Test
    void soDoTheRulesOverFactsAndFindingsThatAPolicyDeclares(@TempDir Path directory) throws IOException {
        SupportPolicy policy = OwnPolicy.in(directory);
        Agreement own = new Agreement(OwnPolicy.rules());
        Set<String> concluded = new HashSet<>();
        List<FactSet> sets = OwnFactSets.some(Math.max(5_000, FACT_SETS), policy.ownFacts()).toList();
        for (int i = 0; i < sets.size(); i++) { // of those behind, each in which a rule fires that did in none before
            boolean isNew = concluded.addAll(own.engine.conclude(sets.get(i)).stream().map(own::rule).toList());
            if (i < FACT_SETS || isNew) {
                own.holdsFor(sets.get(i));
            }
        }
        List<String> added = policy.rules().stream().filter(rule -> rule.file().contains("own-")).map(Rule::name).toList();
        assertThat(concluded).containsAll(added);
        assertThat(added).hasSizeGreaterThan(15);
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
        int concluded = IntStream.range(0, FACT_SETS).mapToObj(i -> new RandomFactSets(i).next()).mapToInt(forms::holdsFor).sum();
        assertThat(concluded).isGreaterThan(3 * FACT_SETS);
    }

    @Test
    void soDoFindingsThatRestOnEachOther() {
        String rules = HEADER + rule("A first level", "Ticket( state != null )", "new PossibleUrgency( 1 )")
                + rule("A first level for customers", "Customer()", "new PossibleUrgency( 1 )")
                + rule("The second", "PossibleUrgency( level == 1 )", "new PossibleUrgency( 2 )")
                + rule("The third", "PossibleUrgency( level == 2 ) Ticket( createdAt != null )", "new PossibleUrgency( 3 )")
                + rule("Round again", "PossibleUrgency( level > 1 )", "new PossibleUrgency( 1 )")
                + rule("The urgency", "PossibleUrgency( level == 3 )", "new Urgency( 2 )")
                + rule("After any", "PossibleUrgency()", "new PossibleUrgency( 2 )")
                + rule("After any again", "PossibleUrgency()", "new PossibleUrgency( 3 )")
                + rule("And back", "Urgency( level == 2 )", "new PossibleUrgency( 2 )")
                + rule("None of the highest", "not PossibleUrgency( level == 3 )", "new OutOfScope()");
        Agreement around = new Agreement(List.of(new RuleFile("around.drl", rules)));
        IntStream.range(0, 200).mapToObj(i -> new RandomFactSets(i).next()).forEach(around::holdsFor);
    }

    /** Whatever a check accepts, Drools compiles, and decides alike; so no form of condition means one thing here and another there. */
    @Test
    void soDoRandomRulesOfEveryFormThatACheckAccepts() {
        int files = Math.max(1, 4 * Integer.getInteger("supportpolicy.cases", 20_000) / 50_000);
        int rules = 0;
        int concluded = 0;
        for (int seed = 0; seed < files; seed++) {
            RuleFile file = new RandomRules(seed).file(25);
            Agreement random = new Agreement(List.of(file), withoutTables());
            rules += 25;
            long first = 1_000L * seed;
            concluded += IntStream.range(0, 300).mapToObj(i -> new RandomFactSets(first + i).next()).mapToInt(random::holdsFor).sum();
        }
        System.out.println("Random rules: " + rules + " in " + files + " files, " + concluded + " conclusions as in Drools");
        assertThat(concluded).isGreaterThan(files * 300);
    }

    /**
     * Of three conditions or more that compare the same component of a finding or fact with a constant, Drools 10.2 looks the one up in a table
     * that can hold, and puts the exception of a {@code forall} there in the wrong place. So what it says hangs on whether a third rule is there.
     */
    @Test
    void exceptThatDroolsLooksExceptionsUpInTheWrongPlace() {
        List<RuleFile> files = List.of(new RuleFile("tables.drl", HEADER + rule("Of three", "Customer()", "new PossibleUrgency( 3 )")
                + rule("Three", "PossibleUrgency( level == 3 )", "new Urgency( 3 )") + rule("Two", "PossibleUrgency( level == 2 )", "new Urgency( 2 )")
                + rule("No three", "forall( PossibleUrgency( level != 3 ) ) Mishap()", "new OutOfScope()")));
        FactSet facts = FactSet.builder(Instant.EPOCH).with(Customer.builder().maintenanceActive(true).build()).build();
        Agreement tables = new Agreement(files);
        assertThat(tables.inDrools(facts)).hasSize(1);
        assertThat(tables.engine.conclude(facts)).extracting(tables::rule).containsExactly("Of three", "Three");
        assertThat(new Agreement(files, withoutTables()).holdsFor(facts)).isEqualTo(2);
    }

    private static KieBaseConfiguration withoutTables() {
        KieBaseConfiguration how = KieServices.get().newKieBaseConfiguration();
        how.setOption(AlphaThresholdOption.get(Integer.MAX_VALUE));
        return how;
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

        private final List<RuleFile> files;
        private final RuleEngine engine;
        private final RuleEngine compiled;
        private final KieBase drools;
        /** Then what is concluded for two reasons is in Drools concluded twice, and so is what rests on it. */
        private final boolean declares;

        Agreement(List<RuleFile> files) {
            this(files, KieServices.get().newKieBaseConfiguration());
        }

        Agreement(List<RuleFile> files, KieBaseConfiguration how) {
            this.files = files;
            this.engine = new RuleEngine(understood(files));
            this.compiled = new RuleEngine(engine.rules());
            compiled.compile();
            assertThat(compiled.code()).isNotNull();
            this.drools = PlainDrools.compile(files, how);
            this.declares = files.stream().anyMatch(file -> file.fileName().equals("facts.drl"));
        }

        String rule(Conclusion conclusion) {
            return engine.rules().get(conclusion.number()).name();
        }

        /** How much both conclude. */
        int holdsFor(FactSet facts) {
            List<Conclusion> plainly = engine.conclude(facts);
            assertThat(compiled.conclude(facts)).as(facts.toString()).isEqualTo(plainly);
            assertThat(compiled.conclude(facts, List.of(), rule -> true)).as("by the plan, its tests compiled").isEqualTo(plainly);
            List<String> concluded = sorted(plainly.stream()
                    .map(conclusion -> said(rule(conclusion), conclusion.finding(), conclusion.because())));
            assertThat(concluded).as(() -> facts + "\n" + files).isEqualTo(inDrools(facts));
            return concluded.size();
        }

        private List<String> sorted(Stream<String> conclusions) {
            return (declares ? conclusions.distinct() : conclusions).sorted().toList();
        }

        private List<String> inDrools(FactSet facts) {
            KieSession session = drools.newKieSession();
            try {
                RuleEngine.given(facts).forEach(fact -> session.insert(fact instanceof OwnFact ? made(fact) : fact));
                session.fireAllRules();
                return sorted(justified(session));
            } finally {
                session.dispose();
            }
        }

        /** The same as an object of the class that Drools made of what was declared. */
        private Object made(Object declared) {
            FactType type = drools.getFactType(HOME, declared.getClass().getSimpleName());
            try {
                Object made = type.newInstance();
                Components.known(declared).forEach((name, value) -> type.set(made, name, made(value, type.getField(name).getType())));
                return made;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private Object made(Object value, Class<?> wanted) {
            return value instanceof List<?> many ? many.stream().map(this::made).toList() : !wanted.isEnum() ? value
                    : Stream.of(wanted.getEnumConstants()).filter(each -> each.toString().equals(value.toString())).findFirst().orElseThrow();
        }

        private String said(String rule, Object finding, List<?> because) {
            return rule + ": " + said(finding) + because.stream().map(this::said).toList();
        }

        /** What is said of an object, whoever made its class. */
        private String said(Object object) {
            if (object instanceof List<?> many) {
                return many.stream().map(this::said).toList().toString();
            } else if (object == null || object instanceof Enum<?> || !object.getClass().getPackageName().equals(HOME)) {
                return String.valueOf(object);
            }
            FactType type = drools.getFactType(HOME, object.getClass().getSimpleName());
            return object.getClass().getSimpleName() + type.getFields().stream().map(FactField::getName).sorted()
                    .map(name -> name + "=" + said(object instanceof Record ? Components.known(object).get(name) : type.get(object, name)))
                    .toList();
        }

        /** What holds in a session and why, from its truth maintenance. */
        private Stream<String> justified(KieSession session) {
            List<String> conclusions = new ArrayList<>();
            for (EqualityKey key : TruthMaintenanceSystemFactory.get().getOrCreateTruthMaintenanceSystem((ReteEvaluator) session).getEqualityKeys()) {
                var beliefs = ((TruthMaintenanceSystemEqualityKey) key).getBeliefSet();
                for (Object belief = beliefs == null ? null : beliefs.getFirst(); belief != null; belief = ((SimpleMode) belief).getNext()) {
                    LogicalDependency<?> dependency = ((SimpleMode) belief).getObject();
                    conclusions.add(said(dependency.getJustifier().getRule().getName(), dependency.getObject(),
                            dependency.getJustifier().getObjects().stream().filter(Agreement::isAReason).toList()));
                }
            }
            return conclusions.stream();
        }

        private static boolean isAReason(Object object) {
            return object instanceof Fact || object instanceof Finding || object.getClass().getPackageName().equals(HOME);
        }
    }
}
