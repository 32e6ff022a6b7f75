package org.supportpolicy.examples;

import java.util.List;
import java.util.stream.Stream;
import org.supportpolicy.Decider;
import org.supportpolicy.Decision;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.fact.FactSet;

/** A host that is given what decides and what its desk is like, and brings nothing but tickets. */
public final class DeskHost {

    private final Decider decider;
    private final DeskTemplate desk;

    /** Begins with a policy, its editions, or one that is watched: it makes no difference here. */
    public DeskHost(Decider decider, DeskTemplate desk) {
        this.decider = decider;
        this.desk = desk;
    }

    /** The decisions on tickets, in the order in which the desk takes them up. */
    public List<Decision> queue(List<FactSet> tickets) {
        try (Stream<Decision> decisions = decider.decideAll(tickets.stream().map(ticket -> ticket.over(desk)))) {
            return decisions.sorted(Decision.queueOrder()).toList();
        }
    }

    /** Whether a decision that was kept comes from another policy, or other time-zone data, than decide now. */
    public boolean isOutdated(Decision kept, FactSet ticket) {
        return !decider.receipt(ticket.over(desk)).equals(kept.receipt());
    }
}
