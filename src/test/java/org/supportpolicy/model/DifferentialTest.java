package org.supportpolicy.model;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Contact;
import org.supportpolicy.fact.ContinuousWork;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Escalation;
import org.supportpolicy.fact.EscalationChannel;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FollowUp;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.ProposedSteps;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.fact.TicketState;
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
    private static final int CASES = Integer.getInteger("supportpolicy.cases", 20_000);

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
                        FactSet facts = FactSet.builder(Instant.EPOCH).with(
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

    /** Every level that may be set, over every level of the definitions, with every ground for lowering and every way to ask for more. */
    @Test
    void theLevelInForceAgreesForEveryCombination() {
        Instant now = Instant.parse("2026-03-10T11:00:00Z");
        Map<DayOfWeek, List<OpenSpan>> hours = Map.of(DayOfWeek.TUESDAY, List.of(OpenSpan.of("09:00", "17:00")));
        Instant night = now.minus(Duration.ofHours(10));
        List<Escalation> escalations = List.of(Escalation.builder().build(), new Escalation(night, null, EscalationChannel.IN_TICKET),
                new Escalation(night, null, EscalationChannel.PHONE), new Escalation(now, null, EscalationChannel.PHONE),
                new Escalation(now, null, EscalationChannel.OTHER));
        Boolean[] answers = {null, false, true};
        int combinations = 0;
        for (int which = 0; which < 5 * 5 * 5; which++) {
            Impact impact = Impact.builder().functionalityLoss(FunctionalityLoss.TOTAL)
                    .productionImpact(which % 5 == 4 ? null : ProductionImpact.values()[which % 5]).build();
            Ticket ticket = Ticket.builder().urgencySet(which / 5 % 5 == 0 ? null : which / 5 % 5).state(TicketState.ACTIVE).build();
            Escalation escalation = escalations.get(which / 25);
            for (int grounds = 0; grounds < 48; grounds++) {
                FactSet facts = FactSet.builder(now).with(impact, ticket, escalation,
                        Desk.builder().hours(grounds < 24 ? hours : null).build(), Contact.builder().available(answers[grounds % 3]).build(),
                        ProposedSteps.builder().proposedAt(now).implemented(false).reasonableTimeGiven(true)
                                .reasonableEffortsMade(grounds / 3 % 2 == 0).build(),
                        ContinuousWork.builder().agreed(true).contactsRequestedAt(now).contactsDesignated(grounds / 6 % 2).build(),
                        FollowUp.builder().rootCauseEstablishedAt(grounds / 12 % 2 == 0 ? null : now).build()).build();
                assertThat(differences(facts)).as(facts.toString()).isEmpty();
                combinations++;
            }
        }
        assertThat(combinations).isEqualTo(5 * 5 * 5 * 48);
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
