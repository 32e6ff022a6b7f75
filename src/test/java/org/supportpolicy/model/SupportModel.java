package org.supportpolicy.model;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.CustomerKind;
import org.supportpolicy.fact.Duties;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.Entitlement;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Modality;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.finding.VersionStatus;

/** Whether support is owed, in the reference model. */
final class SupportModel {

    final SupportAnswer answer;
    final Set<Exclusion> exclusions;
    final Set<String> suspendedBy = new TreeSet<>();

    /** The clauses that could still refuse support for want of a fact, whether or not another one refuses it already. */
    final Set<String> openGates = new TreeSet<>();

    private final Given given;

    SupportModel(Given given, RequestModel request, VersionModel version) {
        this.given = given;
        exclusions = Exclusions.of(given, version.guaranteedThrough);
        suspensions();
        gates(request, version);
        boolean refused = given.customer.kind() == CustomerKind.NEITHER || request.entitlement == Entitlement.SELF_SERVICE_ONLY
                || request.outOfScope || !exclusions.isEmpty()
                || version.status == VersionStatus.UNSUPPORTED || version.status == VersionStatus.WITHDRAWN;
        answer = refused ? SupportAnswer.NOT_OWED
                : !openGates.isEmpty() ? SupportAnswer.UNDETERMINED
                : isSuspended() ? SupportAnswer.SUSPENDED
                : version.status == VersionStatus.AT_DISCRETION ? SupportAnswer.DISCRETIONARY : SupportAnswer.OWED;
    }

    boolean isRefused() {
        return answer == SupportAnswer.NOT_OWED;
    }

    boolean isSuspended() {
        return !suspendedBy.isEmpty();
    }

    /** How binding what support undertakes is. */
    Modality engagement() {
        return answer == SupportAnswer.SUSPENDED || answer == SupportAnswer.DISCRETIONARY ? Modality.MAY : Modality.WILL;
    }

    private void gates(RequestModel request, VersionModel version) {
        gate("scope.support-to-partners-and-customers", given.customer.kind() == null);
        gate("request.direct-support-entitlement", request.entitlement == null);
        gate("request.via-online-helpdesk", given.ticket.channel() == null);
        gate("request.excluded-services", given.ticket.kind() == null && !request.outOfScope);
        gate("sunset.current-version", version.status == null || version.status == VersionStatus.UNKNOWN);
        gate("contact.report-by-authorised-contact", given.contact.authorised() == null);
    }

    private void gate(String clause, boolean open) {
        if (open) {
            openGates.add(clause);
        }
    }

    private void suspensions() {
        Duties duties = given.duties;
        suspend("request.via-online-helpdesk", given.ticket.channel() != null && given.ticket.channel() != Channel.ONLINE_HELPDESK);
        suspend("contact.report-by-authorised-contact", Given.no(given.contact.authorised()));
        suspend("effort.no-contacts-suspend", given.ticket.state() == TicketState.SUSPENDED && given.nobodyDesignated());
        suspend("duty.follow-instructions", Given.no(duties.instructionsFollowed()));
        suspend("duty.research-knowledge-base-first", Given.no(duties.knowledgeBaseConsulted()));
        suspend("duty.reasonable-efforts", given.happened(given.steps.proposedAt()) != null
                && Given.no(given.steps.reasonableEffortsMade()));
        suspend("duty.provide-on-request", Given.yes(duties.provisionRequested()) && Given.yes(duties.provisionRequestReasonable())
                && Given.no(duties.provisionSupplied()));
        LocalDate oldest = given.happened(duties.oldestOutstandingPatchOn());
        suspend("duty.install-patches-promptly", given.onPremise() && oldest != null && given.desk.promptPatching() != null
                && given.today.isAfter(oldest.plus(given.desk.promptPatching())));
        suspend("duty.meet-specifications", given.onPremise() && Given.no(duties.platformMeetsRequirements()));
        suspend("duty.eliminate-conflicts", Given.yes(duties.thirdPartyConflictIdentified())
                && Given.no(duties.thirdPartyConflictEliminated()));
    }

    private void suspend(String clause, boolean suspends) {
        if (suspends) {
            suspendedBy.add(clause);
        }
    }
}
