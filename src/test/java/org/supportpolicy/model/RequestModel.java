package org.supportpolicy.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.supportpolicy.fact.CustomerKind;
import org.supportpolicy.fact.Determination;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.finding.Entitlement;

/** Who asks for what, in the reference model. */
final class RequestModel {

    private static final Set<TicketKind> ELSEWHERE = EnumSet.of(TicketKind.IMPLEMENTATION, TicketKind.TRAINING, TicketKind.CONSULTING,
            TicketKind.DEVELOPMENT, TicketKind.HOSTING, TicketKind.LICENSING, TicketKind.BUSINESS, TicketKind.PROFESSIONAL_SERVICES);

    final boolean outOfScope;

    /** Null while it is undetermined. */
    final Entitlement entitlement;

    /** What the form lacks; null without a form. */
    final List<IntakeField> missing;

    /** Null while it is unknown. */
    final Boolean certified;

    private final Given given;

    RequestModel(Given given) {
        this.given = given;
        outOfScope = given.determined(Determination.OUT_OF_SCOPE) || given.ticket.kind() != null && ELSEWHERE.contains(given.ticket.kind());
        entitlement = entitlement();
        missing = given.intakeGiven ? missing() : null;
        certified = certified();
    }

    private Entitlement entitlement() {
        if (given.customer.kind() == null) {
            return null;
        }
        if (given.customer.kind() == CustomerKind.NEITHER) {
            return Entitlement.NONE;
        }
        Boolean maintenance = given.customer.maintenanceActive();
        Boolean services = given.customer.serviceSubscriptionActive();
        if (Given.yes(maintenance) || Given.yes(services)) {
            return Entitlement.DIRECT_SUPPORT;
        }
        return Given.no(maintenance) && Given.no(services) ? Entitlement.SELF_SERVICE_ONLY : null;
    }

    private List<IntakeField> missing() {
        Intake intake = given.intake;
        Object[] values = {intake.subject(), intake.description(), intake.expectedResults(), intake.businessImpact(), intake.serverUrl(),
                intake.module(), intake.stepsToReproduce(), intake.sampleMachines(), intake.productVersion()};
        List<IntakeField> missing = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            IntakeField field = IntakeField.known().get(i);
            if (isBlank(values[i]) && (intake.notApplicable() == null || !intake.notApplicable().contains(field))) {
                missing.add(field);
            }
        }
        if (Given.yes(intake.extraInformationRequested()) && !Given.yes(intake.extraInformationSupplied())) {
            missing.add(IntakeField.EXTRA_INFORMATION_SUPPLIED);
        }
        return missing;
    }

    private static boolean isBlank(Object value) {
        return value == null || value instanceof String text && text.isBlank() || value instanceof List<?> list && list.isEmpty();
    }

    private Boolean certified() {
        if (Given.no(given.contact.certified())) {
            return false;
        }
        if (given.contact.certifiedUntil() != null) {
            Instant created = given.happened(given.ticket.createdAt());
            return created == null ? null : (Boolean) !given.contact.certifiedUntil().isBefore(given.dateOf(created));
        }
        return Given.yes(given.contact.certified()) ? true : null;
    }
}
