package org.supportpolicy.internal.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rule is tried: its conditions one after the other, and what it concludes when all of them hold.
 *
 * @param name its name
 * @param ways its conditions; several where they are joined by {@code or}
 */
public record RulePlan(String name, List<Way> ways) {

    /** Something to be asked of an object, and of what was matched before it. */
    @FunctionalInterface
    public interface Question {
        boolean holds(@Nullable Object self, @Nullable Object[] matched);
    }

    /** A value of an object, and of what was matched before it; null when it is unknown. */
    @FunctionalInterface
    public interface Operand {
        @Nullable Object of(@Nullable Object self, @Nullable Object[] matched);
    }

    /**
     * The objects of a class for which conditions on nothing else hold; found once a decision, however many rules ask for them.
     *
     * @param number its number among the selections of all rules, from 0
     * @param type the number of the class among those that rules look at or conclude, from 0
     * @param conditions the conditions
     */
    public record Selection(int number, int type, Condition[] conditions) {}

    /** A condition on nothing else than the object, and what it looks at of it. */
    public record Condition(Question question, Reads reads) {}

    /** A step of trying a rule. */
    public sealed interface Step {}

    /**
     * Takes each object of a selection for which the questions hold too, and keeps it in a slot.
     *
     * @param look the class it looks for
     * @param rest what is looked at of the object beside the conditions of the selection, by these questions and by later steps
     * @param view its number among the selections with a rest of all rules, from 0
     */
    public record Take(Selection selection, int slot, Question[] questions, Class<?> look, Reads rest, int view) implements Step {}

    /** Asks whether one of several ways can be gone to its end; they must be for {@code exists}, and must not for {@code not}. */
    public record Ask(boolean wanted, Step[][] ways) implements Step {}

    /**
     * Conditions that must all hold, and the conclusion.
     *
     * @param steps the conditions
     * @param because the slots of the facts and findings that the conclusion rests on
     * @param kind the number of the class of what is concluded among those that rules look at or conclude, from 0
     * @param then what is concluded
     */
    public record Way(Step[] steps, int[] because, int kind, Operand then) {

        /** What it looks at first; null when it begins with asking. */
        @Nullable Selection first() {
            return steps.length > 0 && steps[0] instanceof Take take ? take.selection : null;
        }
    }
}
