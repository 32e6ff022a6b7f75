package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.finding.ClosureGround;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;
import org.supportpolicy.json.Schemas;

/** Values that a policy adds to those of the library stand wherever these do: in facts, questions, changes, documents and schemas. */
class AddedValuesTest {

    private static final Instant NOW = Instant.parse("2026-03-10T15:30:00Z");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String WORDS = ";\n    en : String\n    nl : String\nend\n\n";
    private static final String FACTS = """
            package org.supportpolicy.rules.facts;

            import java.time.Duration;
            import org.supportpolicy.fact.Ground;
            import org.supportpolicy.finding.Exclusion;

            declare enum MoreGround @adds( "Ground" ) MOVED_AWAY( "the customer moved away", "de klant is verhuisd" ),
                GONE( "the customer is gone", "de klant is weg" )%1$s
            declare enum MoreExclusion @adds( "Exclusion" ) HOME_MADE( "home-made module", "zelfgemaakte module" )%1$s
            declare enum Queue SHORT( "short", "kort" ), LONG( "long", "lang" )%1$s
            declare Move
                @en( "Move" ) @nl( "Verhuizing" )
                why : Ground
                    @en( "for {0}" ) @nl( "om {0}" ) @askEn( "For which ground?" ) @askNl( "Om welke grond?" )
                excluded : Exclusion
                    @en( "excluded by {0}" ) @nl( "uitgesloten door {0}" ) @askEn( "By what?" ) @askNl( "Waardoor?" )
                took : Duration
                    @en( "in {0}" ) @nl( "in {0}" ) @askEn( "In which time?" ) @askNl( "In welke tijd?" )
                mover : String
                    @en( "mover" ) @nl( "verhuizer" ) @askEn( "Who moves?" ) @askNl( "Wie verhuist?" )
                queue : Queue
                    @en( "with a {0} queue" ) @nl( "met een rij die {0} is" ) @askEn( "How long is the queue?" ) @askNl( "Hoe lang is de rij?" )
            end

            declare Busy
                @finding
                @en( "busy" ) @nl( "druk" )
                queue : Queue
            end
            """.formatted(WORDS);
    private static final String RULES = """
            package org.supportpolicy.rules.closure;

            import org.supportpolicy.finding.ClosureGround;
            import org.supportpolicy.finding.OutOfScope;
            import org.supportpolicy.rules.facts.Busy;
            import org.supportpolicy.rules.facts.Move;
            import static org.supportpolicy.rules.Conclude.conclude;

            rule "A move for a ground is a ground"
                @clause("closure.no-longer-needed")
                @nl("Een verhuizing om een grond is een grond")
            when
                Move( why != null, $why : why )
            then
                conclude( kcontext, new ClosureGround( $why ) );
            end

            rule "A queue of a move is busy"
                @clause("closure.no-longer-needed")
                @nl("Een rij van een verhuizing is druk")
            when
                Move( queue != null, $queue : queue )
            then
                conclude( kcontext, new Busy( $queue ) );
            end

            rule "What others move is out of scope"
                @clause("closure.out-of-scope")
                @nl("Wat anderen verhuizen, valt erbuiten")
            when
                Move( mover == "others" )
            then
                conclude( kcontext, new OutOfScope() );
            end
            """;

    private static SupportPolicy policy;

    @BeforeAll
    static void load(@TempDir Path directory) throws IOException {
        policy = policy(directory, FACTS, "1.0");
    }

    private static SupportPolicy policy(Path directory, String facts, String edition) throws IOException {
        WorkingCopy.init(directory);
        for (String text : List.of("policy.en.md", "policy.nl.md")) {
            Path file = directory.resolve(text);
            Files.writeString(file, Files.readString(file).replace("Edition: 1.0", "Edition: " + edition).replace("Editie: 1.0",
                    "Editie: " + edition.replace("in force from", "geldt vanaf")));
        }
        Files.writeString(directory.resolve("facts.drl"), facts);
        Files.writeString(directory.resolve("moves.drl"), RULES);
        return SupportPolicy.load(directory);
    }

    private static OwnFact move(Map<String, Object> components) {
        OwnFacts.Builder move = policy.ownFacts().fact("move");
        components.forEach(move::with);
        return move.build();
    }

    private static FactSet facts(OwnFact... facts) {
        return FactSet.builder(NOW).with(Impact.builder().productionImpact(ProductionImpact.CRITICAL).build()).with(facts).build();
    }

