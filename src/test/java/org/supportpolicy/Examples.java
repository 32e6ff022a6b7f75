package org.supportpolicy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.Contact;
import org.supportpolicy.fact.Customer;
import org.supportpolicy.fact.CustomerKind;
import org.supportpolicy.fact.Deployment;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.SampleMachine;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.fact.TicketState;

/** Fact sets that several tests use. */
public final class Examples {

    /** The moment of the examples: a Tuesday afternoon in Amsterdam. */
    public static final Instant TUESDAY_AFTERNOON = Instant.parse("2026-03-10T15:30:00Z");

    private Examples() {}

    /** A complete ticket of an entitled customer: a significant loss with major consequences, on a superseded version. */
    public static FactSet completeTicket() {
        return FactSet.builder(TUESDAY_AFTERNOON).with(
                officeHours(),
                Customer.builder().kind(CustomerKind.CUSTOMER).maintenanceActive(true).deployment(Deployment.ON_PREMISE).build(),
                Contact.builder().authorised(true).certifiedUntil(LocalDate.parse("2026-06-30")).build(),
                Ticket.builder().number("T-1042").channel(Channel.ONLINE_HELPDESK).kind(TicketKind.PROBLEM)
                        .createdAt(Instant.parse("2026-03-10T14:00:00Z")).state(TicketState.ACTIVE).build(),
                completeIntake(),
                Impact.builder().functionalityLoss(FunctionalityLoss.SIGNIFICANT).productionImpact(ProductionImpact.MAJOR).build(),
                Product.builder().name("Remote Manager").installedVersion("9.4").versions(List.of(
                        new ProductVersion("9.4", LocalDate.parse("2024-01-15")),
                        new ProductVersion("9.5", LocalDate.parse("2025-06-01")))).build()).build();
    }

    /** A desk that is open from nine to five on weekdays, with a target of four hours for urgency 2. */
    public static Desk officeHours() {
        List<OpenSpan> day = List.of(OpenSpan.of("09:00", "17:00"));
        return Desk.builder().hours(Map.of(DayOfWeek.MONDAY, day, DayOfWeek.TUESDAY, day, DayOfWeek.WEDNESDAY, day,
                DayOfWeek.THURSDAY, day, DayOfWeek.FRIDAY, day)).firstResponseTargets(Map.of(2, Duration.ofHours(4))).build();
    }

    /** An intake form that lacks nothing. */
    public static Intake completeIntake() {
        return Intake.builder().subject("Procedures stop").description("All scheduled procedures stop at step 2")
                .expectedResults("They finish").businessImpact("2").serverUrl("https://manager.example.net").module("Procedures")
                .stepsToReproduce("Run any procedure").sampleMachines(List.of(new SampleMachine("root.hq", "srv-01")))
                .productVersion("9.4").build();
    }

    /** A ticket that was marked resolved a week ago, so that its window closes when the day of the examples ends. */
    public static FactSet resolvedAWeekAgo() {
        return FactSet.builder(TUESDAY_AFTERNOON).with(
                Ticket.builder().number("T-7").state(TicketState.RESOLVED).build(),
                Resolution.builder().markedResolvedAt(Instant.parse("2026-03-03T09:00:00Z")).build()).build();
    }

    /** A request of nobody about whom anything is known. */
    public static FactSet nothingKnown() {
        return FactSet.builder(TUESDAY_AFTERNOON).build();
    }
}
