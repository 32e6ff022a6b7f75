package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Continuous work on a ticket of urgency 1, and the contacts it needs.
 *
 * @param agreed whether support agreed to it
 * @param contactsRequestedAt when support asked for contacts
 * @param contactsDesignated contacts that the customer designated, zero or more
 */
@RecordBuilder
@AbsentMeansNone
public record ContinuousWork(
        @Nullable Boolean agreed,
        @Nullable Instant contactsRequestedAt,
        @Range(from = 0) @Nullable Integer contactsDesignated) implements Fact {

    /**
     * Checks and copies the components.
     *
     * @throws BadFactException if a number is out of range, or an instant does not lie in the years of facts
     */
    public ContinuousWork {
        Check.of("continuousWork").instant("contactsRequestedAt", contactsRequestedAt).notNegative("contactsDesignated", contactsDesignated)
                .done();
    }

    /** Starts a builder in which every component is unknown. */
    public static ContinuousWorkBuilder builder() {
        return ContinuousWorkBuilder.builder();
    }

    @Override
    public ContinuousWork asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return now.isPast(contactsRequestedAt) ? this
                : new ContinuousWork(agreed, now.past(contactsRequestedAt), contactsDesignated);
    }
}