    @Test
    void aHostGivesThemByNameOrAsTheyAreAndNoOthers() {
        OwnFact named = move(Map.of("why", "MOVED_AWAY"));
        assertThat(named).isEqualTo(move(Map.of("why", Ground.of("MOVED_AWAY"))));
        assertThat(policy.decide(facts(named)).findings(ClosureGround.class)).extracting(closure -> closure.ground().words(Locale.ENGLISH).orElseThrow())
                .containsExactly("the customer moved away");
        for (Object other : List.of("MOVED", Ground.of("MOVED"), Exclusion.of("MOVED"), 3)) {
            assertThatIllegalArgumentException().isThrownBy(() -> move(Map.of("why", other))).withMessageContaining("SOLVED, STEPS_NOT_IMPLEMENTED, MOVED_AWAY, GONE]");
        }
    }

    @Test
    void questionsOfferThem() {
        List<Question> questions = policy.decide(facts(move(Map.of()))).questions(Locale.forLanguageTag("nl"));
        assertThat(questions).filteredOn(question -> question.path().equals("move.why")).singleElement()
                .satisfies(question -> assertThat(question.answers().choices()).hasSize(11).endsWith(new Question.Choice("MOVED_AWAY", "de klant is verhuisd"),
                        new Question.Choice("GONE", "de klant is weg")));
    }

    @Test
    void whatIfTriesThemAlthoughNoRuleNamesThem() {
        assertThat(policy.whatIf(facts(move(Map.of()))).explain(Locale.ENGLISH)).contains("Move: for the customer is gone");
    }

    @Test
    void anotherTextIsToldFromTheOneThatIsGiven() {
        String text = policy.whatIf(facts(move(Map.of("mover", "others")))).explain(Locale.ENGLISH);
        assertThat(text).contains("Move: mover other than now").doesNotContain("mover given (now: mover given)");
    }

    @Test
    void documentsComeBackAndSchemasHoldThem() {
        FactSet facts = facts(move(Map.of("why", "GONE", "excluded", "HOME_MADE", "took", Duration.ZERO, "queue", "LONG")));
        String json = new FactSetWriter().write(facts);
        assertThat(json).contains("\"excluded\":\"home_made\"", "\"took\":\"PT0S\"");
        assertThat(new FactSetReader().knowing(policy).read("t", json)).isEqualTo(facts);
        var schema = REGISTRY.getSchema(Schemas.factSet(Locale.ENGLISH, policy.ownFacts()));
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        for (String amount : List.of("PT", "-PT1S", "PT-1S", "P")) {
            assertThat(schema.validate(json.replace("PT0S", amount), InputFormat.JSON)).as(amount).isNotEmpty();
        }
        String decision = new DecisionWriter().withStructuredReasons().write(policy.decide(facts));
        assertThat(decision).contains("{\"kind\":\"Busy\",\"queue\":\"LONG\"}");
        assertThat(REGISTRY.getSchema(Schemas.decision(Locale.ENGLISH, policy.ownFacts())).validate(decision, InputFormat.JSON)).isEmpty();
    }

    @Test
    void anEarlierEditionPromisesOnWhatItUnderstands(@TempDir Path directory) throws IOException {
        String other = FACTS.replace("GONE( \"the customer is gone\", \"de klant is weg\" )", "LOST( \"the customer is lost\", \"de klant is kwijt\" )")
                .replace("took : Duration", "took : Integer");
        SupportPolicy later = policy(directory, other, "2.0, in force from 2026-03-10");
        PolicyTimeline timeline = PolicyTimeline.of(policy, later);
        OwnFact move = later.ownFacts().fact("move").with("why", "LOST").with("took", 3).with("queue", "LONG").build();
        assertThat(timeline.decide(facts(move)).findings(ClosureGround.class)).extracting(ClosureGround::ground).containsExactly(Ground.of("LOST"));
        assertThat(timeline.ownFacts().further(Ground.class)).extracting(Ground::name).containsExactlyInAnyOrder("MOVED_AWAY", "GONE", "LOST");
        FactSet before = facts(move).at(Instant.parse("2026-03-09T12:00:00Z"));
        assertThatThrownBy(() -> timeline.decide(before)).isInstanceOf(PolicyException.class).hasMessageContaining("Move.");
        Decision earlier = PolicyTimeline.of(policy.ignoringUndeclared(), later).decide(before);
        assertThat(earlier.ignored()).containsExactlyInAnyOrder("move.why", "move.took");
        assertThat(earlier.findings(ClosureGround.class)).isEmpty();
    }
}
