package org.supportpolicy.finding;

/**
 * Something the rules concluded. Findings are immutable; two that are equal are one finding with two reasons.
 *
 * <p>A few findings are steps on the way to an answer and appear in no section of the decision, only in its reasons.
 */
public sealed interface Finding
        permits Action, CertifiedSubmitter, ClockStart, ClosesAt, ClosureGround, CompleteIntake,
                Entitlement, Exclusion, FirstResponseStatus, Guarantee, Irregularity, Lifecycle,
                MissingInformation, Need, OutOfScope, PossibleUrgency, Referral, RefutedGround,
                ReopenedInWindow, ReopeningWindow, ResponseDue, ResponseOwed, ResponseRegime,
                SupportAnswer, Suspension, UpdatedInWindow, Urgency, VersionStatus, WithdrawnFrom {}
