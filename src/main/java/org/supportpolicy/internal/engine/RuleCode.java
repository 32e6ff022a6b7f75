package org.supportpolicy.internal.engine;

import org.jspecify.annotations.Nullable;

/** The rules of a policy written out as code of their own by {@link RuleCompiler}, which does what the plan says. Thread-safe. */
abstract class RuleCode {

    /**
     * Tries the rules of a stratum.
     *
     * @param stratum its number from 0, doubled; one more for those of its rules that are tried again
     */
    abstract void attempt(int stratum, Deduction deduction) throws Deduction.Endless;

    /** Asks a test by its number. */
    abstract boolean holds(int test, @Nullable Object self, @Nullable Object[] matched);

    /** Works out by its number what is concluded. */
    abstract @Nullable Object concluded(int conclusion, @Nullable Object[] matched);
}
