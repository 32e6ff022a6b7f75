package org.supportpolicy.internal.engine;

import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.check.Value;
import org.supportpolicy.internal.engine.RulePlan.Operand;

/** What a rule concludes, worked out as it was planned until there is code for it. Thread-safe. */
final class PlannedConclusion implements Operand {

    private final Value value;
    private final int number;
    private final Operand plain;
    private @Nullable RuleCode code;

    /**
     * Plans it.
     *
     * @param number its number among the conclusions of all rules, from 0
     * @param plain what works it out
     */
    PlannedConclusion(Value value, int number, Operand plain) {
        this.value = value;
        this.number = number;
        this.plain = plain;
    }

    @Override
    public @Nullable Object of(@Nullable Object self, @Nullable Object[] matched) {
        RuleCode ready = code;
        return ready == null ? plain.of(self, matched) : ready.concluded(number, matched);
    }

    Value value() {
        return value;
    }

    int number() {
        return number;
    }

    /** Has it worked out by code from now on. */
    void by(RuleCode code) {
        this.code = code;
    }
}
