package org.supportpolicy.internal.engine;

import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.check.Test;
import org.supportpolicy.internal.engine.RulePlan.Question;

/** A test of a rule, asked as it was planned until there is code for it. Thread-safe. */
final class PlannedTest implements Question {

    private final Test test;
    private final int own;
    private final boolean wanted;
    private final int number;
    private final Question plain;
    private @Nullable RuleCode code;

    /**
     * Plans it.
     *
     * @param own the slot of the object that is looked at; -1 where it has been put in the test already
     * @param wanted whether it is to hold, or not to
     * @param number its number among the tests of all rules, from 0
     * @param plain what asks whether it holds
     */
    PlannedTest(Test test, int own, boolean wanted, int number, Question plain) {
        this.test = test;
        this.own = own;
        this.wanted = wanted;
        this.number = number;
        this.plain = plain;
    }

    @Override
    public boolean holds(@Nullable Object self, @Nullable Object[] matched) {
        RuleCode ready = code;
        return (ready == null ? plain.holds(self, matched) : ready.holds(number, self, matched)) == wanted;
    }

    Test test() {
        return test;
    }

    int own() {
        return own;
    }

    boolean wanted() {
        return wanted;
    }

    int number() {
        return number;
    }

    /** Has it asked by code from now on. */
    void by(RuleCode code) {
        this.code = code;
    }
}
