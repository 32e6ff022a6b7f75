package org.supportpolicy.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.supportpolicy.Decision;
import org.supportpolicy.finding.FirstResponseStatus;
import org.supportpolicy.finding.FollowUpStatus;

/**
 * Something that a decision promises the customer.
 *
 * @param kind what: {@code firstResponse} or {@code followUp}
 * @param status how it stands
 * @param dueAt until when it is in time; empty when it is not due
 * @param remindAt when the desk is reminded of it
 */
record Promise(String kind, Enum<?> status, Optional<Instant> dueAt, List<Instant> remindAt) {

    /** How much it presses. */
    enum Tone { FINE, SOON, LATE, QUIET }

    static List<Promise> of(Decision decision) {
        List<Promise> promises = new ArrayList<>();
        decision.firstResponse().ifPresent(first -> first.status()
                .ifPresent(status -> promises.add(new Promise("firstResponse", status, first.dueAt(), first.remindAt()))));
        decision.followUp().ifPresent(next -> next.status()
                .ifPresent(status -> promises.add(new Promise("followUp", status, next.dueAt(), next.remindAt()))));
        return promises;
    }

    /** What of it is to be kept still, in the queue; the first response goes before the follow-up that is due after it. */
    static Optional<Promise> next(Decision decision) {
        return of(decision).stream().filter(promise -> promise.dueAt.isPresent() && promise.status != FirstResponseStatus.MET).findFirst();
    }

    Tone tone(Instant now) {
        return status == FirstResponseStatus.BREACHED || status == FollowUpStatus.BREACHED ? Tone.LATE
                : status != FirstResponseStatus.PENDING && status != FollowUpStatus.PENDING ? Tone.QUIET
                : remindAt.stream().anyMatch(at -> !at.isAfter(now)) ? Tone.SOON : Tone.FINE;
    }

    static Tone toneOf(Decision decision) {
        return of(decision).stream().map(promise -> promise.tone(decision.asOf())).reduce(Tone.QUIET, Promise::worse);
    }

    private static Tone worse(Tone one, Tone other) {
        List<Tone> order = List.of(Tone.QUIET, Tone.FINE, Tone.SOON, Tone.LATE);
        return order.indexOf(one) < order.indexOf(other) ? other : one;
    }
}
