package org.supportpolicy.internal;

import java.util.List;
import java.util.Set;
import org.drools.model.functions.BlockN;
import org.drools.model.functions.Predicate1;
import org.jspecify.annotations.Nullable;

/**
 * How a rule is tried: its conditions one after the other, and what it does when all of them hold.
 *
 * @param name its name
 * @param concludes the class of what it concludes
 * @param reads the classes its conditions look at
 * @param settled those of them of which it must have seen everything, because it asks for what is absent
 * @param ways its conditions; several where they are joined by {@code or}
 */
record RulePlan(String name, Class<?> concludes, Set<Class<?>> reads, Set<Class<?>> settled, List<Way> ways) {

    /** A condition on what was matched so far. */
    @FunctionalInterface
    interface Test {
        boolean holds(@Nullable Object[] matched) throws Exception;
    }

    /** A value of what was matched so far. */
    @FunctionalInterface
    interface Operand {
        @Nullable Object of(@Nullable Object[] matched);
    }

    /**
     * The objects of a class for which conditions on nothing else hold; found once a decision, however many rules ask for them.
     *
     * @param number its number among the selections of all rules, from 0
     * @param type the number of the class among those that rules look at, from 0
     * @param conditions the conditions
     */
    record Selection(int number, int type, Predicate1<Object>[] conditions) {}

    /** A step of trying a rule. */
    sealed interface Step {}

    /** Takes each object of a selection for which the tests hold too, and keeps it in a slot. */
    record Take(Selection selection, int slot, Test[] tests) implements Step {}

    /** Asks whether one of several ways can be gone to its end; they must be for {@code exists}, and must not for {@code not}. */
    record Ask(boolean wanted, Step[][] ways) implements Step {}

    /**
     * Conditions that must all hold, and the consequence.
     *
     * @param steps the conditions
     * @param because the slots of the facts and findings that the conclusion rests on
     * @param consequence what Drools compiled
     * @param arguments what the consequence takes after its context
     */
    record Way(Step[] steps, int[] because, BlockN consequence, Operand[] arguments) {

        /** What it looks at first; null when it begins with asking. */
        @Nullable Selection first() {
            return steps.length > 0 && steps[0] instanceof Take take ? take.selection : null;
        }
    }
}
