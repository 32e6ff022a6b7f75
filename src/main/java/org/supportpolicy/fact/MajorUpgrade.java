package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A major upgrade of the system and the tests before it.
 *
 * @param by who carried it out
 * @param testEnvironmentAdequate whether there was an adequate test environment before it
 * @param testProceduresAdequate whether there were adequate test procedures before it
 * @param causedProblem whether it is established as the cause
 */
@RecordBuilder
@AbsentMeansNone
public record MajorUpgrade(
        @Nullable By by,
        @Nullable Boolean testEnvironmentAdequate,
        @Nullable Boolean testProceduresAdequate,
        @Nullable Boolean causedProblem) implements Cause {

    /** Starts a builder in which every component is unknown. */
    public static MajorUpgradeBuilder builder() {
        return MajorUpgradeBuilder.builder();
    }
}
