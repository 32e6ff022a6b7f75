package org.supportpolicy.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.supportpolicy.fact.AccessPurpose;
import org.supportpolicy.fact.ContactNotice;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.NoticeForm;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.ServerAccess;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.fact.Withdrawal;
import org.supportpolicy.finding.Irregularity;

/** What was done against the policy, by the record, in the reference model. */
final class IrregularitiesModel {

    final Set<Irregularity> irregularities = new TreeSet<>();

    private final Given given;

    IrregularitiesModel(Given given, UrgencyModel urgency, GroundsModel grounds, LifecycleModel lifecycle) {
        this.given = given;
        access();
        notice();
        closing(grounds, lifecycle);
        add(Irregularity.URGENCY_WITHOUT_GROUND, urgency.setWithoutGround);
        boolean responded = given.happened(given.response.firstRespondedAt()) != null;
        add(Irregularity.RESPONSE_NOT_LOGGED, responded && Given.no(given.response.loggedOnTicket()));
        add(Irregularity.RESPONSE_NOT_BY_TECHNICIAN, responded && Given.no(given.response.byTechnician()));
        add(Irregularity.CHANGE_WITHOUT_APPROVAL, Given.no(given.change.approvedByAuthorisedContact())
                || Given.no(given.change.bySupportStaffAuthorised()));
        withdrawal();
    }

    private void add(Irregularity irregularity, boolean holds) {
        if (holds) {
            irregularities.add(irregularity);
        }
    }

    private void access() {
        ServerAccess access = given.access;
        boolean occurred = Given.yes(access.occurred());
        add(Irregularity.ACCESS_WITHOUT_GRANT, occurred && Given.no(access.granted()));
        add(Irregularity.ACCESS_FOR_OTHER_PURPOSE, (occurred || Given.yes(access.requested())) && access.purpose() == AccessPurpose.OTHER);
        add(Irregularity.ACCESS_NOT_LOGGED, occurred && Given.no(access.logged()));
        add(Irregularity.ACCESS_LOG_INCOMPLETE, occurred && Given.yes(access.logged())
                && (Given.no(access.logHasUserName()) || Given.no(access.logHasTime())));
    }

    /** Whether a notice is oral or known to lack something. */
    static boolean isIncomplete(ContactNotice notice) {
        return notice.form() == NoticeForm.ORAL || Given.no(notice.hasName()) || Given.no(notice.hasEmail())
                || Given.no(notice.hasDirectPhone());
    }

    private void notice() {
        Instant notified = given.happened(given.notice.notifiedAt());
        Instant effective = given.happened(given.notice.effectiveAt());
        add(Irregularity.CONTACT_NOTICE_INCOMPLETE, isIncomplete(given.notice));
        add(Irregularity.CONTACT_NOTICE_LATE, Given.yes(given.notice.replacement()) && notified != null && effective != null
                && !notified.isBefore(effective));
    }

    private void closing(GroundsModel grounds, LifecycleModel lifecycle) {
        Resolution resolution = given.resolution;
        Instant marked = lifecycle.markedAt();
        if (marked == null) {
            return;
        }
        add(Irregularity.RESOLVED_WITHOUT_GROUND, !grounds.heldAt(resolution.ground(), marked));
        add(Irregularity.ENHANCEMENT_WITHOUT_REFERRAL, resolution.ground() == Ground.ENHANCEMENT
                && Given.no(resolution.knowledgeBaseReferralMade()));
        add(Irregularity.CLOSED_TOO_EARLY, given.ticket.state() == TicketState.CLOSED && lifecycle.isWindowOpen());
        Instant asked = given.happened(resolution.reopenRequestedAt());
        add(Irregularity.REOPENED_AFTER_CLOSED, given.ticket.state() == TicketState.ACTIVE && asked != null
                && !asked.isBefore(lifecycle.windowEnd) && !lifecycle.updatedInWindow);
    }

    private void withdrawal() {
        Withdrawal announced = given.product.withdrawal();
        if (announced != null) {
            LocalDate notice = given.happened(announced.noticeGivenOn());
            add(Irregularity.WITHDRAWAL_WITHOUT_FORMAL_NOTICE, Given.no(announced.formalNotice()));
            add(Irregularity.WITHDRAWAL_NOTICE_TOO_SHORT, notice != null && announced.effectiveOn() != null
                    && announced.effectiveOn().isBefore(notice.plusYears(1).plusDays(1)));
        }
    }
}
