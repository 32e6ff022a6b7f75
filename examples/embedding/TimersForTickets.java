package org.supportpolicy.examples;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import org.supportpolicy.Change;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;

/** A host that never polls: one timer a ticket, set for the instant at which its decision changes if nobody acts. */
public final class TimersForTickets {

    private record Timer(FactSet facts, Change change) {}

    private final SupportPolicy policy = SupportPolicy.standard();
    private final PriorityQueue<Timer> queue = new PriorityQueue<>(Comparator.comparing(timer -> timer.change().at()));

    /** Takes tickets as they are now. Of a ticket that is taken anew a host drops the timer that it had. */
    public TimersForTickets(List<FactSet> tickets) {
        tickets.forEach(this::set);
    }

    private void set(FactSet facts) {
        policy.outlook(facts).next().ifPresent(change -> queue.add(new Timer(facts, change)));
    }

    /** Tells what changed by an instant, in order, and sets the next timer of each ticket. */
    public void run(Instant now, BiConsumer<FactSet, Change> changed) {
        while (!queue.isEmpty() && !queue.peek().change().at().isAfter(now)) {
            Timer due = queue.poll();
            changed.accept(due.facts(), due.change());
            set(due.facts().at(due.change().at()));
        }
    }
}
