package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the customer has met the duties on which support depends.
 *
 * @param instructionsFollowed whether the instructions for installation and maintenance were followed
 * @param knowledgeBaseConsulted whether the knowledge base was consulted before the ticket
 * @param provisionRequested whether support has asked for data, help or access
 * @param provisionRequestReasonable whether that request was reasonable
 * @param provisionSupplied whether the customer has supplied what was asked
 * @param oldestOutstandingPatchOn the day on which the oldest patch not yet installed became available
 * @param platformMeetsRequirements whether hardware and environment meet the documented requirements
 * @param thirdPartyConflictIdentified whether foreign software has been found to disturb the product
 * @param thirdPartyConflictEliminated whether that conflict has been removed
 */
@RecordBuilder
public record Duties(
        @Nullable Boolean instructionsFollowed,
        @Nullable Boolean knowledgeBaseConsulted,
        @Nullable Boolean provisionRequested,
        @Nullable Boolean provisionRequestReasonable,
        @Nullable Boolean provisionSupplied,
        @Nullable LocalDate oldestOutstandingPatchOn,
        @Nullable Boolean platformMeetsRequirements,
        @Nullable Boolean thirdPartyConflictIdentified,
        @Nullable Boolean thirdPartyConflictEliminated) implements Fact {

    /**
     * Checks the components.
     *
     * @throws BadFactException if an instant or a date does not lie in the years of facts
     */
    public Duties {
        Check.of("duties").day("oldestOutstandingPatchOn", oldestOutstandingPatchOn).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static DutiesBuilder builder() {
        return DutiesBuilder.builder();
    }

    @Override
    public Duties asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return now.isPast(oldestOutstandingPatchOn) ? this
                : new Duties(instructionsFollowed, knowledgeBaseConsulted, provisionRequested,
                provisionRequestReasonable, provisionSupplied, now.past(oldestOutstandingPatchOn),
                platformMeetsRequirements, thirdPartyConflictIdentified, thirdPartyConflictEliminated);
    }
}
