package org.supportpolicy.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.Response;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.Coverage;
import org.supportpolicy.finding.FirstResponseStatus;
import org.supportpolicy.finding.ResponsePriority;

/** The first response of the reference model. */
final class FirstResponseModel {

    private final Instant now;
    private final Ticket ticket;
    private final Intake intake;
    private final Response response;
    private final Desk desk;
    private final Function<Desk, DeskClock> clock;

    FirstResponseModel(Instant now, Ticket ticket, Intake intake, Response response, Desk desk, Function<Desk, DeskClock> clock) {
        this.now = now;
        this.ticket = ticket;
        this.intake = intake;
        this.response = response;
        this.desk = desk;
        this.clock = clock;
    }

    private Instant happened(Instant event) {
        return event == null || event.isAfter(now) ? null : event;
    }

    void answer(Answers answers, Integer urgency, Boolean complete) {
        Boolean owed = urgency == null || complete == null || ticket.channel() == null ? null
                : (Boolean) (complete && ticket.channel() == Channel.ONLINE_HELPDESK);
        boolean always = Integer.valueOf(1).equals(urgency);
        Instant start = start(owed, always);
        Duration target = urgency == null || desk.firstResponseTargets() == null ? null : desk.firstResponseTargets().get(urgency);
        Instant counted = Boolean.TRUE.equals(response.byTechnician()) ? happened(response.firstRespondedAt()) : null;
        List<Hold> holds = holds();
        boolean paused = ticket.state() == TicketState.ON_HOLD || ticket.state() == TicketState.SUSPENDED
                || holds.stream().anyMatch(hold -> hold.to() == null);
        Instant due = start == null || target == null || counted == null && paused ? null : always ? due(start, target, clipped(holds, counted))
                : clock.apply(desk).due(start, target, clipped(holds, counted));
        answers.put("owed", owed)
                .put("priority", urgency == null ? null : ResponsePriority.values()[urgency - 1])
                .put("coverage", urgency == null ? null : always ? Coverage.ALWAYS : Coverage.SUPPORT_HOURS)
                .put("clockStartsAt", start).put("dueAt", due)
                .put("status", status(owed, counted, due, target, paused));
    }

    private Instant start(Boolean owed, boolean always) {
        Instant created = happened(ticket.createdAt());
        Instant completed = happened(intake.completedAt());
        if (!Boolean.TRUE.equals(owed) || created == null || !always && desk.hours() == null) {
            return null;
        }
        Instant complete = completed != null && completed.isAfter(created) ? completed : created;
        return always ? complete : clock.apply(desk).nextOpen(complete);
    }

    private FirstResponseStatus status(Boolean owed, Instant counted, Instant due, Duration target, boolean paused) {
        if (owed == null || !owed) {
            return owed == null ? null : FirstResponseStatus.NOT_OWED;
        }
        if (counted != null) {
            return target == null ? FirstResponseStatus.MET : due == null ? null
                    : counted.isAfter(due) ? FirstResponseStatus.BREACHED : FirstResponseStatus.MET;
        }
        if (paused) {
            return FirstResponseStatus.PAUSED;
        }
        if (target == null) {
            return FirstResponseStatus.NO_TARGET;
        }
        return due == null ? null : now.isAfter(due) ? FirstResponseStatus.BREACHED : FirstResponseStatus.PENDING;
    }

    /** The holds that have begun; an end that lies ahead has not come. */
    private List<Hold> holds() {
        List<Hold> begun = new ArrayList<>();
        for (Hold hold : ticket.holds() == null ? List.<Hold>of() : ticket.holds()) {
            if (!hold.from().isAfter(now)) {
                begun.add(new Hold(hold.from(), happened(hold.to())));
            }
        }
        return begun;
    }

    private static List<Hold> clipped(List<Hold> holds, Instant counted) {
        List<Hold> spans = new ArrayList<>();
        for (Hold hold : holds) {
            if (counted == null) {
                spans.add(hold);
            } else if (hold.from().isBefore(counted)) {
                spans.add(new Hold(hold.from(), hold.to() == null || hold.to().isAfter(counted) ? counted : hold.to()));
            }
        }
        spans.sort(Comparator.comparing(Hold::from));
        return spans;
    }

    /** Spends the target between the holds, one free span after the other. */
    private static Instant due(Instant start, Duration target, List<Hold> holds) {
        Instant at = start;
        Duration left = target;
        for (Hold hold : holds) {
            if (hold.from().isAfter(at)) {
                Duration free = Duration.between(at, hold.from());
                if (left.compareTo(free) <= 0) {
                    return at.plus(left);
                }
                left = left.minus(free);
                at = hold.from();
            }
            at = hold.to().isAfter(at) ? hold.to() : at;
        }
        return at.plus(left);
    }
}
