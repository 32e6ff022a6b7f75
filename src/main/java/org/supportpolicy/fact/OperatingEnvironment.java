package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The environment in which the product is used.
 *
 * @param certified whether the vendor certified it for the product
 * @param causedProblem whether it is established as the cause
 */
@RecordBuilder
@AbsentMeansNone
public record OperatingEnvironment(
        @Nullable Boolean certified,
        @Nullable Boolean causedProblem) implements Cause {

    /** Starts a builder in which every component is unknown. */
    public static OperatingEnvironmentBuilder builder() {
        return OperatingEnvironmentBuilder.builder();
    }
}
