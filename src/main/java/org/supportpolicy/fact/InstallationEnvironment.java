package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The environment in which the product is installed.
 *
 * @param suitable whether it is suitable
 * @param causedProblem whether it is established as the cause
 */
@RecordBuilder
@AbsentMeansNone
public record InstallationEnvironment(
        @Nullable Boolean suitable,
        @Nullable Boolean causedProblem) implements Cause {

    /** Starts a builder in which every component is unknown. */
    public static InstallationEnvironmentBuilder builder() {
        return InstallationEnvironmentBuilder.builder();
    }
}
