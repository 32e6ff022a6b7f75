package org.supportpolicy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.FirstResponseStatus;
import org.supportpolicy.finding.FollowUpStatus;
import org.supportpolicy.finding.VersionStatus;

/** Finds what falls due on a timeline. Not thread-safe. */
final class DueList {

    private final Timeline timeline;
    private final String ticket;
    private final List<Due> all = new ArrayList<>();

    private DueList(Timeline timeline) {
        this.timeline = timeline;
        this.ticket = timeline.decision().ticket().orElse("");
    }

    /** What falls due, sorted. */
    static List<Due> of(Timeline timeline) {
        DueList due = new DueList(timeline);
        timeline.segments().forEach(due::promised);
        timeline.changes().forEach(due::begun);
        return due.all.stream().sorted().distinct().toList();
    }

    /** What is promised by an instant of the stretch in which it is still promised. */
    private void promised(Timeline.Segment segment) {
        segment.decision().firstResponse().filter(response -> response.status().equals(Optional.of(FirstResponseStatus.PENDING)))
                .ifPresent(response -> {
                    add(response.remindAt(), Due.Kind.FIRST_RESPONSE_REMINDER, segment);
                    add(response.dueAt().stream().toList(), Due.Kind.FIRST_RESPONSE, segment);
                });
        segment.decision().followUp().filter(followUp -> followUp.status().equals(Optional.of(FollowUpStatus.PENDING)))
                .ifPresent(followUp -> {
                    add(followUp.remindAt(), Due.Kind.FOLLOW_UP_REMINDER, segment);
                    add(followUp.dueAt().stream().toList(), Due.Kind.FOLLOW_UP, segment);
                });
    }

    private void add(Collection<Instant> instants, Due.Kind kind, Timeline.Segment segment) {
        Instant last = segment.end().map(end -> end.minusNanos(1)).orElse(timeline.until());
        instants.stream().filter(at -> !at.isBefore(segment.begin()) && !at.isAfter(last))
                .forEach(at -> all.add(new Due(at, kind, ticket)));
    }

    private void begun(Change change) {
        if (!isClosed(change.before()) && isClosed(change.after())) {
            all.add(new Due(change.at(), Due.Kind.CLOSING, ticket));
        }
        if (has(change.before(), VersionStatus.PREVIOUS) && !has(change.after(), VersionStatus.PREVIOUS)) {
            all.add(new Due(change.at(), Due.Kind.END_OF_GUARANTEE, ticket));
        }
        if (!has(change.before(), VersionStatus.WITHDRAWN) && has(change.after(), VersionStatus.WITHDRAWN)) {
            all.add(new Due(change.at(), Due.Kind.WITHDRAWAL, ticket));
        }
    }

    private static boolean isClosed(Decision decision) {
        return decision.lifecycle().map(Decision.TicketLifecycle::state).equals(Optional.of(TicketState.CLOSED));
    }

    private static boolean has(Decision decision, VersionStatus status) {
        return decision.version().map(Decision.VersionSupport::status).equals(Optional.of(status));
    }
}
