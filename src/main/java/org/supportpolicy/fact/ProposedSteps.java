package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
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
@AbsentMeansNone
public record ProposedSteps(
        @Nullable Instant proposedAt,
        @Nullable Boolean implemented,
        @Nullable Boolean reasonableTimeGiven,
        @Nullable Boolean reasonableEffortsMade) implements Fact {

    /**
     * Checks the components.
     *
     * @throws BadFactException if an instant or a date does not lie in the years of facts
     */
    public ProposedSteps {
        Check.of("proposedSteps").instant("proposedAt", proposedAt).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static ProposedStepsBuilder builder() {
        return ProposedStepsBuilder.builder();
    }

    @Override
    public ProposedSteps asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return now.isPast(proposedAt) ? this
                : new ProposedSteps(now.past(proposedAt), implemented, reasonableTimeGiven,
                reasonableEffortsMade);
    }
}
