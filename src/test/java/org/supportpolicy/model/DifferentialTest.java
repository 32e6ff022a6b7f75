package org.supportpolicy.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.verify.ScenarioSuite;
import static org.assertj.core.api.Assertions.assertThat;


/**
 * The rules against the reference model. The seed is printed; {@code -Dsupportpolicy.seed} sets it, {@code
 * -Dsupportpolicy.cases} how many fact sets are decided; the gate decides 200,000.
 */
class DifferentialTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final long SEED = Long.getLong("supportpolicy.seed", 20250312L);
    private static final int CASES = Integer.getInteger("supportpolicy.cases", 50_000);

    @Test
    void rulesAndReferenceModelDecideAlike() {
        System.out.println("Differential test: seed " + SEED + ", " + CASES + " fact sets");
        IntStream.range(0, CASES).parallel().mapToObj(i -> new RandomFactSets(SEED + i).next())
                .filter(facts -> !differences(facts).isEmpty()).findAny().ifPresent(this::fail);
    }

    @Test
    void urgencyAgreesForEveryCombination() {
        int combinations = 0;
        Boolean[] symptoms = {null, false, true};
        for (int which = 0; which < 81; which++) {
            for (int loss = -1; loss < 5; loss++) {
                for (int production = -1; production < 4; production++) {
                    for (int kind = -1; kind < TicketKind.values().length; kind++) {
                        FactSet facts = FactSet.builder(java.time.Instant.EPOCH).with(
                                Ticket.builder().kind(kind < 0 ? null : TicketKind.values()[kind]).build(),
                                Impact.builder().systemDown(symptoms[which % 3]).agentsOffline(symptoms[which / 3 % 3])
                                        .serverStopped(symptoms[which / 9 % 3]).integrityAtRisk(symptoms[which / 27])
                                        .functionalityLoss(loss < 0 ? null : FunctionalityLoss.values()[loss])
                                        .productionImpact(production < 0 ? null : ProductionImpact.values()[production]).build()).build();
                        assertThat(differences(facts)).as(facts.toString()).isEmpty();
                        combinations++;
                    }
                }
            }
        }
        assertThat(combinations).isEqualTo(81 * 6 * 5 * 15);
    }

    @Test
    void theScenariosAreDecidedAlikeToo() {
        assertThat(ScenarioSuite.of(POLICY, Path.of("src/test/resources/scenarios")).scenarios()).hasSizeGreaterThan(500)
                .allSatisfy(scenario -> assertThat(differences(scenario.facts())).as(scenario.toString()).isEmpty());
    }

    private void fail(FactSet facts) {
        FactSet smallest = Components.smallest(facts, smaller -> !differences(smaller).isEmpty());
        throw new AssertionError("The rules and the reference model differ (rules against model):\n" + String.join("\n", differences(smallest))
                + "\n\n" + smallest + "\n\n" + POLICY.decide(smallest).explain(Locale.ENGLISH));
    }

    private static List<String> differences(FactSet facts) {
        return Answers.of(POLICY.decide(facts)).differences(ReferenceModel.decide(facts));
    }
}
