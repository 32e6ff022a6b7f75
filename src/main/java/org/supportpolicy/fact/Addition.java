package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A function, program or device added to or integrated with the product.
 *
 * @param by who added it
 * @param causedProblem whether it is established as the cause
 */
@RecordBuilder
@AbsentMeansNone
public record Addition(
        @Nullable By by,
        @Nullable Boolean causedProblem) implements Cause {

    /** Starts a builder in which every component is unknown. */
    public static AdditionBuilder builder() {
        return AdditionBuilder.builder();
    }
}
