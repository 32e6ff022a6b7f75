package org.supportpolicy.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.Question;
import org.supportpolicy.fact.Determination;
import org.supportpolicy.fact.Diagnosis;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Modality;

/** What the page of a ticket shows. */
record TicketPage(Views.Whole whole, Picture picture) {

    private static final List<Modality> BINDING = List.of(Modality.MUST, Modality.WILL, Modality.MUST_NOT, Modality.SHOULD, Modality.MAY);

    Decision decision() {
        return whole.timeline().decision();
    }

    StoredTicket stored() {
        return whole.ticket();
    }

    Ticket ticket() {
        return stored().facts().get(Ticket.class).orElseThrow();
    }

    @Nullable Intake intake() {
        return stored().facts().get(Intake.class).orElse(null);
    }

    String subject() {
        return subject(stored());
    }

    static String subject(StoredTicket ticket) {
        return ticket.facts().get(Intake.class).map(Intake::subject).orElse("");
    }

    static Instant createdAt(StoredTicket ticket) {
        return ticket.facts().get(Ticket.class).map(Ticket::createdAt).orElse(ticket.decidedAt());
    }

    /** What was reported, by the name of each item; what is blank is left out. */
    Map<String, String> report() {
        Map<String, String> report = new LinkedHashMap<>();
        stored().facts().get(Product.class).map(Product::name).ifPresent(name -> report.put("product", name));
        Intake form = intake();
        if (form != null) {
            add(report, IntakeField.PRODUCT_VERSION, form.productVersion());
            add(report, IntakeField.DESCRIPTION, form.description());
            add(report, IntakeField.EXPECTED_RESULTS, form.expectedResults());
            add(report, IntakeField.BUSINESS_IMPACT, form.businessImpact());
            add(report, IntakeField.SERVER_URL, form.serverUrl());
            add(report, IntakeField.MODULE, form.module());
            add(report, IntakeField.STEPS_TO_REPRODUCE, form.stepsToReproduce());
            add(report, IntakeField.SAMPLE_MACHINES, Stream.ofNullable(form.sampleMachines()).flatMap(List::stream)
                    .map(machine -> machine.groupId() + "/" + machine.machineId()).collect(Collectors.joining("\n")));
        }
        return report;
    }

    private static void add(Map<String, String> report, IntakeField field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            report.put("intake." + field, text);
        }
    }

    TicketState state() {
        return decision().lifecycle().map(Decision.TicketLifecycle::state).orElse(TicketState.ACTIVE);
    }

    boolean isOpen() {
        return state() != TicketState.RESOLVED && state() != TicketState.CLOSED;
    }

    /** What is missing in the form and can be filled in. */
    List<IntakeField> missing() {
        return isOpen() ? decision().intake().map(Decision.IntakeCheck::missing).orElse(List.of()) : List.of();
    }

    /** Whether the customer is to do something that the page has a form for. */
    boolean customerMust(ActionKind action) {
        return decision().actions().contains(Action.customerMust(action));
    }

    List<Question> questions(Locale locale) {
        return decision().questions(locale);
    }

    boolean isFound(Determination determination) {
        return stored().facts().get(Diagnosis.class).map(Diagnosis::determinations)
                .filter(found -> found.contains(determination)).isPresent();
    }

    /** The grounds on which the policy lets support mark the ticket resolved now. */
    Set<Ground> grounds() {
        return decision().closureGrounds();
    }

    /** The grounds that do not hold. */
    Set<Ground> otherGrounds() {
        Set<Ground> others = new TreeSet<>(Ground.known());
        others.removeAll(grounds());
        return others;
    }

    /** When it can be reopened until, or is closed. */
    Optional<Decision.TicketLifecycle> lifecycle() {
        return decision().lifecycle();
    }

    /** What is to be done, what binds most first. */
    List<Action> actions() {
        return decision().actions().stream().sorted(Comparator.comparing(action -> BINDING.indexOf(action.modality()))).toList();
    }
}
