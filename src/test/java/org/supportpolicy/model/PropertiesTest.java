package org.supportpolicy.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.EarlierEdition;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.finding.ReopeningUndecided;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.finding.VersionStatus;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.json.DecisionWriter;
import static org.assertj.core.api.Assertions.assertThat;


/** What holds of every decision. The fact sets are those of the differential test; the seed is settable in the same way. */
@Isolated("sets the locale and the zone of the machine")
class PropertiesTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final DecisionWriter WRITER = new DecisionWriter();
    private static final long SEED = Long.getLong("supportpolicy.seed", 20250312L);
    private static final int CASES = 5_000;

    @Test
    void aWorseImpactNeverGivesALessUrgentLevel() {
        forEachFactSet(facts -> facts.get(Impact.class).ifPresent(impact -> {
            for (Impact worse : worse(impact)) {
                List<Fact> all = new ArrayList<>(facts.facts());
                all.set(all.indexOf(impact), worse);
                Integer before = POLICY.decide(facts).urgency().orElse(null);
                Integer after = POLICY.decide(FactSet.builder(facts.asOf()).with(all.toArray(Fact[]::new)).build()).urgency().orElse(null);
                if (before != null && after != null) {
                    assertThat(after).as("%s after %s", worse, impact).isLessThanOrEqualTo(before);
                }
            }
        }));
    }

    @Test
    void aFurtherFactNeverMakesADeterminedAnswerUndetermined() {
        forEachFactSet(facts -> {
            Decision full = POLICY.decide(facts);
            for (FactSet poorer : Components.smaller(facts)) {
                if (!poorer.get(EarlierEdition.class).equals(facts.get(EarlierEdition.class)) || !poorer.now().equals(facts.now())) {
                    continue; // no promise of an earlier edition and no zone are answers themselves, not unknowns
                }
                Decision poor = POLICY.decide(poorer);
                assertThat(poor.entitlement().isPresent() && full.entitlement().isEmpty()).as("entitlement of %s", poorer).isFalse();
                assertThat(poor.version().filter(version -> version.status() != VersionStatus.UNKNOWN).isPresent() && full.version().isEmpty()).as("version of %s", poorer).isFalse();
                boolean unexplained = !full.findings(ReopeningUndecided.class).isEmpty(); // nobody asks whether a reopening was asked for
                assertThat(poor.lifecycle().isPresent() && full.lifecycle().isEmpty() && !unexplained).as("state of %s", poorer).isFalse();
                boolean decided = poor.support().orElseThrow() != SupportAnswer.UNDETERMINED;
                boolean undecided = full.support().orElseThrow() == SupportAnswer.UNDETERMINED;
                boolean unlisted = full.version().map(Decision.VersionSupport::status).filter(VersionStatus.UNKNOWN::equals).isPresent();
                assertThat(decided && undecided && !unlisted).as("%s of %s against %s of %s", full.support(), facts, poor.support(), poorer).isFalse();
            }
        }, 300);
    }

    @Test
    void theOrderOfFactsChangesNothing() {
        forEachFactSet(facts -> {
            List<Fact> shuffled = new ArrayList<>(facts.facts());
            Collections.shuffle(shuffled, new Random(facts.hashCode()));
            Iterator<Cause> causes = facts.causes().iterator(); // named by their places, so among themselves they stay in order
            shuffled.replaceAll(fact -> fact instanceof Cause ? causes.next() : fact);
            FactSet other = FactSet.builder(facts.asOf()).with(shuffled.toArray(Fact[]::new)).build();
            assertThat(withoutNotes(POLICY.decide(other))).isEqualTo(withoutNotes(POLICY.decide(facts)));
        });
    }

    /** Notes name causes by their places. */
    private static String withoutNotes(Decision decision) {
        String json = WRITER.write(decision);
        return json.substring(0, json.indexOf(",\"notes\":"));
    }

    @Test
    void theLocaleAndTheZoneOfTheMachineChangeNothing() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            List<String> here = texts();
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(texts()).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** Decides twice, too: the same fact sets give the same texts. */
    private static List<String> texts() {
        return IntStream.range(0, 1_000).mapToObj(i -> {
            Decision decision = POLICY.decide(new RandomFactSets(SEED + i).next());
            return WRITER.write(decision) + decision.explain(Locale.ENGLISH) + decision.explain(Locale.forLanguageTag("nl"));
        }).toList();
    }

    private static List<Impact> worse(Impact impact) {
        List<Impact> worse = new ArrayList<>();
        worse.add(new Impact(true, impact.agentsOffline(), impact.serverStopped(), impact.integrityAtRisk(), impact.functionalityLoss(), impact.productionImpact()));
        worse.add(new Impact(impact.systemDown(), impact.agentsOffline(), impact.serverStopped(), true, impact.functionalityLoss(), impact.productionImpact()));
        for (FunctionalityLoss loss : FunctionalityLoss.values()) {
            if (impact.functionalityLoss() != null && loss.compareTo(impact.functionalityLoss()) > 0) {
                worse.add(new Impact(impact.systemDown(), impact.agentsOffline(), impact.serverStopped(), impact.integrityAtRisk(), loss, impact.productionImpact()));
            }
        }
        for (ProductionImpact production : ProductionImpact.values()) {
            if (impact.productionImpact() != null && production.compareTo(impact.productionImpact()) > 0) {
                worse.add(new Impact(impact.systemDown(), impact.agentsOffline(), impact.serverStopped(), impact.integrityAtRisk(), impact.functionalityLoss(), production));
            }
        }
        return worse;
    }

    private static void forEachFactSet(Consumer<FactSet> check) {
        forEachFactSet(check, CASES);
    }

    private static void forEachFactSet(Consumer<FactSet> check, int cases) {
        IntStream.range(0, cases).parallel().mapToObj(i -> new RandomFactSets(SEED + i).next()).forEach(check);
    }
}
