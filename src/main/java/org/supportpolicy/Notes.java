package org.supportpolicy;

import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.fact.ProposedSteps;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Response;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.record.Shape;

/** Finds what is odd about the events of a fact set. Not thread-safe. */
final class Notes {

    private static final String CREATED_AT = "ticket.createdAt";

    /** The places of the instants among the components of a fact. */
    private static final ClassValue<int[]> INSTANTS = new ClassValue<>() {
        @Override
        protected int[] computeValue(Class<?> fact) {
            List<Type> types = Shape.of(fact).types();
            return IntStream.range(0, types.size()).filter(place -> types.get(place) == Instant.class).toArray();
        }
    };

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
            int cause = fact instanceof Cause ? causes++ : 0;
            Fact known = fact.asKnownAt(found.now);
            if (known != fact) {
                found.later(fact instanceof Cause ? "causes[" + cause + "]" : FactPath.key(fact.getClass()), fact.getClass(), fact, known);
            }
            if (found.createdAt != null && comesAfterCreation(fact)) {
                found.outOfOrder(fact);
            }
        }
        return found.notes.isEmpty() ? List.of() : found.notes.stream().sorted().toList();
    }

    /** Whether the events of a fact follow on the creation of the ticket. */
    private static boolean comesAfterCreation(Fact fact) {
        return fact instanceof Response || fact instanceof FollowUp || fact instanceof Conversation || fact instanceof Resolution
                || fact instanceof ProposedSteps || fact instanceof Escalation || fact instanceof ContinuousWork || fact instanceof Ticket;
    }

    /** Notes what is there and was not known at the instant of the policy. */
    private void later(String path, Class<? extends Fact> kind, Object fact, Object known) {
        Shape shape = Shape.of(fact.getClass());
        for (int i = 0; i < shape.names().size(); i++) {
            Object value = shape.value(fact, i);
            Object left = shape.value(known, i);
            if (value instanceof Temporal event && left == null) {
                later(path + "." + shape.names().get(i), kind, event);
            } else if (value instanceof List<?> items && left instanceof List<?> others && fact instanceof OwnFact) {
                for (int item = 0; item < items.size(); item++) {
                    later(path + "." + shape.names().get(i) + "[" + item + "]", kind, items.get(item), others.get(item));
                }
            } else if (value instanceof Record && !Objects.equals(value, left)) {
                later(path + "." + shape.names().get(i), kind, value, Objects.requireNonNull(left));
            }
        }
        if (fact instanceof Ticket ticket && ticket.holds() != null) {
            for (int i = 0; i < ticket.holds().size(); i++) {
                Hold hold = ticket.holds().get(i);
                if (now.past(hold.from()) == null) {
                    later("ticket.holds[" + i + "].from", kind, hold.from());
                } else if (hold.to() != null && now.past(hold.to()) == null) {
                    later("ticket.holds[" + i + "].to", kind, hold.to());
                }
            }
        }
    }

    private void later(String path, Class<? extends Fact> kind, Temporal event) {
        notes.add(new Note(path, kind, event, Note.Kind.LATER, "asOf", event instanceof LocalDate ? now.date() : now.instant()));
    }

    /** Notes what lies before the creation of the ticket, and therefore before the instant of the policy. */
    private void outOfOrder(Fact fact) {
        Shape shape = Shape.of(fact.getClass());
        for (int place : INSTANTS.get(fact.getClass())) {
            Instant event = (Instant) shape.value(fact, place);
            if (event != null && event.isBefore(createdAt)) {
                outOfOrder(FactPath.key(fact.getClass()) + "." + shape.names().get(place), fact, event);
            }
        }
        if (fact instanceof Ticket ticket && ticket.holds() != null) {
            for (int i = 0; i < ticket.holds().size(); i++) {
                Instant from = ticket.holds().get(i).from();
                if (from.isBefore(createdAt)) {
                    outOfOrder("ticket.holds[" + i + "].from", fact, from);
                }
            }
        }
    }

    private void outOfOrder(String path, Fact fact, Instant event) {
        notes.add(new Note(path, fact.getClass(), event, Note.Kind.OUT_OF_ORDER, CREATED_AT, Objects.requireNonNull(createdAt)));
    }
}
