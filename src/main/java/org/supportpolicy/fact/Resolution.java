package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened since the ticket was marked resolved.
 *
 * @param markedResolvedAt when the ticket was marked resolved
 * @param ground the ground that was recorded for it
 * @param lastCustomerUpdateAt when the customer last updated the ticket; absent means never
 * @param reopenRequestedAt when the customer asked to reopen it; absent means never
 * @param reopenExplained whether that request came with an explanation
 * @param problemRecurred whether the problem came back
 * @param knowledgeBaseReferralMade whether the customer was referred to the knowledge base
 */
@RecordBuilder
@AbsentMeansNone
public record Resolution(
        @Nullable Instant markedResolvedAt,
        @AbsentMeansNone @Nullable Ground ground,
        @Nullable Instant lastCustomerUpdateAt,
        @Nullable Instant reopenRequestedAt,
        @Nullable Boolean reopenExplained,
        @Nullable Boolean problemRecurred,
        @Nullable Boolean knowledgeBaseReferralMade) implements Fact {

    /**
     * Checks the components.
     *
     * @throws BadFactException if an instant or a date does not lie in the years of facts
     */
    public Resolution {
        Check.of("resolution").instant("markedResolvedAt", markedResolvedAt).instant("lastCustomerUpdateAt", lastCustomerUpdateAt)
                .instant("reopenRequestedAt", reopenRequestedAt).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static ResolutionBuilder builder() {
        return ResolutionBuilder.builder();
    }

    @Override
    public Resolution asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return now.isPast(markedResolvedAt) && now.isPast(lastCustomerUpdateAt) && now.isPast(reopenRequestedAt) ? this
                : new Resolution(now.past(markedResolvedAt), ground, now.past(lastCustomerUpdateAt),
                now.past(reopenRequestedAt), reopenExplained, problemRecurred, knowledgeBaseReferralMade);
    }
}
