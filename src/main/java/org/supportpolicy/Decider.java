package org.supportpolicy;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.supportpolicy.fact.FactSet;

/**
 * What decides tickets: one policy, the editions of one policy, or a policy that is watched. A host that asks for a decider need not know
 * which it was given. Every decider is thread-safe, and keeps nothing of one decision for the next.
 *
 * <p>One that is watched may decide two tickets by two policies. What belongs together is asked for at once: {@link Outlook#decision()} is
 * of the same policy as what follows in it, and {@link Decision#receipt()} says by which it was decided.
 */
public interface Decider {

    /**
     * Decides a ticket.
     *
     * @param facts what is known, and the instant at which the policy is applied
     * @throws PolicyException if no policy is in force at that instant, the rules do not come to an end, one of them fails, or they
     *     conclude two values where a decision holds one
     */
    Decision decide(FactSet facts);

    /** The facts that the policy declares beside those of the library; of a policy with several editions those of all of them. */
    default OwnFacts ownFacts() {
        return OwnFacts.NONE;
    }

    /**
     * Decides many tickets, on all processors. The decisions come in the order of the fact sets, as they are read; a little is read and
     * decided ahead, so that memory stays flat however many there are. All streams share as many threads as there are processors. A thread
     * that is interrupted while it reads the decisions gets a {@link java.util.concurrent.CancellationException}, and what was begun ahead
     * ends.
     *
     * @param facts what is known of each ticket; read by the thread that reads the decisions
     * @return the decisions; a fact set that {@link #decide(FactSet)} refuses throws what that throws, after the decisions before it
     */
    default Stream<Decision> decideAll(Stream<FactSet> facts) {
        return InParallel.map(Objects.requireNonNull(facts, "The facts must be given."), this::decide);
    }

    /**
     * What happens next if nobody acts, within ten years.
     *
     * @param facts as {@link #decide(FactSet)} has it; an event that lies ahead counts from its instant on
     * @throws PolicyException if {@link #decide(FactSet)} refuses the fact set as it is or as it comes to be, or if a rule goes along
     *     with the instant of the decision in a way whose limits cannot be found, which a check of the policy warns of (SP-R071)
     * @throws java.util.concurrent.CancellationException if the thread is interrupted, which it stays
     */
    default Outlook outlook(FactSet facts) {
        return outlook(facts, Foresight.horizon(Objects.requireNonNull(facts, "The facts must be given.")));
    }

    /**
     * What happens next if nobody acts, until an instant.
     *
     * @param facts as {@link #outlook(FactSet)} has it
     * @param until the last instant of interest, which lies in the years of facts
     * @throws IllegalArgumentException if that lies before the instant of the facts, or in no year of facts
     * @throws PolicyException as {@link #outlook(FactSet)} has it
     */
    Outlook outlook(FactSet facts, Instant until);

    /**
     * All that happens within ten years if nobody acts.
     *
     * @param facts as {@link #outlook(FactSet)} has it
     * @throws PolicyException as {@link #outlook(FactSet)} has it
     */
    default Timeline timeline(FactSet facts) {
        return timeline(facts, Foresight.horizon(Objects.requireNonNull(facts, "The facts must be given.")));
    }

    /**
     * All that happens until an instant if nobody acts.
     *
     * @param facts as {@link #outlook(FactSet)} has it
     * @param until as {@link #outlook(FactSet, Instant)} has it
     * @throws IllegalArgumentException as {@link #outlook(FactSet, Instant)} has it
     * @throws PolicyException as {@link #outlook(FactSet)} has it
     */
    Timeline timeline(FactSet facts, Instant until);

    /**
     * The receipt that a decision on these facts would carry now. Where it is another than that of a decision that was kept, the ticket may
     * be decided otherwise now, although no fact has changed. Nothing is decided for it.
     *
     * @param facts as {@link #decide(FactSet)} has it; only the instant and the desk's zone matter
     * @throws PolicyException if no policy is in force at that instant
     */
    LogReceipt receipt(FactSet facts);
}
