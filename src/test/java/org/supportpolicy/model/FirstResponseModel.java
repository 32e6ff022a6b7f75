package org.supportpolicy.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.finding.Coverage;
import org.supportpolicy.finding.FirstResponseStatus;
import org.supportpolicy.finding.ResponsePriority;

/** The first response, in the reference model. */
final class FirstResponseModel {

    /** Null while it is undetermined. */
    final Boolean owed;
    final Instant clockStartsAt;

    /** When a technician responded, or null. */
    final Instant counted;

    /** Somebody responded, and whether a technician did is not known. */
    final boolean unclear;

    private final Given given;
    private final Integer level;
    private final LifecycleModel lifecycle;
    private final HoldsModel clock;
    private final Duration target;
    private final Instant dueAt;

    FirstResponseModel(Given given, RequestModel request, SupportModel support, UrgencyModel urgency, LifecycleModel lifecycle) {
        this.given = given;
        this.lifecycle = lifecycle;
        level = urgency.inForce;
        clock = new HoldsModel(given, urgency.isInForce(1));
        owed = level == null ? null : owed(request, support);
        Instant responded = given.happened(given.response.firstRespondedAt());
        counted = Given.yes(given.response.byTechnician()) ? responded : null;
        unclear = responded != null && given.response.byTechnician() == null;
        clockStartsAt = clockStartsAt();
        target = HoldsModel.target(given.desk.firstResponseTargets(), level);
        dueAt = clock.due(clockStartsAt, target, counted);
    }

    void answer(Answers answers) {
        answers.put("firstResponse.owed", owed)
                .put("firstResponse.priority", level == null ? null : ResponsePriority.values()[level - 1])
                .put("firstResponse.coverage", level == null ? null : level == 1 ? Coverage.ALWAYS : Coverage.SUPPORT_HOURS)
                .put("firstResponse.clockStartsAt", clockStartsAt)
                .put("firstResponse.dueAt", dueAt)
                .put("firstResponse.remindAt", dueAt == null ? List.of() : clock.reminders(dueAt, counted))
                .put("firstResponse.status", status());
    }

    private Boolean owed(RequestModel request, SupportModel support) {
        if (support.isRefused() || support.isSuspended()) {
            return false;
        }
        return request.missing == null || given.ticket.channel() == null ? null
                : (Boolean) (request.missing.isEmpty() && given.ticket.channel() == Channel.ONLINE_HELPDESK);
    }

    private Instant clockStartsAt() {
        Instant created = given.happened(given.ticket.createdAt());
        Instant completed = given.happened(given.intake.completedAt());
        if (!Given.yes(owed) || created == null) {
            return null;
        }
        return clock.start(completed != null && completed.isAfter(created) ? completed : created);
    }

    private FirstResponseStatus status() {
        if (owed == null || !owed) {
            return owed == null ? null : FirstResponseStatus.NOT_OWED;
        }
        if (unclear) {
            return null;
        }
        if (counted != null) {
            return target == null ? FirstResponseStatus.MET : dueAt == null ? null
                    : counted.isAfter(dueAt) ? FirstResponseStatus.BREACHED : FirstResponseStatus.MET;
        }
        if (lifecycle.isOver()) {
            return statusOfTicketThatIsOver();
        }
        if (!lifecycle.isOpen()) {
            return null; // whether it is over cannot be told
        }
        if (clock.isPaused()) {
            return FirstResponseStatus.PAUSED;
        }
        if (target == null) {
            return FirstResponseStatus.NO_TARGET;
        }
        return dueAt == null ? null : given.now.isAfter(dueAt) ? FirstResponseStatus.BREACHED : FirstResponseStatus.PENDING;
    }

    /** What came too late before the ticket was marked resolved stays too late; otherwise the clock has ended. */
    private FirstResponseStatus statusOfTicketThatIsOver() {
        if (target == null) {
            return FirstResponseStatus.ENDED;
        }
        Instant marked = lifecycle.markedAt();
        return dueAt == null || marked == null ? null : dueAt.isBefore(marked) ? FirstResponseStatus.BREACHED : FirstResponseStatus.ENDED;
    }
}
