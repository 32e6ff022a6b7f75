package org.supportpolicy.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Contact;
import org.supportpolicy.fact.ContactNotice;
import org.supportpolicy.fact.ContinuousWork;
import org.supportpolicy.fact.Conversation;
import org.supportpolicy.fact.Customer;
import org.supportpolicy.fact.Deployment;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Determination;
import org.supportpolicy.fact.Diagnosis;
import org.supportpolicy.fact.Duties;
import org.supportpolicy.fact.EarlierEdition;
import org.supportpolicy.fact.Escalation;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FollowUp;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProposedSteps;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Response;
import org.supportpolicy.fact.ServerAccess;
import org.supportpolicy.fact.SystemChange;
import org.supportpolicy.fact.Ticket;

/** What a fact set gives the reference model: each fact, an empty one where nothing is known, and what several sections ask of them. */
final class Given {

    final Instant now;
    final ZoneId zone;
    final LocalDate today;
    final Desk desk;
    final Customer customer;
    final Contact contact;
    final ContactNotice notice;
    final Ticket ticket;
    final Intake intake;
    final boolean intakeGiven;
    final Impact impact;
    final boolean impactGiven;
    final Product product;
    final Diagnosis diagnosis;
    final List<Cause> causes;
    final Duties duties;
    final ProposedSteps steps;
    final Conversation conversation;
    final Resolution resolution;
    final Response response;
    final FollowUp followUp;
    final ContinuousWork work;
    final Escalation escalation;
    final ServerAccess access;
    final SystemChange change;
    final EarlierEdition earlier;

    /** The hours of the desk, or null when they are unknown. */
    final DeskClock hours;

    Given(FactSet facts, Function<Desk, DeskClock> clock) {
        now = facts.asOf();
        desk = or(facts, Desk.builder().build());
        zone = desk.zone() == null ? ZoneId.of("Europe/Amsterdam") : desk.zone();
        today = dateOf(now);
        customer = or(facts, Customer.builder().build());
        contact = or(facts, Contact.builder().build());
        notice = or(facts, ContactNotice.builder().build());
        ticket = or(facts, Ticket.builder().build());
        intake = or(facts, Intake.builder().build());
        intakeGiven = facts.get(Intake.class).isPresent();
        impact = or(facts, Impact.builder().build());
        impactGiven = facts.get(Impact.class).isPresent();
        product = or(facts, Product.builder().build());
        diagnosis = or(facts, Diagnosis.builder().build());
        causes = facts.causes();
        duties = or(facts, Duties.builder().build());
        steps = or(facts, ProposedSteps.builder().build());
        conversation = or(facts, Conversation.builder().build());
        resolution = or(facts, Resolution.builder().build());
        response = or(facts, Response.builder().build());
        followUp = or(facts, FollowUp.builder().build());
        work = or(facts, ContinuousWork.builder().build());
        escalation = or(facts, Escalation.builder().build());
        access = or(facts, ServerAccess.builder().build());
        change = or(facts, SystemChange.builder().build());
        earlier = or(facts, EarlierEdition.builder().build());
        hours = desk.hours() == null ? null : clock.apply(desk);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Fact> T or(FactSet facts, T empty) {
        return facts.get((Class<T>) empty.getClass()).orElse(empty);
    }

    static boolean yes(Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    static boolean no(Boolean value) {
        return Boolean.FALSE.equals(value);
    }

    LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** An event that lies ahead has not happened. */
    Instant happened(Instant event) {
        return event == null || event.isAfter(now) ? null : event;
    }

    LocalDate happened(LocalDate event) {
        return event == null || event.isAfter(today) ? null : event;
    }

    /** The end of the last of some days, the day of the event not counted. */
    Instant endOfDaysAfter(Instant event, int days) {
        return dateOf(event).plusDays(days + 1).atStartOfDay(zone).toInstant();
    }

    boolean onPremise() {
        return customer.deployment() == Deployment.ON_PREMISE;
    }

    boolean determined(Determination... all) {
        return diagnosis.determinations() != null && diagnosis.determinations().containsAll(List.of(all));
    }

    /** Contacts for continuous work were asked for, and there are none. */
    boolean nobodyDesignated() {
        return yes(work.agreed()) && happened(work.contactsRequestedAt()) != null && Integer.valueOf(0).equals(work.contactsDesignated());
    }

    boolean stepsNotImplemented() {
        return happened(steps.proposedAt()) != null && no(steps.implemented()) && yes(steps.reasonableTimeGiven())
                && no(steps.reasonableEffortsMade());
    }

    /** One of the three ends of the regular follow-ups has come. */
    boolean followUpsEnded() {
        return happened(followUp.rootCauseEstablishedAt()) != null || happened(followUp.workaroundEstablishedAt()) != null
                || happened(followUp.otherwiseAgreedAt()) != null;
    }
}
