package org.supportpolicy.finding;

/**
 * Something the rules concluded. Findings are immutable; two that are equal are one finding with two reasons.
 *
 * <p>A few findings are steps on the way to an answer and appear in no section of the decision, only in its reasons.
 */
public sealed interface Finding
        permits Action, CertifiedSubmitter, ClockStart, ClosesAt, ClosureGround, CompleteIntake, CompletedAt, CountedResponse,
        CountsAsResolved, Engagement, Entitlement, EscalationHeard, Exclusion, FirstResponseStatus, FollowUpDue,
        FollowUpEvent, FollowUpOwed, FollowUpReminders, FollowUpStart, FollowUpStatus, FollowUpTarget, FollowUpsEnded,
        GroundAtMarking, Guarantee, Irregularity, Lifecycle, LoweringPermitted, MissingInformation,
        NothingPromised, OpenGate, OpenTicket, OutOfScope, Outage, OutstandingResponse, OwnFinding, Paused, PossibleUrgency,
        QueuePlace, QueuePrecedence, Referral, Refusal, ReopenedInWindow, ReopeningUndecided, ReopeningWindow, ReplyWindow, ResponseDue,
        ResponseOwed, ResponseRegime, ResponseReminders, ResponseTarget, SupportAnswer, Suspension, UncertainResponse,
        UncountedHolds, UndecidedGuarantee, UndesignatedContacts, UnknownImpact, UpdatedInWindow, Urgency,
        UrgencyInForce, VersionStatus, Withdrawn, WithdrawnFrom {}
