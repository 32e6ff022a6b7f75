package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;

/** A watched policy may declare facts: those that were made before an edit go on to work where they can, and what nobody uses goes. */
class WatchedDeclarationsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final int MOST_COLLECTIONS = 50;
    private static final String FACTS = """
            package org.supportpolicy.rules.facts;

            declare enum TierLevel
                SILVER( "silver", "zilver" ), GOLD( "gold", "goud" );
                en : String
                nl : String
            end

            declare Tier
                @en( "Tier" ) @nl( "Niveau" )
                level : TierLevel
                    @en( "level {0}" ) @nl( "niveau {0}" ) @askEn( "Which?" ) @askNl( "Welk?" )
            end
            """;

    @TempDir
    Path directory;

    private void write(int edition, TicketState state, String facts) throws IOException {
        SmallPolicy policy = new SmallPolicy(edition, state);
        policy.writeTo(directory);
        Files.writeString(directory.resolve("facts.drl"), facts);
        Files.writeString(directory.resolve("closure.drl"), policy.rules()
                .replace("import org.supportpolicy.finding.Lifecycle;", """
                        import org.supportpolicy.finding.Lifecycle;
                        import org.supportpolicy.rules.facts.Tier;
                        import org.supportpolicy.rules.facts.TierLevel;""")
                .replace("when\n", "when\n    Tier( level == TierLevel.GOLD )\n"));
    }

    private WatchedPolicy watched() {
        return WatchedPolicy.of(directory, LONG, InstantSource.system(), new WatchedPolicy.Listener() {
            @Override
            public void reloaded(SupportPolicy policy) {}

            @Override
            public void refused(List<Problem> problems) {}
        });
    }

    private static FactSet ticket(OwnFact tier) {
        return FactSet.builder(Instant.EPOCH).with(Ticket.builder().state(TicketState.ACTIVE).build(), tier).build();
    }

    @Test
    void whatIsDeclaredAsBeforeKeepsItsClasses() throws IOException {
        write(1, TicketState.ACTIVE, FACTS);
        try (WatchedPolicy watched = watched()) {
            FactSet facts = ticket(watched.ownFacts().fact("tier").with("level", "GOLD").build());
            assertThat(SmallPolicy.said(watched.decide(facts))).isEqualTo(TicketState.ACTIVE);
            write(2, TicketState.CLOSED, FACTS);
            assertThat(watched.reload()).isEmpty();
            assertThat(SmallPolicy.said(watched.decide(facts))).isEqualTo(TicketState.CLOSED);
            assertThat(watched.ownFacts().fact("tier").with("level", "GOLD").build()).isEqualTo(facts.facts().get(1))
                    .hasSameClassAs(facts.facts().get(1));
        }
    }

    @Test
    void whatIsDeclaredOtherwiseTakesFactsByNameOrRefusesThem() throws IOException {
        write(1, TicketState.ACTIVE, FACTS);
        try (WatchedPolicy watched = watched()) {
            FactSet gold = ticket(watched.ownFacts().fact("tier").with("level", "GOLD").build());
            FactSet silver = ticket(watched.ownFacts().fact("tier").with("level", "SILVER").build());
            write(2, TicketState.CLOSED, FACTS.replace("SILVER( \"silver\", \"zilver\" )", "BRONZE( \"bronze\", \"brons\" )"));
            assertThat(watched.reload()).isEmpty();
            assertThat(watched.ownFacts().kinds().get("tier")).isNotEqualTo(gold.facts().get(1).getClass());
            assertThat(SmallPolicy.said(watched.decide(gold))).isEqualTo(TicketState.CLOSED);
            assertThatExceptionOfType(PolicyException.class).isThrownBy(() -> watched.decide(silver))
                    .satisfies(refused -> assertThat(refused.problems()).extracting(Problem::code).containsExactly("SP-I011"));
        }
    }

    /** The classes of a policy go with it, its facts and its decisions. */
    @Test
    void theClassesOfPoliciesThatNobodyUsesGo() throws IOException {
        write(1, TicketState.ACTIVE, FACTS);
        try (WatchedPolicy watched = watched()) {
            WeakReference<ClassLoader> first = new WeakReference<>(tried(watched));
            write(2, TicketState.CLOSED, FACTS.replace("GOLD( \"gold\"", "BRONZE( \"bronze\", \"brons\" ), GOLD( \"golden\""));
            assertThat(watched.reload()).isEmpty();
            WeakReference<ClassLoader> second = new WeakReference<>(tried(watched));
            for (int i = 0; i < MOST_COLLECTIONS && first.get() != null; i++) {
                System.gc();
            }
            assertThat(first.get()).isNull();
            assertThat(second.get()).isNotNull();
        }
    }

    /** Everything that may keep something of a class is asked for. */
    private static ClassLoader tried(WatchedPolicy watched) {
        FactSet facts = ticket(watched.ownFacts().fact("tier").with("level", "GOLD").build());
        watched.decide(facts).explain(Locale.ENGLISH);
        watched.decide(facts).needs();
        watched.outlook(facts, facts.asOf().plus(LONG));
        watched.policy().whatIf(facts).explain(Locale.ENGLISH);
        watched.policy().whyNot(FactSet.builder(facts.asOf()).build(), "closure.permanent").explain(Locale.ENGLISH);
        return facts.facts().get(1).getClass().getClassLoader();
    }
}
