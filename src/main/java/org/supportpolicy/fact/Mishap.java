package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An accident, transport, neglect, misuse or change that befell the product.
 *
 * @param what what befell it
 * @param by who did it
 * @param causedProblem whether it is established as the cause
 */
@RecordBuilder
@AbsentMeansNone
public record Mishap(
        @Nullable MishapKind what,
        @Nullable By by,
        @Nullable Boolean causedProblem) implements Cause {

    /** Starts a builder in which every component is unknown. */
    public static MishapBuilder builder() {
        return MishapBuilder.builder();
    }
}
