package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The regular follow-ups: the three events that end them, and when the latest was given.
 *
 * @param rootCauseEstablishedAt when the root cause was established
 * @param workaroundEstablishedAt when a temporary solution was established
 * @param otherwiseAgreedAt when something else was agreed with the customer
 * @param lastGivenAt when the latest follow-up was given
 */
@RecordBuilder
@AbsentMeansNone
public record FollowUp(
        @Nullable Instant rootCauseEstablishedAt,
        @Nullable Instant workaroundEstablishedAt,
        @Nullable Instant otherwiseAgreedAt,
        @Nullable Instant lastGivenAt) implements Fact {

    /**
     * Checks the components.
     *
     * @throws BadFactException if an instant or a date does not lie in the years of facts
     */
    public FollowUp {
        Check.of("followUp").instant("rootCauseEstablishedAt", rootCauseEstablishedAt)
                .instant("workaroundEstablishedAt", workaroundEstablishedAt).instant("otherwiseAgreedAt", otherwiseAgreedAt)
                .instant("lastGivenAt", lastGivenAt).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static FollowUpBuilder builder() {
        return FollowUpBuilder.builder();
    }

    @Override
    public FollowUp asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return now.isPast(rootCauseEstablishedAt) && now.isPast(workaroundEstablishedAt) && now.isPast(otherwiseAgreedAt)
                && now.isPast(lastGivenAt) ? this : new FollowUp(now.past(rootCauseEstablishedAt), now.past(workaroundEstablishedAt),
                now.past(otherwiseAgreedAt), now.past(lastGivenAt));
    }
}
