package org.supportpolicy.internal.check;

import java.util.List;
import org.supportpolicy.internal.source.Condition;

/** A condition of a rule, its words understood. */
public sealed interface Step {

    /**
     * Looks at an object.
     *
     * @param slot where it is kept
     * @param type its class
     * @param tests what must hold of it
     * @param said where that is written
     * @param start where that begins, with the {@code not} or {@code exists} right before it
     */
    record Look(int slot, Class<?> type, List<Checked> tests, Condition.Pattern said, int start) implements Step {}

    /** A test, and the constraint it was written as. */
    record Checked(Test test, Condition.Constraint said) {}

    /**
     * Asks whether one of several ways can be gone to its end.
     *
     * @param wanted whether it must be: so for {@code exists}, and not for {@code not} and {@code forall}
     * @param ways the ways
     * @param said where that is written
     */
    record Ask(boolean wanted, List<List<Step>> ways, Condition said) implements Step {}

    /**
     * Asks whether an object can be found of which not all holds; {@code forall} with one pattern.
     *
     * @param exception the object, with what must hold of it
     */
    record AskExcept(Look exception) implements Step {}
}
