package org.supportpolicy.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.supportpolicy.fact.By;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.Contact;
import org.supportpolicy.fact.Conversation;
import org.supportpolicy.fact.Customer;
import org.supportpolicy.fact.CustomerBuilder;
import org.supportpolicy.fact.CustomerKind;
import org.supportpolicy.fact.Deployment;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Determination;
import org.supportpolicy.fact.Diagnosis;
import org.supportpolicy.fact.Duties;
import org.supportpolicy.fact.Escalation;
import org.supportpolicy.fact.EscalationChannel;
import org.supportpolicy.fact.EscalationForm;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FollowUp;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.Mishap;
import org.supportpolicy.fact.MishapKind;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.Origin;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.ProposedSteps;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Response;
import org.supportpolicy.fact.SampleMachine;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketBuilder;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.fact.TicketState;

/**
 * The tickets that speed is measured with: four kinds that a desk sees, each with times, levels and answers that vary from ticket
 * to ticket. The standard mix takes them in turn.
 */
public enum TicketMix {

    /** What is known at a glance: ticket, impact and customer. */
    SMALL {
        @Override
        FactSet next(Random random) {
            return facts(random, ticket(random).build(), impact(random), customer().build());
        }
    },

    /** Everything a desk may record of an open ticket, its desk included. */
    FULL {
        @Override
        FactSet next(Random random) {
            return facts(random, ticket(random).distinctProblems(1).urgencySet(1 + random.nextInt(4))
                            .holds(List.of(new Hold(before(random, 3), before(random, 0)))).build(),
                    impact(random), customer().build(), contact(true), intake(), product(random), desk(),
                    Diagnosis.builder().origin(pick(random, Origin.values())).determinations(Set.of(Determination.INVESTIGATED))
                            .configurationRelated(false).continuationRequested(false).build(),
                    Duties.builder().instructionsFollowed(true).knowledgeBaseConsulted(random.nextBoolean()).provisionRequested(false)
                            .platformMeetsRequirements(true).thirdPartyConflictIdentified(false).build(),
                    ProposedSteps.builder().proposedAt(before(random, 4)).implemented(random.nextBoolean()).reasonableTimeGiven(true).build(),
                    Conversation.builder().unansweredAttempts(random.nextInt(3)).firstUnansweredAttemptAt(before(random, 9)).build(),
                    Response.builder().firstRespondedAt(before(random, 2)).byTechnician(true).loggedOnTicket(true).build(),
                    FollowUp.builder().rootCauseEstablishedAt(before(random, 1)).build(),
                    Escalation.builder().requestedAt(before(random, 1)).form(EscalationForm.PRIORITY_TICKET).channel(EscalationChannel.IN_TICKET).build(),
                    cause(random, random.nextBoolean()));
        }
    },

    /** A ticket that is turned down: no maintenance, the wrong channel, out of scope, or a contact who may not ask. */
    REFUSED {
        @Override
        FactSet next(Random random) {
            int why = random.nextInt(4);
            return facts(random, ticket(random).channel(why == 0 ? Channel.EMAIL : Channel.ONLINE_HELPDESK)
                            .kind(why == 1 ? TicketKind.TRAINING : TicketKind.PROBLEM).build(),
                    impact(random), customer().maintenanceActive(why != 2).build(), contact(why != 3), intake(), product(random), desk(),
                    cause(random, true));
        }
    },

    /** Every fact is there and hardly anything in it is known. */
    UNKNOWN {
        @Override
        FactSet next(Random random) {
            return facts(random, Ticket.builder().state(random.nextBoolean() ? TicketState.RESOLVED : null).build(),
                    Impact.builder().functionalityLoss(random.nextBoolean() ? null : FunctionalityLoss.MODERATE).build(),
                    Customer.builder().kind(random.nextBoolean() ? CustomerKind.CUSTOMER : null).build(), Contact.builder().build(),
                    Intake.builder().subject("Procedures stop").build(), Product.builder().name("Remote Manager").build(),
                    Desk.builder().build(), Diagnosis.builder().build(), Duties.builder().build(), ProposedSteps.builder().build(),
                    Conversation.builder().unansweredAttempts(random.nextInt(3)).build(), Resolution.builder().build(), Response.builder().build(),
                    FollowUp.builder().build(), Escalation.builder().build());
        }
    };

