package org.supportpolicy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.ContinuousWork;
import org.supportpolicy.fact.Conversation;
import org.supportpolicy.fact.Escalation;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FollowUp;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.ProposedSteps;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Response;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.internal.record.Shape;

/** Finds what is odd about the events of a fact set. Not thread-safe. */
final class Notes {

    private static final String CREATED_AT = "ticket.createdAt";

    private final AsOf now;
    private final @Nullable Instant createdAt;
    private final List<Note> notes = new ArrayList<>();

    private Notes(FactSet facts) {
        this.now = facts.now();
        this.createdAt = facts.get(Ticket.class).map(Ticket::createdAt).map(now::past).orElse(null);
    }

    /** The notes on a fact set, sorted. */
    static List<Note> of(FactSet facts) {
        Notes found = new Notes(facts);
        int causes = 0;
        for (Fact fact : facts.facts()) {
            String name = fact.getClass().getSimpleName();
            String path = fact instanceof Cause ? "causes[" + causes++ + "]"
                    : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            Fact known = fact.asKnownAt(found.now);
            if (known != fact) {
                found.later(path, fact, known);
            }
            if (found.createdAt != null && comesAfterCreation(fact)) {
                found.outOfOrder(path, fact);
            }
        }
        return found.notes.stream().sorted().toList();
    }

    /** Whether the events of a fact follow on the creation of the ticket. */
    private static boolean comesAfterCreation(Fact fact) {
        return fact instanceof Response || fact instanceof FollowUp || fact instanceof Conversation || fact instanceof Resolution
                || fact instanceof ProposedSteps || fact instanceof Escalation || fact instanceof ContinuousWork || fact instanceof Ticket;
    }

    /** Notes what is there and was not known at the instant of the policy. */
    private void later(String path, Object fact, Object known) {
        Shape shape = Shape.of(fact.getClass());
        for (int i = 0; i < shape.names().size(); i++) {
            Object value = shape.value(fact, i);
            Object left = shape.value(known, i);
            String component = path + "." + shape.names().get(i);
            if (value instanceof Temporal event && left == null) {
                later(component, event);
            } else if (value instanceof Record && !Objects.equals(value, left)) {
                later(component, value, Objects.requireNonNull(left));
            }
        }
        if (fact instanceof Ticket ticket && ticket.holds() != null) {
            for (int i = 0; i < ticket.holds().size(); i++) {
                Hold hold = ticket.holds().get(i);
                if (now.past(hold.from()) == null) {
                    later("ticket.holds[" + i + "].from", hold.from());
                } else if (hold.to() != null && now.past(hold.to()) == null) {
                    later("ticket.holds[" + i + "].to", hold.to());
                }
            }
        }
    }

    private void later(String path, Temporal event) {
        notes.add(new Note(path, event, Note.Kind.LATER, "asOf", event instanceof LocalDate ? now.date() : now.instant()));
    }

    /** Notes what lies before the creation of the ticket, and therefore before the instant of the policy. */
    private void outOfOrder(String path, Fact fact) {
        Shape shape = Shape.of(fact.getClass());
        for (int i = 0; i < shape.names().size(); i++) {
            if (shape.value(fact, i) instanceof Instant event) {
                outOfOrder(path + "." + shape.names().get(i), event);
            }
        }
        if (fact instanceof Ticket ticket && ticket.holds() != null) {
            for (int i = 0; i < ticket.holds().size(); i++) {
                outOfOrder("ticket.holds[" + i + "].from", ticket.holds().get(i).from());
            }
        }
    }

    private void outOfOrder(String path, Instant event) {
        if (event.isBefore(createdAt)) {
            notes.add(new Note(path, event, Note.Kind.OUT_OF_ORDER, CREATED_AT, Objects.requireNonNull(createdAt)));
        }
    }
}
