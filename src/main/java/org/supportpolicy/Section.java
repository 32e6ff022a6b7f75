package org.supportpolicy;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ClockStart;
import org.supportpolicy.finding.ClosesAt;
import org.supportpolicy.finding.ClosureGround;
import org.supportpolicy.finding.CompleteIntake;
import org.supportpolicy.finding.Entitlement;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.FirstResponseStatus;
import org.supportpolicy.finding.FollowUpDue;
import org.supportpolicy.finding.FollowUpOwed;
import org.supportpolicy.finding.FollowUpReminders;
import org.supportpolicy.finding.FollowUpStatus;
import org.supportpolicy.finding.Guarantee;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.finding.Lifecycle;
import org.supportpolicy.finding.MissingInformation;
import org.supportpolicy.finding.PossibleUrgency;
import org.supportpolicy.finding.QueuePlace;
import org.supportpolicy.finding.QueuePrecedence;
import org.supportpolicy.finding.Referral;
import org.supportpolicy.finding.ReopeningWindow;
import org.supportpolicy.finding.ResponseDue;
import org.supportpolicy.finding.ResponseOwed;
import org.supportpolicy.finding.ResponseRegime;
import org.supportpolicy.finding.ResponseReminders;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.finding.Suspension;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.finding.UrgencyInForce;
import org.supportpolicy.finding.VersionStatus;
import org.supportpolicy.finding.WithdrawnFrom;
import org.supportpolicy.internal.record.Constants;

/**
 * A section of a decision.
 *
 * @param name its key
 * @param answers the findings that answer it, in the order in which they are said
 * @param always whether it is said when nothing answers it
 */
record Section(String name, List<Class<? extends Finding>> answers, boolean always) {

    /** The sections in the order in which they are said. */
    static final List<Section> ALL = List.of(
            new Section("support", List.of(SupportAnswer.class), true),
            new Section("entitlement", List.of(Entitlement.class), true),
            new Section("urgency", List.of(Urgency.class, PossibleUrgency.class, UrgencyInForce.class), true),
            new Section("firstResponse", List.of(ResponseRegime.class, ResponseOwed.class, ClockStart.class, ResponseDue.class,
                    ResponseReminders.class, FirstResponseStatus.class), false),
            new Section("followUp", List.of(FollowUpOwed.class, FollowUpDue.class, FollowUpReminders.class, FollowUpStatus.class), false),
            new Section("intake", List.of(CompleteIntake.class, MissingInformation.class), false),
            new Section("queue", List.of(QueuePlace.class, QueuePrecedence.class), false),
            new Section("version", List.of(VersionStatus.class, Guarantee.class, WithdrawnFrom.class), true),
            new Section("exclusions", List.of(Exclusion.class), false),
            new Section("suspendedBy", List.of(Suspension.class), false),
            new Section("closureGrounds", List.of(ClosureGround.class), false),
            new Section("lifecycle", List.of(Lifecycle.class, ReopeningWindow.class, ClosesAt.class), false),
            new Section("referrals", List.of(Referral.class), false),
            new Section("actions", List.of(Action.class), false),
            new Section("irregularities", List.of(Irregularity.class), false));

    private static final Set<Class<?>> ANSWERS = ALL.stream().flatMap(section -> section.answers().stream())
            .collect(Collectors.toUnmodifiableSet());

    /** What a decision answers in it: by kind, in the order in which they are said; those of one kind as their texts go. */
    List<Finding> of(Decision decision) {
        return answers.stream().flatMap(kind -> decision.findings(kind).stream().sorted(Comparator.comparing(Object::toString)))
                .<Finding>map(finding -> finding).filter(finding -> isShown(finding, decision)).toList();
    }

    /** A window of no use any more, and a level that is possible no more, are no answers, though other findings may rest on them. */
    static boolean isShown(Finding finding, Decision decision) {
        return finding instanceof ReopeningWindow ? decision.lifecycle().flatMap(Decision.TicketLifecycle::reopenableUntil).isPresent()
                : !(finding instanceof PossibleUrgency) || decision.urgency().isEmpty();
    }

    /** Whether a finding is an answer, and not a mere step on the way to one. */
    static boolean isAnswer(Finding finding) {
        return ANSWERS.contains(Constants.kind(finding));
    }
}
