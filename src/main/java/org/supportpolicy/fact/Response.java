package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first response that support gave.
 *
 * @param firstRespondedAt when it was given
 * @param byTechnician whether a technician gave it; an automatic acknowledgement does not count
 * @param loggedOnTicket whether it can be read on the ticket
 */
@RecordBuilder
@AbsentMeansNone
public record Response(
        @Nullable Instant firstRespondedAt,
        @Nullable Boolean byTechnician,
        @Nullable Boolean loggedOnTicket) implements Fact {

    /**
     * Checks the components.
     *
     * @throws BadFactException if an instant or a date does not lie in the years of facts
     */
    public Response {
        Check.of("response").instant("firstRespondedAt", firstRespondedAt).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static ResponseBuilder builder() {
        return ResponseBuilder.builder();
    }

    @Override
    public Response asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return now.isPast(firstRespondedAt) ? this
                : new Response(now.past(firstRespondedAt), byTechnician, loggedOnTicket);
    }
}
