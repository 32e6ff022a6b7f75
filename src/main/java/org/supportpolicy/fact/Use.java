package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What the product is used for.
 *
 * @param designedPurpose whether that is the purpose it was designed for
 * @param causedProblem whether it is established as the cause
 */
@RecordBuilder
@AbsentMeansNone
public record Use(
        @Nullable Boolean designedPurpose,
        @Nullable Boolean causedProblem) implements Cause {

    /** Starts a builder in which every component is unknown. */
    public static UseBuilder builder() {
        return UseBuilder.builder();
    }
}