    private static final Instant NOW = Instant.parse("2026-03-10T15:30:00Z");
    private static final Map<DayOfWeek, List<OpenSpan>> OFFICE_HOURS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
            .collect(Collectors.toMap(Function.identity(), day -> List.of(OpenSpan.of("09:00", "17:00"))));

    abstract FactSet next(Random random);

    /** Different tickets of this kind, the same at every call. */
    public List<FactSet> tickets(int count) {
        return IntStream.range(0, count).mapToObj(i -> next(new Random(31L * i + ordinal()))).toList();
    }

    /** The standard mix: tickets of every kind in turn, the same at every call. */
    public static Stream<FactSet> standard(long count) {
        TicketMix[] kinds = values();
        return Stream.iterate(0L, i -> i < count, i -> i + 1).map(i -> kinds[(int) (i % kinds.length)].next(new Random(31 * i)));
    }

    private static FactSet facts(Random random, Fact... facts) {
        return FactSet.builder(NOW.plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60)))).with(facts).build();
    }

    private static TicketBuilder ticket(Random random) {
        return Ticket.builder().number("T-" + random.nextInt(1_000_000)).channel(Channel.ONLINE_HELPDESK)
                .kind(random.nextInt(3) > 0 ? TicketKind.PROBLEM : pick(random, TicketKind.values())).createdAt(before(random, 5)).state(TicketState.ACTIVE);
    }

    private static Impact impact(Random random) {
        return Impact.builder().systemDown(random.nextInt(4) == 0).agentsOffline(false).serverStopped(false).integrityAtRisk(false)
                .functionalityLoss(pick(random, FunctionalityLoss.values())).productionImpact(pick(random, ProductionImpact.values())).build();
    }

    private static CustomerBuilder customer() {
        return Customer.builder().kind(CustomerKind.CUSTOMER).licenceActive(true).maintenanceActive(true).deployment(Deployment.ON_PREMISE);
    }

    private static Contact contact(boolean authorised) {
        return Contact.builder().authorised(authorised).certified(true).available(true).build();
    }

    private static Intake intake() {
        return Intake.builder().subject("Procedures stop").description("All scheduled procedures stop at their second step")
                .expectedResults("They finish").businessImpact("2").serverUrl("https://manager.example.net").module("Procedures")
                .stepsToReproduce("Run any procedure").sampleMachines(List.of(new SampleMachine("root.hq", "srv-01")))
                .productVersion("9.5").extraInformationRequested(false).build();
    }

    private static Product product(Random random) {
        return Product.builder().name("Remote Manager").installedVersion(random.nextBoolean() ? "9.5" : "9.4")
                .versions(List.of(new ProductVersion("9.4", LocalDate.parse("2024-01-15")), new ProductVersion("9.5", LocalDate.parse("2025-06-01")))).build();
    }

    private static Desk desk() {
        return Desk.builder().zone(ZoneId.of("Europe/Amsterdam")).hours(OFFICE_HOURS).holidays(Set.of(LocalDate.parse("2026-04-06")))
                .firstResponseTargets(Map.of(1, Duration.ofHours(1), 2, Duration.ofHours(4), 3, Duration.ofHours(8), 4, Duration.ofHours(16)))
                .promptPatching(Period.ofDays(30)).build();
    }

    private static Cause cause(Random random, boolean caused) {
        return Mishap.builder().what(pick(random, MishapKind.values())).by(By.CUSTOMER).causedProblem(caused).build();
    }

    private static Instant before(Random random, int days) {
        return NOW.minus(Duration.ofMinutes(random.nextInt(24 * 60) + days * 24L * 60));
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
