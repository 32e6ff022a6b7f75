package org.supportpolicy.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.FollowUpStatus;

/** The next follow-up, in the reference model. */
final class FollowUpModel {

    private final Given given;
    private final HoldsModel clock;
    private final Boolean owed;
    private final Duration target;
    private final Instant dueAt;

    FollowUpModel(Given given, SupportModel support, UrgencyModel urgency, LifecycleModel lifecycle, FirstResponseModel response) {
        this.given = given;
        clock = new HoldsModel(given, urgency.isInForce(1));
        owed = urgency.inForce == null ? null : owed(support, lifecycle);
        target = HoldsModel.target(given.desk.followUpTargets(), urgency.inForce);
        Instant latest = Stream.of(given.happened(given.followUp.lastGivenAt()), response.counted, response.clockStartsAt)
                .filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
        dueAt = Given.yes(owed) ? clock.due(latest, target, null) : null;
    }

    void answer(Answers answers) {
        answers.put("followUp.owed", owed).put("followUp.dueAt", dueAt)
                .put("followUp.remindAt", dueAt == null ? List.of() : clock.reminders(dueAt, null))
                .put("followUp.status", status());
    }

    private Boolean owed(SupportModel support, LifecycleModel lifecycle) {
        if (support.isRefused() || support.isSuspended() || given.followUpsEnded()) {
            return false;
        }
        return lifecycle.state == null ? null : (Boolean) (lifecycle.state == TicketState.ACTIVE);
    }

    private FollowUpStatus status() {
        if (owed == null || !owed) {
            return owed == null ? null : FollowUpStatus.NOT_OWED;
        }
        if (clock.isPaused()) {
            return FollowUpStatus.PAUSED;
        }
        if (target == null) {
            return FollowUpStatus.NO_TARGET;
        }
        return dueAt == null ? null : given.now.isAfter(dueAt) ? FollowUpStatus.BREACHED : FollowUpStatus.PENDING;
    }
}
