package org.supportpolicy.model;

import static org.supportpolicy.finding.Action.customerMay;
import static org.supportpolicy.finding.Action.customerMust;
import static org.supportpolicy.finding.Action.support;
import static org.supportpolicy.finding.Action.supportMay;
import static org.supportpolicy.finding.Action.supportWill;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.supportpolicy.fact.AccessPurpose;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.Determination;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.Origin;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Entitlement;
import org.supportpolicy.finding.Referral;

/** What the parties will, must and may do, in the reference model. */
final class ActionsModel {

    final Set<Action> actions = new TreeSet<>();
    final Set<Referral> referrals = new TreeSet<>();

    private final Given given;
    private final RequestModel request;
    private final SupportModel support;
    private final UrgencyModel urgency;
    private final GroundsModel grounds;
    private final LifecycleModel lifecycle;
    private final boolean open;

    /** The ticket is open and support is not refused. */
    private final boolean helped;

    ActionsModel(Given given, RequestModel request, SupportModel support, UrgencyModel urgency, GroundsModel grounds,
            LifecycleModel lifecycle, FirstResponseModel response) {
        this.given = given;
        this.request = request;
        this.support = support;
        this.urgency = urgency;
        this.grounds = grounds;
        this.lifecycle = lifecycle;
        open = lifecycle.isOpen();
        helped = open && !support.isRefused();
        referrals();
        intake();
        investigation();
        contacts();
        effort();
        promises(response);
        closing();
        duties();
    }

    private void add(Action action, boolean holds) {
        if (holds) {
            actions.add(action);
        }
    }

    /** What support will do, or may do where it is not bound. */
    private void promise(ActionKind action, boolean holds) {
        add(support(action, support.engagement()), helped && holds);
    }

    private void refer(Action action, Referral to, boolean holds) {
        add(action, holds);
        if (holds) {
            referrals.add(to);
        }
    }

    private void referrals() {
        boolean elsewhere = given.ticket.channel() != null && given.ticket.channel() != Channel.ONLINE_HELPDESK;
        refer(customerMust(ActionKind.ENTER_IN_ONLINE_HELPDESK), Referral.ONLINE_HELPDESK, open && elsewhere);
        refer(supportWill(ActionKind.REFER), department(given.ticket.kind()), request.outOfScope);
        refer(supportMay(ActionKind.REFER), Referral.KNOWLEDGE_BASE, open && request.entitlement == Entitlement.SELF_SERVICE_ONLY);
    }

    private static Referral department(TicketKind kind) {
        if (kind == null) {
            return Referral.ACCOUNT_MANAGER;
        }
        return switch (kind) {
            case IMPLEMENTATION, CONSULTING, DEVELOPMENT, HOSTING, PROFESSIONAL_SERVICES -> Referral.CONSULTING;
            case TRAINING -> Referral.EDUCATION;
            default -> Referral.ACCOUNT_MANAGER;
        };
    }

    private void intake() {
        boolean incomplete = request.missing != null && !request.missing.isEmpty();
        boolean complete = request.missing != null && request.missing.isEmpty();
        boolean onHold = given.ticket.state() == TicketState.ON_HOLD;
        add(customerMust(ActionKind.SUPPLY_MISSING_INFORMATION), open && incomplete);
        add(supportMay(ActionKind.DELAY), helped && incomplete);
        add(supportMay(ActionKind.PUT_ON_HOLD), helped && incomplete && !onHold);
        promise(ActionKind.RELEASE_HOLD, complete && onHold);
    }

    private void investigation() {
        AccessPurpose purpose = given.access.purpose();
        boolean wanted = Given.yes(given.access.wanted());
        add(supportMay(ActionKind.ASK_FOR_ACCESS), helped && lifecycle.state == TicketState.ACTIVE && purpose != null
                && purpose != AccessPurpose.OTHER);
        add(customerMust(ActionKind.CREATE_SUPPORT_LOGIN), open && given.onPremise() && (wanted || Given.yes(given.access.requested()))
                && Given.no(given.customer.supportLoginCreated()));
        add(customerMust(ActionKind.PROVIDE_TEST_MACHINES), open && wanted && Objects.equals(given.customer.testMachinesProvided(), 0)
                && Objects.equals(given.customer.testEndpointsProvided(), 0));
        Origin origin = given.diagnosis.origin();
        add(supportMay(ActionKind.ASK_TO_RECREATE), helped
                && (Given.yes(given.diagnosis.configurationRelated()) || origin == Origin.CONFIGURATION));
        boolean platform = origin == Origin.HARDWARE || origin == Origin.OPERATING_SYSTEM;
        add(supportWill(ActionKind.RECOMMEND_CHANGES), open && platform);
        add(supportWill(ActionKind.RESUME_INVESTIGATION), open && platform && Given.yes(given.diagnosis.continuationRequested())
                && Given.yes(given.diagnosis.hardwareOrSystemRepaired()));
    }

