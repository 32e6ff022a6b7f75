package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The steps that support proposed to solve the problem.
 *
 * @param proposedAt when they were proposed
 * @param implemented whether the customer carried them out
 * @param reasonableTimeGiven whether the customer had reasonable time to do so
 * @param reasonableEffortsMade whether the customer made reasonable efforts
 */
@RecordBuilder
public record ProposedSteps(
        @Nullable Instant proposedAt,
        @Nullable Boolean implemented,
        @Nullable Boolean reasonableTimeGiven,
        @Nullable Boolean reasonableEffortsMade) implements Fact {

    /** Starts a builder in which every component is unknown. */
    public static ProposedStepsBuilder builder() {
        return ProposedStepsBuilder.builder();
    }

    @Override
    public ProposedSteps asKnownAt(AsOf now) {
        return new ProposedSteps(now.past(proposedAt), implemented, reasonableTimeGiven,
                reasonableEffortsMade);
    }
}