    private void contacts() {
        add(customerMust(ActionKind.REPORT_BY_AUTHORISED_CONTACT), open && Given.no(given.contact.authorised()));
        add(customerMust(ActionKind.NOTIFY_IN_WRITING), IrregularitiesModel.isIncomplete(given.notice));
    }

    private void effort() {
        boolean urgent = urgency.isInForce(1);
        boolean nobody = urgent && given.nobodyDesignated();
        add(supportMay(ActionKind.WORK_CONTINUOUSLY), helped && urgent);
        add(customerMust(ActionKind.DESIGNATE_AVAILABLE_CONTACTS), open && urgent && Given.yes(given.work.agreed())
                && (given.work.contactsDesignated() == null || given.work.contactsDesignated() == 0));
        add(supportMay(ActionKind.SUSPEND_SUPPORT), helped && nobody && given.ticket.state() != TicketState.SUSPENDED);
        add(supportMay(ActionKind.LOWER_URGENCY), helped && nobody);
        add(supportMay(ActionKind.LOWER_URGENCY), helped && given.stepsNotImplemented() && urgency.inForce != null
                && !urgency.isInForce(4));
        ActionKind lower = urgency.isInForce(4) ? ActionKind.LOWER_UPDATE_FREQUENCY : ActionKind.LOWER_URGENCY_OR_UPDATE_FREQUENCY;
        add(supportWill(lower), helped && Given.no(given.contact.available()) && !nobody && !given.followUpsEnded());
    }

    private void promises(FirstResponseModel response) {
        boolean urgent = urgency.isInForce(1);
        promise(ActionKind.GIVE_FIRST_RESPONSE, Given.yes(response.owed) && response.counted == null && !response.unclear);
        promise(ActionKind.GIVE_FOLLOW_UPS, lifecycle.state == TicketState.ACTIVE && !given.followUpsEnded());
        promise(ActionKind.GIVE_PRIORITY, urgent || Given.yes(request.certified));
        promise(ActionKind.STAY_ENGAGED, urgent && given.happened(given.followUp.workaroundEstablishedAt()) == null
                && !given.determined(Determination.SOLUTION_FOUND));
        promise(ActionKind.HEAR_ESCALATION, urgency.escalationHeard);
    }

    private void closing() {
        boolean mayMark = open && !lifecycle.recordedOver();
        boolean enhancement = grounds.grounds.contains(Ground.ENHANCEMENT);
        add(supportMay(ActionKind.MARK_RESOLVED), mayMark && grounds.grounds.size() > (enhancement ? 1 : 0));
        add(supportWill(ActionKind.MARK_RESOLVED), mayMark && enhancement);
        refer(supportWill(ActionKind.REFER), Referral.KNOWLEDGE_BASE, mayMark && enhancement);
        boolean resolved = lifecycle.state == TicketState.RESOLVED;
        boolean closed = lifecycle.state == TicketState.CLOSED;
        add(supportWill(ActionKind.REVIEW_UPDATE), resolved && lifecycle.updatedInWindow);
        add(customerMay(ActionKind.REOPEN), resolved && lifecycle.isWindowOpen());
        add(supportWill(ActionKind.REOPEN), lifecycle.reopens);
        add(customerMust(ActionKind.EXPLAIN_REOPENING), resolved && lifecycle.isWindowOpen() && lifecycle.reopeningAsked);
        add(supportWill(ActionKind.CLOSE_PERMANENTLY), closed && given.ticket.state() == TicketState.RESOLVED);
        add(supportWill(ActionKind.REFUSE_REOPENING), closed && given.happened(given.resolution.reopenRequestedAt()) != null);
        add(customerMust(ActionKind.CREATE_NEW_TICKET), closed && Given.yes(given.resolution.problemRecurred()));
    }

    private void duties() {
        Integer problems = given.ticket.distinctProblems();
        add(customerMust(ActionKind.CREATE_SEPARATE_TICKETS), open && problems != null && problems > 1);
        add(customerMust(ActionKind.CURE_DUTY), open && support.suspendedBy.stream().anyMatch(clause -> clause.startsWith("duty.")));
    }
}
